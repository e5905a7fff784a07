import { PHOTO_MAX_SIDE } from '#domain/complaint/photo.model'

export interface CleanPhoto {
  readonly content: Buffer
  readonly extension: 'jpg' | 'png'
}

/**
 * The picture without anything it does not need to be seen: where and when it was taken, by which phone, a smaller
 * picture of what was cut away, whatever somebody hid behind its end. null for what is no whole JPEG or PNG.
 */
export const cleanPhoto = (photo: Buffer): CleanPhoto | null => {
  const jpeg = cleanJpeg(photo)
  if (jpeg) return { content: jpeg, extension: 'jpg' }
  const png = cleanPng(photo)
  return png ? { content: png, extension: 'png' } : null
}

const isSide = (pixels: number): boolean => pixels > 0 && pixels <= PHOTO_MAX_SIDE

// Markers of JPEG (ITU-T T.81, table B.1).
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const DQT = 0xdb
const DRI = 0xdd
const DHT = 0xc4
/** Adobe's says how colours are coded, in 12 bytes; anybody else's may say anything. */
const APP14 = 0xee
const ADOBE = Buffer.from('Adobe')
const ADOBE_BYTES = 12

/** Start of a frame; C4, C8 and CC are tables and a reserved one. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== DHT && marker !== 0xc8 && marker !== 0xcc

const NEEDED = new Set([SOS, DQT, DRI, DHT])

const isAdobe = (marker: number, content: Buffer): boolean =>
  marker === APP14 && content.length === ADOBE_BYTES && content.subarray(0, ADOBE.length).equals(ADOBE)

const cleanJpeg = (photo: Buffer): Buffer | null => {
  if (photo[0] !== 0xff || photo[1] !== SOI) return null
  const kept = [photo.subarray(0, 2)]
  let seenFrame = false
  let seenScan = false
  let at = 2
  while (at + 1 < photo.length) {
    if (photo[at] !== 0xff) return null
    const marker = photo[at + 1] ?? 0
    // A marker may be preceded by fill bytes.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) {
      kept.push(photo.subarray(at, at + 2))
      return seenFrame && seenScan ? Buffer.concat(kept) : null
    }
    if (at + 4 > photo.length) return null
    const end = at + 2 + photo.readUInt16BE(at + 2)
    if (end > photo.length || end < at + 4) return null
    if (isFrame(marker)) {
      if (end < at + 9 || !isSide(photo.readUInt16BE(at + 5)) || !isSide(photo.readUInt16BE(at + 7))) return null
      seenFrame = true
    }
    const scanEnd = marker === SOS ? endOfScan(photo, end) : end
    if (marker === SOS) seenScan = true
    const isNeeded = isFrame(marker) || NEEDED.has(marker) || isAdobe(marker, photo.subarray(at + 4, end))
    if (isNeeded) kept.push(photo.subarray(at, scanEnd))
    at = scanEnd
  }
  return null
}

/** Coded data runs to the next marker; FF00 is data, FFD0 to FFD7 restart it. */
const endOfScan = (photo: Buffer, from: number): number => {
  let at = from
  for (;;) {
    at = photo.indexOf(0xff, at)
    if (at < 0 || at + 1 >= photo.length) return photo.length
    const next = photo[at + 1] ?? 0
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 2
  }
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What a PNG needs to be seen in its colours (PNG specification, third edition, clause 11). */
const NEEDED_CHUNKS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB'])
const CHUNK_FRAME_BYTES = 12

const cleanPng = (photo: Buffer): Buffer | null => {
  if (!photo.subarray(0, 8).equals(PNG_SIGNATURE)) return null
  const kept = [PNG_SIGNATURE]
  let seenData = false
  for (let at = 8; at + CHUNK_FRAME_BYTES <= photo.length; ) {
    const end = at + CHUNK_FRAME_BYTES + photo.readUInt32BE(at)
    const type = photo.toString('latin1', at + 4, at + 8)
    if (end > photo.length) return null
    if (at === 8 && (type !== 'IHDR' || !isSide(photo.readUInt32BE(at + 8)) || !isSide(photo.readUInt32BE(at + 12)))) {
      return null
    }
    if (NEEDED_CHUNKS.has(type)) kept.push(photo.subarray(at, end))
    if (type === 'IDAT') seenData = true
    if (type === 'IEND') return seenData ? Buffer.concat(kept) : null
    at = end
  }
  return null
}
