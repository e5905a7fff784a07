import { recognisableIn } from '#domain/culture/recognisable'
import { sentenceFor, type ErrorCode } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Icon } from '../../ui/Icon'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { nameOf, whenInWords } from './publicity.words'
import { ReviewLine } from './ReviewLine'
import type { Gap } from './sheet.gaps'
import { isWritten, spansOfBlock } from './sheet.model'
import type { Manuscript } from './use-manuscript'
import { plainText } from '#domain/culture/span.rules'

interface SendPanelProps {
  manuscript: Manuscript
  gaps: readonly Gap[]
  now: Instant
  acting: boolean
  failed: ErrorCode | null
  onSend: () => void
  onTakeBack: () => void
  onGoTo: (block: string) => void
}

interface Doubt {
  readonly key: string
  /** null: in the title or the summary. */
  readonly block: string | null
  readonly place: string
  readonly words: string
  readonly instead: string
}

const DOUBTS_SHOWN = 5

const doubtsOf = (text: string, block: string | null, place: string): Doubt[] =>
  recognisableIn(text).map(({ words, from, instead }) => ({
    key: `${block ?? place}.${from}`,
    block,
    place,
    words,
    instead,
  }))

const doubtsIn = ({ title, summary, blocks }: Manuscript['sheet']): Doubt[] => [
  ...doubtsOf(title, null, '题目'),
  ...doubtsOf(summary, null, '摘要'),
  ...blocks.flatMap((block, at) =>
    isWritten(block) ? doubtsOf(plainText(spansOfBlock(block)), block.key, `第 ${at + 1} 段`) : [],
  ),
]

/** Sending it on: who looks at it, what is still missing, and where somebody might be recognised. */
export const SendPanel = ({ manuscript, gaps, now, acting, failed, onSend, onTakeBack, onGoTo }: SendPanelProps) => {
  const { view, sheet, saving } = manuscript
  const doubts = doubtsIn(sheet)
  const state = view?.state ?? 'writing'
  const isInReview = state === 'review' || state === 'approved'
  const wants =
    gaps.length > 0
      ? `还有 ${gaps.length} 处要先写好，在下面`
      : saving.status === 'sending'
        ? '图片或录音还在传'
        : saving.status === 'changed'
          ? '先定用哪一份'
          : undefined
  return (
    <View {...semantics({ role: 'region', label: '送审' })}>
      {isInReview ? (
        <Notice icon="clock">
          {state === 'approved'
            ? '三道都审过了，等发布。再改就要重新送审。'
            : '已经送审。再改一个字，就回到在写，要重新送审。'}
        </Notice>
      ) : state === 'published' ? (
        <Notice icon="eye">公开的还是审过的那一份。改了要重新送审，审过、再发布才换上。</Notice>
      ) : (
        <Button wide busy={acting} busyText="正在送审" disabledBecause={wants} onTap={onSend}>
          送审
        </Button>
      )}
      {view?.acts.includes('takeBack') ? (
        <View className="gap-3">
          <Button kind="quiet" wide busy={acting} busyText="正在拿回" onTap={onTakeBack}>
            拿回来改
          </Button>
        </View>
      ) : null}
      {failed ? (
        <View className="gap-3">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {view?.sentBack ? (
        <View className="gap-4">
          <Notice tone="wait" icon="pen">
            {`${nameOf(view.sentBack.by)} ${whenInWords(view.sentBack.at, now)}退回：${view.sentBack.reason}`}
          </Notice>
        </View>
      ) : null}
      <View className="sheet-section">
        <Head>三道审核</Head>
        <View className="gap-3 review-line">
          <ReviewLine draft={view} now={now} />
        </View>
        <View className="t4 c2">写过这一篇的人不能审，也不能发；三道至少两个人。</View>
      </View>
      <View className="sheet-section">
        <Head>发出去之前</Head>
        <View className="checks" {...semantics({ role: 'list', label: '发出去之前' })}>
          {gaps.map(({ block, text }) => (
            <Check key={`${block}.${text}`} isRight={false}>
              {block === null ? (
                <View>{text}</View>
              ) : (
                <LinkText role="button" onTap={() => onGoTo(block)}>
                  {text}
                </LinkText>
              )}
            </Check>
          ))}
          {doubts.slice(0, DOUBTS_SHOWN).map(({ key, block, place, words, instead }) => (
            <Check key={key} isRight={false}>
              <View className="strong">{`“${words}”能认出人吗？`}</View>
              <View className="c2">{`${instead}。`}</View>
              {block === null ? (
                <View className="c2">{`在${place}里。`}</View>
              ) : (
                <LinkText role="button" onTap={() => onGoTo(block)}>
                  {`去${place}改“${words}”`}
                </LinkText>
              )}
            </Check>
          ))}
          {doubts.length > DOUBTS_SHOWN ? (
            <Check isRight={false}>{`还有 ${doubts.length - DOUBTS_SHOWN} 处标了底色，请一处处看`}</Check>
          ) : null}
          {doubts.length === 0 ? <Check isRight>没有看到床号、号码和确切日子</Check> : null}
          <Check isRight>
            {sheet.source.kind === 'own' ? '来源：本院原创' : `来源：${sheet.source.name || '还没写'}`}
          </Check>
          {sheet.realCase ? <Check isRight>来自真事，审的人要签“认不出是谁”</Check> : null}
          {gaps.length === 0 ? <Check isRight>该写的都写了</Check> : null}
        </View>
      </View>
    </View>
  )
}

const Check = ({ isRight, children }: { isRight: boolean; children: React.ReactNode }) => (
  <View className="check" {...semantics({ role: 'listitem' })}>
    <Icon name={isRight ? 'check' : 'warning'} size="s" className={isRight ? 'check-icon cj' : 'check-icon is-doubt'} />
    <View className="check-words">{children}</View>
  </View>
)
