import type { Span } from '#domain/culture/block.model'
import { recognisableIn } from '#domain/culture/recognisable'
import { plainText } from '#domain/culture/span.rules'
import { Textarea } from '@tarojs/components'
import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { classNames } from '../../ui/class-names'
import { Box } from './Box'
import { Mirror } from './Mirror'
import { spansOfBlock, type WrittenBlock } from './sheet.model'
import type { Selection, SheetEdit } from './use-sheet-edit'
import './WrittenField.css'

interface WrittenFieldProps {
  block: WrittenBlock
  edit: SheetEdit
  /** For a screen reader: 「第 3 段，正文」. */
  label: string
  placeholder?: string
  /** Asks where the selected words lead. */
  onLink: () => void
}

const isMarked = (span: Span): boolean => span.strong === true || span.href !== undefined

/** One block's words: a plain text field, over a picture of the same words that shows what is strong or leads somewhere. */
export const WrittenField = (props: WrittenFieldProps) => {
  const { block, edit } = props
  const spans = spansOfBlock(block)
  const text = plainText(spans)
  const isDrawn = block.kind === 'list' || spans.some(isMarked) || recognisableIn(text).length > 0
  const isStacked = process.env.TARO_ENV === 'h5'
  return (
    <Box
      className={classNames(
        'written',
        `is-${block.kind}`,
        block.kind === 'heading' && `is-level-${block.level}`,
        isStacked && 'is-stacked',
        isStacked && isDrawn && 'is-drawn',
      )}
    >
      <Mirror spans={spans} list={block.kind === 'list' ? block.ordered : null} />
      {isStacked ? (
        <BrowserField {...props} text={text} />
      ) : (
        <Textarea
          className="written-field"
          value={text}
          placeholder={props.placeholder}
          placeholderClass="written-placeholder"
          maxlength={-1}
          autoHeight
          disableDefaultPadding
          showConfirmBar={false}
          cursorSpacing={120}
          focus={edit.caret?.key === block.key}
          ariaLabel={props.label}
          onFocus={() => edit.choose(block.key)}
          onInput={(event) => edit.type(block.key, event.detail.value)}
        />
      )}
    </Box>
  )
}

const BrowserField = ({ block, edit, label, placeholder, onLink, text }: WrittenFieldProps & { text: string }) => {
  const { key } = block
  const field = useRef<HTMLTextAreaElement>(null)
  const caret = edit.caret?.key === key ? edit.caret : null
  useLayoutEffect(() => {
    if (!caret || !field.current) return
    field.current.focus()
    field.current.setSelectionRange(caret.at, caret.at)
  }, [caret])

  const selected = (from: HTMLTextAreaElement): Selection => ({ key, from: from.selectionStart, to: from.selectionEnd })

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While Chinese is being composed every key is the composer's.
    if (event.nativeEvent.isComposing) return
    const at = selected(event.currentTarget)
    edit.select(at)
    const isPoint = at.from === at.to
    const wants = event.ctrlKey || event.metaKey
    const done = ((): boolean => {
      switch (event.key) {
        case 'Enter':
          if (event.shiftKey || wants) return false
          edit.breakAt(at)
          return true
        case 'Backspace':
          if (!isPoint || at.from > 0 || wants) return false
          edit.joinBack(key)
          return true
        case 'Delete':
          if (!isPoint || at.to < text.length || wants) return false
          edit.joinNext(key)
          return true
        case 'ArrowUp':
          if (event.altKey) edit.move(key, -1)
          return event.altKey || (isPoint && at.from === 0 && !event.shiftKey && edit.step(key, -1))
        case 'ArrowDown':
          if (event.altKey) edit.move(key, 1)
          return event.altKey || (isPoint && at.to === text.length && !event.shiftKey && edit.step(key, 1))
        case 'b':
          if (wants) edit.toggleStrong()
          return wants
        case 'k':
          if (wants) onLink()
          return wants
        default:
          return false
      }
    })()
    if (done) event.preventDefault()
  }

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const html = event.clipboardData.getData('text/html')
    const words = event.clipboardData.getData('text/plain')
    const at = selected(event.currentTarget)
    if (html !== '') void edit.pasteHtml(at, html)
    // One line goes in as the browser would put it.
    else if (words.includes('\n')) void edit.pasteText(at, words)
    else return
    event.preventDefault()
  }

  return (
    <textarea
      ref={field}
      id={`words-${key}`}
      className="written-field"
      value={text}
      rows={1}
      aria-label={label}
      placeholder={placeholder}
      onChange={(event) => edit.type(key, event.target.value)}
      onFocus={() => edit.choose(key)}
      onSelect={(event) => edit.select(selected(event.currentTarget))}
      onKeyDown={press}
      onPaste={paste}
    />
  )
}
