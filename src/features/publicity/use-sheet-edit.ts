import { blocksOfPaste, blocksOfText } from '#domain/culture/paste.blocks'
import { isStrong, type Manner } from '#domain/culture/span.rules'
import type { Block } from '#domain/culture/block.model'
import { useCallback, useEffect, useRef, useState } from 'react'
import { pastedNodes } from '../../files/pasted.html'
import {
  breakAt,
  type Caret,
  changeBlock,
  type Edited,
  insertAfter,
  joinBack,
  joinNext,
  markWords,
  moveBlock,
  pasteAt,
  removeBlock,
  turnInto,
  type,
} from './block.edit'
import { blockOf, freshKey, isWritten, type SheetBlock, spansOfBlock, type WrittenKind } from './sheet.model'
import type { Manuscript } from './use-manuscript'

/** What is selected in a block, as a text field counts. */
export interface Selection {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** What came in from elsewhere and what did not, in a sentence. */
const pastedInWords = (count: number, images: number, left: number): string | null => {
  const parts = [
    ...(images > 0 ? [`${images} 张图片没有带进来，请用“图片”一张张选，好去掉拍摄地点`] : []),
    ...(left > 0 ? [`一篇最多 200 段，后面 ${left} 段没有放进来`] : []),
  ]
  if (count === 0 && parts.length === 0) return '粘贴的里面没有文字。'
  return parts.length > 0 ? `${parts.join('；')}。` : null
}

/** The blocks of a sheet under the writer's hands: what each key and button does, and where the caret is then. */
export const useSheetEdit = ({ sheet, change }: Pick<Manuscript, 'sheet' | 'change'>) => {
  const [chosen, setChosen] = useState<string | null>(null)
  const [caret, setCaret] = useState<Caret | null>(null)
  const [note, setNote] = useState<string | null>(null)
  const selection = useRef<Selection | null>(null)
  const latest = useRef(sheet.blocks)
  useEffect(() => {
    latest.current = sheet.blocks
  })

  const put = useCallback(
    ({ blocks, caret: next }: Edited, run: string | null = null) => {
      latest.current = blocks
      change((before) => (before.blocks === blocks ? before : { ...before, blocks }), run)
      if (!next) return
      // A new object each time, so that the same place can be gone to again.
      setCaret({ ...next })
      setChosen(next.key)
    },
    [change],
  )
  const putBlocks = (blocks: readonly SheetBlock[], run: string | null = null) => put({ blocks, caret: null }, run)

  const paste = async (at: Selection, blocksThere: () => Promise<{ blocks: Block[]; images: number }>) => {
    const { blocks, images } = await blocksThere()
    const pasted = pasteAt(latest.current, at, blocks, freshKey)
    put(pasted)
    setNote(pastedInWords(blocks.length, images, pasted.left))
  }

  const marked = (of: Partial<Manner>) => {
    const at = selection.current
    if (!at || at.from === at.to) return
    putBlocks(markWords(latest.current, at.key, at.from, at.to, of))
    setCaret({ key: at.key, at: at.to })
  }

  const step = (key: string, by: 1 | -1): boolean => {
    const place = latest.current.findIndex((block) => block.key === key)
    const beside = latest.current[place + by]
    if (!beside || !isWritten(beside)) return false
    const end = spansOfBlock(beside).reduce((length, { text }) => length + text.length, 0)
    setCaret({ key: beside.key, at: by === 1 ? 0 : end })
    setChosen(beside.key)
    return true
  }

  return {
    blocks: sheet.blocks,
    chosen,
    caret,
    note,
    selection,
    choose: setChosen,
    forget: () => setNote(null),
    select: (at: Selection) => {
      selection.current = at
    },
    goTo: (key: string) => {
      setCaret({ key, at: 0 })
      setChosen(key)
    },
    type: (key: string, text: string) => put(type(latest.current, key, text, freshKey), `${key}.text`),
    breakAt: (at: Selection) => put(breakAt(latest.current, at.key, at.from, at.to, freshKey)),
    joinBack: (key: string) => put(joinBack(latest.current, key, freshKey)),
    joinNext: (key: string) => put(joinNext(latest.current, key)),
    step,
    turnInto: (key: string, kind: WrittenKind) => {
      putBlocks(turnInto(latest.current, key, kind, freshKey))
      setCaret({ key, at: selection.current?.key === key ? selection.current.to : 0 })
    },
    move: (key: string, by: 1 | -1) => {
      putBlocks(moveBlock(latest.current, key, by))
      setCaret({ key, at: selection.current?.key === key ? selection.current.to : 0 })
    },
    remove: (key: string) => put(removeBlock(latest.current, key, freshKey)),
    add: (after: string | null, block: SheetBlock) => {
      put({
        blocks: insertAfter(latest.current, after, block),
        caret: { key: block.key, at: 0 },
      })
    },
    addWritten: (after: string | null, kind: WrittenKind) => {
      const block = blockOf(kind, freshKey())
      put({ blocks: insertAfter(latest.current, after, block), caret: { key: block.key, at: 0 } })
    },
    changeBlock: <B extends SheetBlock>(key: string, how: (block: B) => SheetBlock, run: string | null = null) =>
      putBlocks(changeBlock<B>(latest.current, key, how), run),
    toggleStrong: () => {
      const at = selection.current
      const block = latest.current.find(({ key }) => key === at?.key)
      if (!at || !block || !isWritten(block)) return
      marked({ strong: !isStrong(spansOfBlock(block), at.from, at.to) })
    },
    link: (href: string | null) => marked({ href }),
    pasteHtml: (at: Selection, html: string) => paste(at, async () => blocksOfPaste(await pastedNodes(html))),
    pasteText: (at: Selection, text: string) =>
      paste(at, () => Promise.resolve({ blocks: blocksOfText(text), images: 0 })),
  }
}

export type SheetEdit = ReturnType<typeof useSheetEdit>
