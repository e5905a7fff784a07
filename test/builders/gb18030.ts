let bytesOf: Map<string, number[]> | null = null

const table = (): Map<string, number[]> => {
  if (bytesOf) return bytesOf
  const decoder = new TextDecoder('gb18030')
  bytesOf = new Map()
  for (let high = 0x81; high < 0xff; high += 1) {
    for (let low = 0x40; low < 0xff; low += 1) bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  }
  return bytesOf
}

/** Of the two bytes that Excel in China writes for a character, those that are read back as it. */
export const gb18030Of = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((letter) => table().get(letter) ?? [letter.charCodeAt(0)]))
