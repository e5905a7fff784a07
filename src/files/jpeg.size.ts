const START_OF_FRAME = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The byte at a place of a text in base64; 0 past its end. */
const byteAt = (base64: string, place: number): number => {
  const bit = place * 8
  const first = Math.floor(bit / 6)
  const pair = (ALPHABET.indexOf(base64[first] ?? 'A') << 6) | ALPHABET.indexOf(base64[first + 1] ?? 'A')
  return (pair >> (4 - (bit % 6))) & 0xff
}

/** Width and height that a JPEG (base64) says of itself; null when it is none. */
export const sizeOfJpeg = (base64: string): { width: number; height: number } | null => {
  const at = (place: number) => byteAt(base64, place)
  const two = (place: number) => (at(place) << 8) | at(place + 1)
  if (two(0) !== 0xffd8) return null
  const bytes = Math.floor((base64.length * 3) / 4)
  for (let place = 2; place + 8 < bytes; place += 2 + two(place + 2)) {
    if (at(place) !== 0xff) return null
    if (START_OF_FRAME.has(at(place + 1))) {
      const size = { height: two(place + 5), width: two(place + 7) }
      return size.width > 0 && size.height > 0 ? size : null
    }
  }
  return null
}
