import type { PlateName } from '../../domain/culture/plate.names'
import { plateDrawings, platePalette } from './plate.drawings'

export type PlateTheme = keyof typeof platePalette

/** Width and height in the drawing's own lengths. */
export const PLATE_SIZE = { width: 360, height: 240 } as const

const OPEN =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 360 240' width='360' height='240' fill='none' stroke-width='2.5' stroke-linecap='round' stroke-linejoin='round'"

const made = new Map<string, string>()

/** A drawing in the colours of one theme, as a data: address for a background or an Image. */
export const plateAddress = (name: PlateName, theme: PlateTheme): string => {
  const key = `${theme} ${name}`
  const known = made.get(key)
  if (known) return known
  const palette = platePalette[theme]
  const { lines } = plateDrawings[name]
  const coloured = lines.replace(/\{(ground|sheet|tone|disc)\}/g, (_, part: keyof typeof palette) => palette[part])
  const svg = `${OPEN} stroke='${palette.ink}'>${coloured}</svg>`
  const address = `data:image/svg+xml,${svg.replace(/[%#<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
  made.set(key, address)
  return address
}
