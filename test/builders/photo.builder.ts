import { randomBytes } from 'node:crypto'
import { PNG } from 'pngjs'

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** Where a photo was taken, as a phone writes it down. */
export const GPS = 'GPSLatitude 30.2741 GPSLongitude 120.1551'

/**
 * A JPEG of so many coded bytes in the shape a phone makes it: JFIF, Exif with a place, a comment, tables, frame, scan,
 * and something behind its end.
 */
export const aJpeg = ({
  bytes = 2000,
  width = 800,
  height = 600,
  seed,
}: {
  bytes?: number
  width?: number
  height?: number
  seed?: number
} = {}): Buffer => {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  const coded = seed === undefined ? randomBytes(bytes) : Buffer.alloc(bytes, seed)
  for (let at = 0; at < coded.length; at += 1) if (coded[at] === 0xff) coded[at] = 0xfe
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\u0001\u0002\0\0\u0001\0\u0001\0\0', 'latin1')),
    segment(0xe1, Buffer.from(`Exif\0\0${GPS}`)),
    segment(0xfe, Buffer.from('made by a phone')),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20, 1)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    coded,
    Buffer.from([0xff, 0x00, 0xff, 0xd0, 0x12, 0xff, 0xd9]),
    Buffer.from(`hidden behind the end: ${GPS}`),
  ])
}

const pngChunk = (type: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(content.length)
  return Buffer.concat([head, Buffer.from(type, 'latin1'), content, Buffer.alloc(4)])
}

/** A real PNG with a place in a text chunk of its own. */
export const aPng = (): Buffer => {
  const png = PNG.sync.write(new PNG({ width: 4, height: 4, fill: true }))
  const end = png.length - 12
  return Buffer.concat([png.subarray(0, end), pngChunk('tEXt', Buffer.from(GPS)), png.subarray(end)])
}

/** A real picture that a browser opens. With grain it stays large however it is coded. */
export const aPicture = ({ width = 320, height = 240, grain = false } = {}): Buffer => {
  const png = new PNG({ width, height })
  if (grain) randomBytes(png.data.length).copy(png.data)
  else png.data.fill(0xb4)
  for (let at = 3; at < png.data.length; at += 4) png.data[at] = 0xff
  return PNG.sync.write(png)
}
