import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { OpenSurvey } from '#domain/survey/answering.contract'
import Taro from '@tarojs/taro'
import { ErrorNote } from '../../ui/ErrorNote'
import { Page } from '../../ui/Page'
import { Skeleton } from '../../ui/Skeleton'
import { useNow } from '../../ui/useNow'
import { type Door, openAt } from './answering.door'
import type { Ways } from './answering.ways'
import { ClosedNote } from './ClosedNote'
import { OpeningDock, OpeningField, SurveyOpening } from './SurveyOpening'
import { QuestionDock, SurveyQuestion } from './SurveyQuestion'
import { SurveyThanks, ThanksDock } from './SurveyThanks'
import { isClosed } from './send-answers'
import { useAnswering } from './use-answering'

interface AnsweringPageProps extends Ways {
  door: Door
  title: string
  /** What is rated, where the questionnaire does not say: the department of 科室互评. */
  about?: string
}

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })

/** A questionnaire from its opening to the thanks, whatever door it was opened by. */
export const AnsweringPage = (props: AnsweringPageProps) => {
  const { door, title, onLeave } = props
  const { remote, reload } = useLoaded(openAt, door)
  if (remote.status === 'done') return <Answering {...props} open={remote.value} />
  return (
    <Page title={title} onBack={onLeave}>
      {remote.status !== 'failed' ? (
        <Skeleton lines={5} />
      ) : isClosed(remote.code) ? (
        <ClosedNote code={remote.code} ways={props} open={null} />
      ) : (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      )}
    </Page>
  )
}

const Answering = (props: AnsweringPageProps & { open: OpenSurvey }) => {
  const { door, title, open, about, onLeave } = props
  const now = useNow()
  const answering = useAnswering({ open, door, now, onShow: toTop })
  const { stage } = answering
  switch (stage.kind) {
    case 'opening':
      return (
        <Page
          title={title}
          onBack={onLeave}
          field={<OpeningField open={open} about={about} />}
          dock={<OpeningDock answering={answering} />}
        >
          <SurveyOpening open={open} door={door} answering={answering} now={now} />
        </Page>
      )
    case 'question':
      return (
        <Page
          title={title}
          onBack={answering.leave}
          dock={<QuestionDock open={open} answering={answering} id={stage.id} />}
        >
          <SurveyQuestion open={open} door={door} about={about} answering={answering} id={stage.id} />
        </Page>
      )
    case 'closed':
      return (
        <Page title={title} onBack={onLeave}>
          <ClosedNote code={stage.code} ways={props} open={open} />
        </Page>
      )
    case 'done':
      return (
        <Page title="谢谢" plainDock dock={<ThanksDock open={open} ways={props} />}>
          <SurveyThanks open={open} door={door} stage={stage} ways={props} />
        </Page>
      )
  }
}
