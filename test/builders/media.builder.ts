import { deflateRawSync } from 'node:zlib'

/** Where a recording was made, as a phone writes it down. */
export const LABEL = 'recorded at 30.2741,120.1551'

/** And when: seconds, twice. */
export const RECORDED_AT = Buffer.from('e1a2b3c4e1a2b3c5', 'hex')

const FRAME_BYTES = 417

/** MPEG-1 layer III at 128 kbit/s and 44.1 kHz: so many frames of nothing, with labels before and behind. */
export const anMp3 = (frames = 10): Buffer => {
  const frame = Buffer.alloc(FRAME_BYTES)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  const label = Buffer.from(LABEL)
  const head = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, label.length])
  const tail = Buffer.alloc(128)
  tail.write(`TAG${LABEL}`)
  return Buffer.concat([head, label, ...Array.from({ length: frames }, () => frame), tail])
}

const box = (type: string, ...content: Buffer[]): Buffer => {
  const inner = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inner.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, inner])
}

const track = (handler: string): Buffer =>
  box(
    'trak',
    box('tkhd', Buffer.alloc(4), RECORDED_AT, Buffer.alloc(76)),
    box(
      'mdia',
      box('mdhd', Buffer.alloc(4), RECORDED_AT, Buffer.alloc(16)),
      box('hdlr', Buffer.alloc(8), Buffer.from(handler), Buffer.alloc(12), Buffer.from(`${LABEL}\0`)),
    ),
  )

/** An M4A in the shape a phone makes it, its sound in a large box; with `handlers` 'vide' it is a film. */
export const anM4a = (...handlers: string[]): Buffer => {
  const tracks = (handlers.length === 0 ? ['soun'] : handlers).map(track)
  const sound = Buffer.alloc(2000, 7)
  const large = Buffer.alloc(16)
  large.writeUInt32BE(1)
  large.write('mdat', 4, 'latin1')
  large.writeBigUInt64BE(BigInt(large.length + sound.length), 8)
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0isom')),
    box(
      'moov',
      box('mvhd', Buffer.alloc(4), RECORDED_AT, Buffer.alloc(88)),
      ...tracks,
      box('udta', Buffer.from(LABEL)),
    ),
    box('free', Buffer.from(LABEL)),
    Buffer.concat([large, sound]),
  ])
}

export const aPdf = (inside = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog ${inside} >>\nendobj\nstream\n/JS in packed bytes\nendstream\n%%EOF\n`,
  )

const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

/** A ZIP with these names; the list of types is packed, the rest is not. */
const aZip = (names: readonly string[]): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const name of names) {
    const isTypes = name === '[Content_Types].xml'
    const plain = Buffer.from(isTypes ? TYPES : '<x/>')
    const packed = isTypes ? deflateRawSync(plain) : plain
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    head.writeUInt16LE(isTypes ? 8 : 0, 8)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(isTypes ? 8 : 0, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(plain.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    files.push(head, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, list, end])
}

export const anXlsx = (...more: string[]): Buffer => aZip(['[Content_Types].xml', 'xl/workbook.xml', ...more])
export const aDocx = (...more: string[]): Buffer => aZip(['[Content_Types].xml', 'word/document.xml', ...more])
