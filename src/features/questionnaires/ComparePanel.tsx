import { questionName } from '#domain/survey/form.words'
import type { Form, QuestionId } from '#domain/survey/question.model'
import { compareForms } from '#domain/survey/version.rules'
import { View } from '@tarojs/components'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { SidePanel } from '../../ui/SidePanel'
import { nextInWords } from './row.words'
import { aboutNames, changeNames } from './survey.words'

interface ComparePanelProps {
  version: number
  before: Form
  after: Form
  onClose: () => void
}

const textOf = (form: Form, id: QuestionId): string => form.questions.find((question) => question.id === id)?.text ?? ''

const waysInWords = (form: Form, id: QuestionId): string => {
  const question = form.questions.find((each) => each.id === id)
  if (!question) return ''
  const own = question.kind === 'single' || question.kind === 'scale' ? question.options : []
  const led = own.filter(({ next }) => next !== null).map(({ text, next }) => `答“${text}”${nextInWords(form, next)}`)
  return [...led, `${led.length > 0 ? '其余' : ''}${nextInWords(form, question.next)}`].join('，')
}

/** What differs between the version that is asked and this draft. */
export const ComparePanel = ({ version, before, after, onClose }: ComparePanelProps) => {
  const change = compareForms(before, after)
  const kinds = ['added', 'removed', 'reworded', 'moved', 'rebranched', 'adjusted'] as const
  const detailOf = (kind: (typeof kinds)[number], id: QuestionId): string | undefined => {
    if (kind === 'reworded' && textOf(before, id) !== textOf(after, id)) return `原来：${textOf(before, id)}`
    if (kind === 'reworded') return '改了说明或选项的字'
    if (kind === 'moved') return `原来是${questionName(before, id)}`
    if (kind === 'rebranched') return `现在：${waysInWords(after, id)}。原来：${waysInWords(before, id)}`
    if (kind === 'adjusted') return '必答、维度、界限、记分或者要不要投诉'
    return undefined
  }
  const isSame = kinds.every((kind) => change[kind].length === 0) && change.about.length === 0
  return (
    <SidePanel title={`和第 ${version} 版比`} onClose={onClose}>
      {isSame ? <View className="gap-4">和第 {version} 版一样，没有改动。</View> : null}
      {kinds
        .filter((kind) => change[kind].length > 0)
        .map((kind) => (
          <View key={kind} className="gap-5">
            <Head>{`${changeNames[kind]} ${change[kind].length} 题`}</Head>
            <List label={`${changeNames[kind]}的题`}>
              {change[kind].map((id) => {
                const form = kind === 'removed' ? before : after
                return (
                  <Item key={id} title={`${questionName(form, id)} ${textOf(form, id)}`} detail={detailOf(kind, id)} />
                )
              })}
            </List>
          </View>
        ))}
      {change.about.length > 0 ? (
        <View className="gap-5">
          <Head>整份问卷</Head>
          <View>{`改了${change.about.map((field) => aboutNames[field]).join('、')}。`}</View>
        </View>
      ) : null}
    </SidePanel>
  )
}
