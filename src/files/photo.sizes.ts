import { PHOTO_MAX_BYTES, PHOTO_MAX_SIDE } from '#domain/complaint/photo.model'
import { bytesIn } from './photo.upload'

/** Enough to read a form by, little enough for a ward's weak network. */
const GOOD_BYTES = 350 * 1024

export interface Attempt {
  /** Pixels of the whole picture: by them, not by its longer side, a screenshot stays readable. */
  readonly pixels: number
  /** 0 to 1. */
  readonly quality: number
}

/** From what is wanted (1600 × 1200) to what is still better than no picture. */
const ATTEMPTS: readonly Attempt[] = [
  { pixels: 1_920_000, quality: 0.72 },
  { pixels: 1_920_000, quality: 0.55 },
  { pixels: 1_200_000, quality: 0.55 },
  { pixels: 600_000, quality: 0.5 },
  { pixels: 300_000, quality: 0.4 },
]

interface Size {
  readonly width: number
  readonly height: number
}

/** The same shape within so many pixels and the longest side a photo may have; never larger than it was. */
export const sizeWithin = ({ width, height }: Size, pixels: number): Size => {
  const scale = Math.min(1, Math.sqrt(pixels / (width * height)), PHOTO_MAX_SIDE / Math.max(width, height))
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) }
}

/** The first picture small enough, in base64; null when not even the last one is. */
export const shrink = async (encode: (attempt: Attempt) => Promise<string>): Promise<string | null> => {
  let smallest: string | null = null
  for (const attempt of ATTEMPTS) {
    smallest = await encode(attempt)
    if (bytesIn(smallest) <= GOOD_BYTES) return smallest
  }
  return smallest !== null && bytesIn(smallest) <= PHOTO_MAX_BYTES ? smallest : null
}
