import { type Block, blockText } from '#domain/culture/block.model'

/** Where a part of the article stands on the screen, px from its upper edge. */
export interface Standing {
  readonly top: number
  readonly bottom: number
}

/** What stands above this line is read: the bar lies there. */
const READ_ABOVE_PX = 72

/** The part that is being read; 'end' once the last one is in sight, null while nothing is measured. */
export const partBeingRead = (parts: readonly Standing[], screenHeight: number): number | 'end' | null => {
  const last = parts[parts.length - 1]
  if (!last) return null
  if (last.bottom <= screenHeight) return 'end'
  const first = parts.findIndex(({ bottom }) => bottom > READ_ABOVE_PX)
  return first < 0 ? 'end' : first
}

/** Before it there is not enough to be looked for again. */
const FIRST_WORTH_RETURNING = 2

export const isWorthReturning = (block: number, blocks: readonly Block[]): boolean =>
  block >= FIRST_WORTH_RETURNING && block < blocks.length

const SHOWN_LETTERS = 14

/** How a part begins, so that a reader knows it again: 「护士长先打电话。电话那头…」; '' of a picture without words. */
export const beginningOf = (block: Block | undefined): string => {
  const letters = Array.from(block ? blockText(block).replace(/\s+/g, ' ').trim() : '')
  return letters.length > SHOWN_LETTERS ? `${letters.slice(0, SHOWN_LETTERS).join('')}…` : letters.join('')
}
