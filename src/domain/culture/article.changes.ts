import type { ArticleContent } from './article.model'
import { type Block, blockText } from './block.model'

/** One block as it was or is; `kept` stands in both. */
export interface BlockChange {
  readonly change: 'kept' | 'added' | 'removed'
  readonly block: Block
}

/** What else differs, by the name of the field. */
export type FieldChange = Exclude<keyof ArticleContent, 'blocks'>

export interface ArticleChanges {
  readonly fields: readonly FieldChange[]
  readonly blocks: readonly BlockChange[]
}

const FIELDS: readonly FieldChange[] = [
  'title',
  'summary',
  'column',
  'cover',
  'fiveClean',
  'departmentId',
  'series',
  'byline',
  'source',
  'realCase',
  'wrongdoersNamedBy',
]

/** Keys in one order, so that what means the same reads the same. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )

/** The longest run of blocks that stayed, in their order; the others came or went. */
const blockChanges = (before: readonly Block[], after: readonly Block[]): BlockChange[] => {
  const [old, now] = [before.map(written), after.map(written)]
  const kept: number[][] = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0))
  const at = (row: number, column: number): number => kept[row]?.[column] ?? 0
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const cells = kept[row]
      if (!cells) continue
      cells[column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  const changes: BlockChange[] = []
  let [row, column] = [0, 0]
  while (row < before.length || column < after.length) {
    const [was, is] = [before[row], after[column]]
    if (was && is && old[row] === now[column]) {
      changes.push({ change: 'kept', block: is })
      row += 1
      column += 1
    } else if (was && (!is || at(row + 1, column) >= at(row, column + 1))) {
      changes.push({ change: 'removed', block: was })
      row += 1
    } else if (is) {
      changes.push({ change: 'added', block: is })
      column += 1
    }
  }
  return changes
}

export const changesBetween = (before: ArticleContent, after: ArticleContent): ArticleChanges => ({
  fields: FIELDS.filter((field) => written(before[field]) !== written(after[field])),
  blocks: blockChanges(before.blocks, after.blocks),
})

/** A picture by what it shows, everything else by its words. */
export const blockInWords = (block: Block): string =>
  block.kind === 'image' ? [block.alt, block.caption].filter(Boolean).join('，') : blockText(block)
