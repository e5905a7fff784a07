interface CleanAudio {
  readonly content: Buffer
  readonly extension: 'mp3' | 'm4a'
}

/** A recording without its labels, which may name a person or a place; null for what is no MP3 or M4A. */
export const cleanAudio = (audio: Buffer): CleanAudio | null => {
  const mp3 = cleanMp3(audio)
  if (mp3) return { content: mp3, extension: 'mp3' }
  const m4a = cleanM4a(audio)
  return m4a ? { content: m4a, extension: 'm4a' } : null
}

const ID3_HEADER_BYTES = 10
const ID3_FOOTER = 0x10
const ID3V1_BYTES = 128

/** Where the sound begins behind labels in the form of ID3v2; its length is written in four times seven bits. */
const afterLabels = (audio: Buffer): number => {
  let at = 0
  while (audio.toString('latin1', at, at + 3) === 'ID3' && at + ID3_HEADER_BYTES <= audio.length) {
    const size = audio.subarray(at + 6, at + 10).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0)
    at += ID3_HEADER_BYTES + size + ((audio[at + 5] ?? 0) & ID3_FOOTER ? ID3_HEADER_BYTES : 0)
  }
  return at
}

// Layer III of ISO 11172-3 and 13818-3: kbit/s and Hz by the numbers in a frame's head.
const RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const SAMPLING = [44_100, 48_000, 32_000]

/** Bytes of the frame that begins here; 0: none does. */
const frameAt = (audio: Buffer, at: number): number => {
  const [sync = 0, kind = 0, rate = 0] = audio.subarray(at, at + 3)
  if (sync !== 0xff || (kind & 0xe6) !== 0xe2) return 0
  const version = (kind >> 3) & 3
  if (version === 1) return 0
  const isFirst = version === 3
  const kilobits = (isFirst ? RATES_1 : RATES_2)[rate >> 4] ?? 0
  const sampling = (SAMPLING[(rate >> 2) & 3] ?? 0) / (isFirst ? 1 : version === 2 ? 2 : 4)
  if (kilobits === 0 || sampling === 0) return 0
  return Math.floor(((isFirst ? 144_000 : 72_000) * kilobits) / sampling) + ((rate >> 1) & 1)
}

/** Nobody records less, and chance makes no such row of frames. */
const FRAMES_LEAST = 3

const cleanMp3 = (audio: Buffer): Buffer | null => {
  const from = afterLabels(audio)
  const isLabelled = audio.toString('latin1', audio.length - ID3V1_BYTES, audio.length - ID3V1_BYTES + 3) === 'TAG'
  const end = isLabelled ? audio.length - ID3V1_BYTES : audio.length
  let at = from
  let frames = 0
  for (let length = frameAt(audio, at); length > 0 && at + length <= end; length = frameAt(audio, at)) {
    at += length
    frames += 1
  }
  // What stands behind the last whole frame is no sound.
  return frames >= FRAMES_LEAST ? audio.subarray(from, at) : null
}

const BOX_HEAD_BYTES = 8
/** A size too large for four bytes stands behind the type, in eight. */
const LARGE_HEAD_BYTES = 16
const BRANDS = new Set(['M4A ', 'M4B ', 'mp42', 'mp41', 'isom', 'iso2', 'iso5', 'iso6', 'dash', '3gp4', '3gp5'])
/** Boxes that hold boxes on the way to what a track is. */
const HOLDERS = new Set(['moov', 'trak', 'mdia'])
/** Labels: title, artist, place, a picture; and room in which an earlier label may still lie. */
const LABELS = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide'])
/** Where they say when it was recorded and last changed, behind a version and flags of four bytes. */
const DATED = new Set(['mvhd', 'tkhd', 'mdhd'])
const FLAGS_BYTES = 4
/** A name in words stands behind what handles the track. */
const HANDLER_NAME_AT = 24

interface Box {
  readonly type: string
  readonly from: number
  /** Where its content begins. */
  readonly inside: number
  readonly end: number
}

/** The boxes of a stretch (ISO 14496-12); null where they do not fill it. */
const boxesIn = (audio: Buffer, from: number, end: number): Box[] | null => {
  const boxes: Box[] = []
  let at = from
  while (at + BOX_HEAD_BYTES <= end) {
    const size = audio.readUInt32BE(at)
    const type = audio.toString('latin1', at + 4, at + 8)
    const isLarge = size === 1 && at + LARGE_HEAD_BYTES <= end
    const head = isLarge ? LARGE_HEAD_BYTES : BOX_HEAD_BYTES
    const bytes = isLarge ? Number(audio.readBigUInt64BE(at + BOX_HEAD_BYTES)) : size === 0 ? end - at : size
    if (bytes < head || at + bytes > end) return null
    boxes.push({ type, from: at, inside: at + head, end: at + bytes })
    at += bytes
  }
  return at === end ? boxes : null
}

const cleanM4a = (audio: Buffer): Buffer | null => {
  const whole = boxesIn(audio, 0, audio.length)
  const [first] = whole ?? []
  if (!whole || first?.type !== 'ftyp' || !BRANDS.has(audio.toString('latin1', first.from + 8, first.from + 12))) {
    return null
  }
  if (!whole.some(({ type }) => type === 'moov') || !whole.some(({ type }) => type === 'mdat')) return null
  const clean = Buffer.from(audio)
  const handlers: string[] = []
  const walk = (boxes: readonly Box[]): boolean =>
    boxes.every(({ type, from, inside, end }) => {
      if (type === 'hdlr') {
        handlers.push(clean.toString('latin1', inside + 8, inside + 12))
        clean.fill(0, Math.min(inside + HANDLER_NAME_AT, end), end)
      }
      if (DATED.has(type)) {
        const times = clean[inside] === 1 ? 16 : 8
        clean.fill(0, inside + FLAGS_BYTES, Math.min(inside + FLAGS_BYTES + times, end))
      }
      if (LABELS.has(type)) {
        // The same length, so that every place that is named elsewhere stays where it is.
        clean.write('free', from + 4, 'latin1')
        clean.fill(0, inside, end)
      }
      if (!HOLDERS.has(type)) return true
      const inner = boxesIn(clean, inside, end)
      return inner !== null && walk(inner)
    })
  // A track of words may say where each second was recorded.
  return walk(whole) && handlers.length > 0 && handlers.every((handler) => handler === 'soun') ? clean : null
}
