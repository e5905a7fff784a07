import {
  ARTICLE_MAX,
  DOCUMENT_MAX,
  EXPLANATION_MAX,
  OPTION_MAX,
  POINT_MAX,
  PRACTICE_MAX,
  STEM_MAX,
} from '#domain/integrity/question.model'
import { lengthOf } from '#domain/text'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Choice } from '../../ui/Choice'
import { Head } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import {
  addOption,
  canAddOption,
  canRemoveOption,
  markRight,
  moveOption,
  type PartDraft,
  removeOption,
  writeOption,
} from './question.draft'

interface PartFieldsProps {
  part: PartDraft
  /** 「第 2 小题」; null: the question is no case. */
  name: string | null
  change: (next: (part: PartDraft) => Partial<PartDraft>, run?: string) => void
}

const STEM_LINES = 3
const WORDS_LINES = 3
/** Let through by the field, so that what is over can be told instead of being cut off. */
const ROOM = 20

const tooLong = (text: string, most: number): string | undefined => {
  const over = lengthOf(text.trim()) - most
  return over > 0 ? `多了 ${over} 字，最多 ${most} 字。` : undefined
}

/** What is asked, what can be answered, what is right and which rule says so. */
export const PartFields = ({ part, name, change }: PartFieldsProps) => {
  const label = (words: string) => (name ? `${name}，${words}` : words)
  return (
    <View>
      <Head aside="一句话问清楚，别问两件事">题干</Head>
      <View className="gap-2">
        <Letter
          label={label('题干')}
          value={part.stem}
          lines={STEM_LINES}
          limit={STEM_MAX}
          onInput={(stem) => change(() => ({ stem }), 'stem')}
        />
      </View>
      {part.kind === 'true_false' ? (
        <View className="gap-5">
          <Head>这句话对吗</Head>
          <View className="gap-2" {...semantics({ role: 'radiogroup', label: label('这句话对吗') })}>
            {[true, false].map((isTrue) => (
              <View key={String(isTrue)} className="question-choice">
                <Choice
                  title={isTrue ? '对' : '错'}
                  selected={part.isTrue === isTrue}
                  onTap={() => change(() => ({ isTrue }))}
                />
              </View>
            ))}
          </View>
        </View>
      ) : (
        <OptionFields part={part} label={label} change={change} />
      )}
      <View className="gap-5">
        <Head aside="答完马上看到">讲解</Head>
        <View className="gap-2">
          <TextField
            label={label('要点')}
            aside="可以不写"
            placeholder="像小标题，例如：看钱是为什么给的"
            value={part.point}
            maxlength={POINT_MAX + ROOM}
            error={tooLong(part.point, POINT_MAX)}
            onInput={(point) => change(() => ({ point }), 'point')}
          />
        </View>
        <View className="gap-4">
          <Head>解析</Head>
          <Letter
            label={label('解析')}
            placeholder="为什么对，别的为什么不对"
            value={part.explanation}
            lines={WORDS_LINES}
            limit={EXPLANATION_MAX}
            onInput={(explanation) => change(() => ({ explanation }), 'explanation')}
          />
        </View>
        <View className="gap-4">
          <Head aside="可以不写">在科里</Head>
          <Letter
            label={label('在科里')}
            placeholder="明天遇到，怎么做"
            value={part.practice}
            lines={2}
            limit={PRACTICE_MAX}
            onInput={(practice) => change(() => ({ practice }), 'practice')}
          />
        </View>
      </View>
      <View className="gap-5">
        <Head aside="每一题都要写">依据</Head>
        <View className="gap-2">
          <TextField
            label={label('文件')}
            placeholder="例如：医疗机构工作人员廉洁从业九项准则"
            value={part.rule.document}
            maxlength={DOCUMENT_MAX + ROOM}
            error={tooLong(part.rule.document, DOCUMENT_MAX)}
            onInput={(document) => change(({ rule }) => ({ rule: { ...rule, document } }), 'document')}
          />
        </View>
        <View className="gap-3">
          <TextField
            label={label('条款')}
            placeholder="例如：第六条"
            value={part.rule.article}
            maxlength={ARTICLE_MAX + ROOM}
            error={tooLong(part.rule.article, ARTICLE_MAX)}
            onInput={(article) => change(({ rule }) => ({ rule: { ...rule, article } }), 'article')}
          />
        </View>
      </View>
    </View>
  )
}

interface OptionFieldsProps {
  part: PartDraft
  label: (words: string) => string
  change: PartFieldsProps['change']
}

const OptionFields = ({ part, label, change }: OptionFieldsProps) => (
  <View className="gap-5">
    <Head aside={part.kind === 'single' ? '点一个定为正确' : '点几个定为正确'}>选项</Head>
    <View {...semantics({ role: 'list', label: label('选项') })}>
      {part.options.map(({ id, text }, at) => {
        const letter = String.fromCharCode(65 + at)
        const isRight = part.key.includes(id)
        return (
          <View key={id} className="option-row" {...semantics({ role: 'listitem' })}>
            <View className="option-head">
              <View className="grow">
                <TextField
                  label={label(`选项 ${letter}`)}
                  value={text}
                  maxlength={OPTION_MAX + ROOM}
                  error={tooLong(text, OPTION_MAX)}
                  onInput={(words) => change((before) => writeOption(before, id, words), `option.${id}`)}
                />
              </View>
              <View className="option-right">
                <Chip
                  pressed={isRight}
                  icon={isRight ? 'tick' : undefined}
                  label={label(`选项 ${letter}，${isRight ? '是正确答案' : '定为正确'}`)}
                  onTap={() => change((before) => markRight(before, id))}
                >
                  {isRight ? '正确' : '定为正确'}
                </Chip>
              </View>
            </View>
            <View className="option-links">
              {at > 0 ? (
                <LinkText
                  role="button"
                  label={label(`选项 ${letter} 上移`)}
                  onTap={() => change((before) => moveOption(before, at, -1))}
                >
                  上移
                </LinkText>
              ) : null}
              {at < part.options.length - 1 ? (
                <LinkText
                  role="button"
                  label={label(`选项 ${letter} 下移`)}
                  onTap={() => change((before) => moveOption(before, at, 1))}
                >
                  下移
                </LinkText>
              ) : null}
              {canRemoveOption(part) ? (
                <LinkText
                  role="button"
                  label={label(`删掉选项 ${letter}`)}
                  onTap={() => change((before) => removeOption(before, id))}
                >
                  删掉
                </LinkText>
              ) : null}
            </View>
          </View>
        )
      })}
    </View>
    <View className="bank-acts gap-3">
      {canAddOption(part) ? (
        <Button kind="quiet" onTap={() => change((before) => addOption(before, Math.random))}>
          加一个选项
        </Button>
      ) : null}
      <Chip
        pressed={part.fixedOrder}
        onTap={() => change(({ fixedOrder }) => ({ fixedOrder: !fixedOrder }))}
        label={label('选项的顺序不打乱')}
      >
        顺序不打乱
      </Chip>
    </View>
    <View className="gap-2 t4 c3">选项按大小排，或者有“以上都对”的，才不打乱；别的每个人看到的顺序不一样。</View>
  </View>
)
