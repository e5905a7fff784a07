import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { backToLearning } from '../../../features/learning/back-to-learning'
import { examsWithMistakes } from '../../../features/learning/exam.mistakes'
import { ExamMistakes } from '../../../features/learning/ExamMistakes'
import { learningApi } from '../../../features/learning/learning.api'
import { MistakeBook } from '../../../features/learning/MistakeBook'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goTo, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

const NOTHING = {}

/** What somebody got wrong (错题本): at their daily five, and in exams whose answers are out. */
export default function MistakesPage() {
  const { remote, reload } = useLoaded(learningApi.mistakes, NOTHING)
  const exams = useLoaded(learningApi.myExams, NOTHING)
  const now = useNow()
  return (
    <Page
      title="错题本"
      onBack={backToLearning}
      dock={
        remote.status === 'done' ? (
          <Button grow onTap={() => void replaceWith(routes.dailyFive())}>
            做今天的五题
          </Button>
        ) : null
      }
    >
      {remote.status === 'done' ? (
        <>
          <MistakeBook rows={remote.value.rows} now={now} />
          <ExamMistakes
            exams={exams.remote.status === 'done' ? examsWithMistakes(exams.remote.value.rows) : []}
            now={now}
            onExam={({ id, best }) => void goTo(routes.examResult({ exam: id, no: String(best.no) }))}
          />
        </>
      ) : remote.status !== 'failed' ? (
        <Skeleton lines={6} />
      ) : remote.code === 'daily.sitting' ? (
        <Empty title="先把卷子交了再看" hint={sentenceFor(remote.code)} />
      ) : (
        <SignInOffer code={remote.code} to={routes.mistakes()} onRetry={() => void reload()} />
      )}
    </Page>
  )
}
