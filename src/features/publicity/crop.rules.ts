import type { Crop } from '#domain/culture/article.model'

export interface Size {
  readonly width: number
  readonly height: number
}

/** A cover is three wide and two high. */
const RATIO = 3 / 2
/** What is shown of a photo is a quarter of it at least, and never a strip. */
const LARGEST_ZOOM = 4
const SMALLEST_SHARE = 0.05

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

const rounded = (share: number): number => Math.round(share * 10_000) / 10_000

/** Shares of the widest and highest part that has a cover's shape. */
const fullShares = ({ width, height }: Size): Size => ({
  width: Math.min(1, (height * RATIO) / width),
  height: Math.min(1, width / RATIO / height),
})

/** How far into a photo one may go. */
export const mostZoom = (size: Size): number => {
  const { width, height } = fullShares(size)
  return Math.max(1, Math.min(LARGEST_ZOOM, width / SMALLEST_SHARE, height / SMALLEST_SHARE))
}

/** 1 shows as much as can be shown; more shows less of it, larger. */
export const zoomOf = (size: Size, crop: Crop): number => fullShares(size).width / crop.width

const around = (size: Size, zoom: number, centre: { x: number; y: number }): Crop => {
  const full = fullShares(size)
  const shown = (of: number): number => within(rounded(of / zoom), SMALLEST_SHARE, 1)
  const [width, height] = [shown(full.width), shown(full.height)]
  return {
    x: rounded(within(centre.x - width / 2, 0, 1 - width)),
    y: rounded(within(centre.y - height / 2, 0, 1 - height)),
    width,
    height,
  }
}

const centreOf = ({ x, y, width, height }: Crop) => ({ x: x + width / 2, y: y + height / 2 })

/** As much as can be shown, from the middle. */
export const fullCrop = (size: Size): Crop => around(size, 1, { x: 0.5, y: 0.5 })

export const zoomCrop = (size: Size, crop: Crop, factor: number): Crop =>
  around(size, within(zoomOf(size, crop) * factor, 1, mostZoom(size)), centreOf(crop))

/** Moved by shares of the photo; at its edges it stays. */
export const moveCrop = (crop: Crop, by: { x: number; y: number }): Crop => ({
  ...crop,
  x: rounded(within(crop.x + by.x, 0, 1 - crop.width)),
  y: rounded(within(crop.y + by.y, 0, 1 - crop.height)),
})
