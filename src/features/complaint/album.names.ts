import type { Selector } from '#domain/complaint/receipt'

/** One draft lies on a phone, and its photos beside it, whatever number it gets. */
export const FILING_ALBUM = 'filing'

export const albumOfCase = (selector: Selector): string => `step.${selector}`
