import { columnNames, SUMMARY_MAX, TITLE_MAX } from '#domain/culture/article.model'
import { blocksText } from '#domain/culture/block.model'
import { lengthOf } from '#domain/text'
import { Textarea, View } from '@tarojs/components'
import { useId } from 'react'
import { describeInput } from '../../ui/input.description'
import { lengthInWords } from './publicity.words'
import type { Manuscript } from './use-manuscript'

/** The title and the summary, as large as they will stand in the article. */
export const SheetHead = ({ sheet, content, change }: Pick<Manuscript, 'sheet' | 'content' | 'change'>) => (
  <View className="sheet-head">
    <View className="t4 cj">{columnNames[sheet.column]}</View>
    <HeadField
      label="题目"
      className="sheet-title"
      value={sheet.title}
      most={TITLE_MAX}
      placeholder="题目，一句平常话"
      onInput={(title) => change((before) => ({ ...before, title: title.replaceAll('\n', '') }), 'title')}
    />
    <View className="t4 c3">
      {[sheet.byline, lengthInWords(blocksText(content.blocks))].filter(Boolean).join('　')}
    </View>
    <HeadField
      label="摘要"
      className="sheet-summary"
      value={sheet.summary}
      most={SUMMARY_MAX}
      placeholder="摘要：一两句话"
      onInput={(summary) => change((before) => ({ ...before, summary }), 'summary')}
    />
  </View>
)

interface HeadFieldProps {
  label: string
  className: string
  value: string
  most: number
  placeholder: string
  onInput: (text: string) => void
}

const HeadField = ({ label, className, value, most, placeholder, onInput }: HeadFieldProps) => {
  const id = useId()
  const length = lengthOf(value)
  const isOver = length > most
  return (
    <View className="head-field">
      <Textarea
        className={className}
        value={value}
        placeholder={placeholder}
        placeholderClass="head-field-placeholder"
        maxlength={-1}
        autoHeight
        disableDefaultPadding
        showConfirmBar={false}
        cursorSpacing={120}
        onInput={(event) => onInput(event.detail.value)}
        {...describeInput({ label, invalid: isOver, id, describedBy: [`${id}-count`] })}
      />
      <View className={isOver ? 'head-field-count is-over' : 'head-field-count'} id={`${id}-count`}>
        {isOver ? `多了 ${length - most} 字，最多 ${most} 字` : `${length} / ${most}`}
      </View>
    </View>
  )
}
