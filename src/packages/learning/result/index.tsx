import { useLoaded } from '#cloud/use-action'
import { ExamId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { useRouter } from '@tarojs/taro'
import * as v from 'valibot'
import { backToLearning } from '../../../features/learning/back-to-learning'
import { learningApi } from '../../../features/learning/learning.api'
import { ResultPaper } from '../../../features/learning/ResultPaper'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

const TITLE = '考试成绩'

const Asked = v.object({
  exam: ExamId,
  no: v.pipe(v.string(), v.regex(/^[1-9]\d?$/), v.transform(Number)),
  unheard: v.fallback(v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/), v.transform(Number)), 0),
})

/** How one sitting of an exam went. */
export default function ExamResultPage() {
  const { params } = useRouter()
  const asked = v.safeParse(Asked, params)
  if (!asked.success) {
    return (
      <Page title={TITLE} onBack={() => void goBack()}>
        <Empty title="没有找到这份成绩" hint="请回到“廉洁学习”，从考试那里点进来。" />
      </Page>
    )
  }
  const { exam, no, unheard } = asked.output
  return <Result examId={exam} no={no} unheard={unheard} />
}

const Result = ({ examId, no, unheard }: { examId: ExamId; no: number; unheard: number }) => {
  const { remote, reload } = useLoaded(learningApi.examResult, { examId, no })
  const now: Instant = useNow()
  const result = remote.status === 'done' ? remote.value : null
  return (
    <Page
      title={TITLE}
      density="desk"
      className="result-page"
      onBack={() => void goBack()}
      dock={
        result ? (
          <>
            <Button kind="quiet" grow={result.cancelled !== null} onTap={backToLearning}>
              回到学习
            </Button>
            {result.cancelled !== null ? null : result.passed ? (
              <Button grow onTap={() => void replaceWith(routes.certificate({ exam: examId }))}>
                看合格证
              </Button>
            ) : (
              <Button grow onTap={() => void replaceWith(routes.exam({ id: examId }))}>
                看还能不能再考
              </Button>
            )}
          </>
        ) : null
      }
    >
      {result ? (
        <ResultPaper result={result} unheard={unheard} now={now} />
      ) : remote.status !== 'failed' ? (
        <Skeleton lines={8} />
      ) : remote.code === 'attempt.not_submitted' ? (
        <Empty
          title="这份卷还在答"
          hint="交卷以后这里就有成绩。"
          action={
            <Button kind="quiet" onTap={() => void replaceWith(routes.exam({ id: examId }))}>
              接着考
            </Button>
          }
        />
      ) : (
        <SignInOffer
          code={remote.code}
          to={routes.examResult({ exam: examId, no: String(no) })}
          onRetry={() => void reload()}
        />
      )}
    </Page>
  )
}
