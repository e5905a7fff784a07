import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import type { Month } from '#domain/instant'
import type { OpenSurvey } from '#domain/survey/answering.contract'
import { handedIn, standingAt } from '#domain/survey/answering.path'
import { isScored, type QuestionId, TEXT_MOST } from '#domain/survey/question.model'
import type { LastFinding } from '#domain/survey/supervision.contract'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { Page } from '../../ui/Page'
import { PromiseNote } from '../../ui/PromiseNote'
import { QuestionView } from '../../ui/question/QuestionView'
import { Skeleton } from '../../ui/Skeleton'
import { Step } from '../../ui/Step'
import { useAppearance } from '../../ui/useAppearance'
import { useNow } from '../../ui/useNow'
import { FindingList } from './FindingList'
import { stepsOf } from './rating.steps'
import { StepTiles } from './StepTiles'
import { surveyApi } from './survey.api'
import { evidenceWanted, monthWords, SEEN_BY } from './supervision.words'
import { type Rating, ratingWants, useRating } from './use-rating'
import './supervision.css'

interface RatingPageProps {
  departmentId: DepartmentId
  departmentName: string
  month: Month
  open: OpenSurvey
  onLeave: () => void
}

const TITLE = '行风评议'

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

/** One department, item by item, with what was seen. */
export const RatingPage = (props: RatingPageProps) => {
  const { departmentId, open, onLeave } = props
  const rating = useRating({ departmentId, open, now: useNow(), onShow: toTop })
  const last = useLoaded(surveyApi.lastFindings, { departmentId })
  const findings = last.remote.status === 'done' ? last.remote.value.findings : []
  const { stage } = rating
  switch (stage.kind) {
    case 'opening':
      return (
        <Page title={TITLE} onBack={onLeave} dock={<OpeningDock rating={rating} />}>
          <Lead above={`${monthWords(props.month)}评议`} hint={open.form.opening ?? undefined}>
            {props.departmentName}
          </Lead>
          <View className="gap-5">
            <Head>上次的问题</Head>
            <View className="gap-2">
              {last.remote.status === 'failed' ? (
                <ErrorNote onRetry={() => void last.reload()}>{sentenceFor(last.remote.code)}</ErrorNote>
              ) : last.remote.status === 'done' ? (
                <FindingList findings={findings} named />
              ) : (
                <Skeleton lines={2} />
              )}
            </View>
          </View>
          <View className="gap-5">
            <PromiseNote next="评得低的，请科里改；您下次来评，看得到科里怎么说" seenBy={SEEN_BY} />
          </View>
        </Page>
      )
    case 'question':
      return (
        <Page title={TITLE} onBack={rating.leave} dock={<QuestionDock open={open} rating={rating} id={stage.id} />}>
          <RatingQuestion {...props} rating={rating} id={stage.id} findings={findings} />
        </Page>
      )
    case 'closed':
      return (
        <Page title={TITLE} onBack={onLeave}>
          <Empty
            title="这次交不上了"
            hint={sentenceFor(stage.code)}
            action={
              <Button kind="quiet" onTap={onLeave}>
                回到行风监督
              </Button>
            }
          />
        </Page>
      )
    case 'done':
      return (
        <Page
          title={TITLE}
          plainDock
          dock={
            <Button kind="quiet" grow onTap={onLeave}>
              回到行风监督
            </Button>
          }
        >
          <Empty
            title={`${props.departmentName}评好了，谢谢您`}
            hint={
              stage.low > 0
                ? `您写的 ${stage.low} 条看到的情况，满意度专员会请科里改；下次来评，看得到科里怎么说。`
                : '满意度专员看得到了。下次来评，先看这次的。'
            }
          />
        </Page>
      )
  }
}

const OpeningDock = ({ rating }: { rating: Rating }) => (
  <Button grow onTap={() => void rating.begin()}>
    {rating.draft ? '接着评' : '开始评'}
  </Button>
)

interface RatingQuestionProps extends RatingPageProps {
  rating: Rating
  id: QuestionId
  findings: readonly LastFinding[]
}

const RatingQuestion = ({ open, departmentName, month, rating, id, findings }: RatingQuestionProps) => {
  const { draft, failed, saved, answer, write, skip } = rating
  const standing = draft && standingAt(open.form, draft.answers, id)
  if (!standing) return null
  const { question, now, of, after } = standing
  const above = `${monthWords(month)}评议 · ${departmentName}`
  const steps = stepsOf(question)
  const chosen = draft.answers[id]
  const evidence = draft.evidence[id] ?? ''
  const wants = ratingWants(open, draft, question, after === null)
  const here = findings.filter(({ questionId }) => questionId === id)
  return (
    <View>
      <Step now={now} of={of} unit="项" />
      {failed ? (
        <View className="supervision-note">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {saved ? null : (
        <View className="supervision-note">
          <Notice tone="wait" announced="status">
            这台手机存不下了，交上去之前请别关这一页。
          </Notice>
        </View>
      )}
      {steps ? (
        <>
          <Lead above={above} hint={question.hint ?? undefined}>
            {question.text}
          </Lead>
          <StepTiles
            key={id}
            label={question.text}
            steps={steps}
            value={typeof chosen === 'string' ? chosen : null}
            onChange={(step) => answer(id, step)}
          />
        </>
      ) : (
        <QuestionView
          key={id}
          question={question}
          answer={chosen}
          onAnswer={(value) => answer(id, value)}
          above={above}
        />
      )}
      {isScored(question) ? (
        <View className="gap-5">
          <Head aside={evidenceWanted(question)}>看到了什么</Head>
          <View className="gap-3">
            <Letter
              key={id}
              label={`看到了什么，${evidenceWanted(question)}`}
              value={evidence}
              lines={3}
              limit={TEXT_MOST}
              placeholder="在哪里、看到或听到什么。不写病人的姓名。"
              saved={saved && evidence ? '写的留在这里，关掉也不会丢' : undefined}
              error={failed === 'supervision.evidence_missing' && wants ? wants : undefined}
              onInput={(text) => write(id, text)}
            />
          </View>
        </View>
      ) : null}
      {here.length > 0 ? (
        <View className="gap-5">
          <Head>上次的问题</Head>
          <View className="gap-2">
            <FindingList findings={here} />
          </View>
        </View>
      ) : null}
      {!question.required && isScored(question) && after !== null ? (
        <View className="gap-3">
          <LinkText role="button" onTap={() => skip(id)}>
            这次没看到，跳过
          </LinkText>
        </View>
      ) : null}
      <View className="gap-5">
        <PromiseNote seenBy={SEEN_BY} />
      </View>
    </View>
  )
}

interface QuestionDockProps {
  open: OpenSurvey
  rating: Rating
  id: QuestionId
}

/** Back and on, at the thumb; at the last item it is handed in. */
const QuestionDock = ({ open, rating, id }: QuestionDockProps) => {
  const { draft, busy, failed, goTo, leave, handIn } = rating
  const { elder } = useAppearance()
  const standing = draft && standingAt(open.form, draft.answers, id)
  if (!standing) return null
  const { question, before, after } = standing
  const isEmpty = after === null && Object.keys(handedIn(open.form, draft.answers)).length === 0
  const why = ratingWants(open, draft, question, after === null) ?? (isEmpty ? '一项也没有评，评一项再交' : null)
  return (
    <>
      <Button kind={elder ? 'quiet' : 'text'} disabled={busy} onTap={() => (before === null ? leave() : goTo(before))}>
        上一项
      </Button>
      <Button
        grow
        busy={busy}
        disabledBecause={why ?? undefined}
        onTap={() => (after === null ? void handIn() : goTo(after))}
      >
        {after !== null ? '下一项' : failed ? '再交一次' : '交上评议'}
      </Button>
    </>
  )
}
