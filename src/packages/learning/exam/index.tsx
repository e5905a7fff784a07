import { useLoaded } from '#cloud/use-action'
import { ExamId } from '#domain/ids'
import type { ExamCard } from '#domain/integrity/exam.contract'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import * as v from 'valibot'
import { ExamOpening } from '../../../features/learning/ExamOpening'
import { learningApi } from '../../../features/learning/learning.api'
import { canSit } from '../../../features/learning/learning.words'
import { SittingExam } from '../../../features/learning/SittingExam'
import { useOpening } from '../../../features/learning/use-opening'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffApi } from '../../../features/staff/staff.api'
import { goBack, goTo, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'

const NOTHING = {}
const TITLE = '考试'

/** An exam: what it asks, then its paper. Whoever is sitting it goes on where they were. */
export default function ExamPage() {
  const { params } = useRouter()
  const examId = v.safeParse(ExamId, params.id)
  const me = useLoaded(staffApi.me, NOTHING)
  const exams = useLoaded(learningApi.myExams, NOTHING)
  const failed = [me.remote, exams.remote].find(({ status }) => status === 'failed')
  const by = me.remote.status === 'done' ? (me.remote.value?.number ?? null) : null
  if (exams.remote.status === 'done' && by !== null) {
    const card = exams.remote.value.rows.find(({ id }) => id === (examId.success ? examId.output : null))
    if (card) return <OneExam key={card.id} card={card} by={by} />
  }
  const reload = () => {
    void me.reload()
    void exams.reload()
  }
  return (
    <Page title={TITLE} onBack={() => void goBack()}>
      {failed?.status === 'failed' ? (
        <SignInOffer
          code={failed.code}
          to={routes.exam({ id: examId.success ? examId.output : undefined })}
          onRetry={reload}
        />
      ) : me.remote.status === 'done' && exams.remote.status === 'done' ? (
        <Empty title="没有找到这场考试" hint="可能取消了，或者没有安排您参加。请回到“廉洁学习”看现在有哪些考试。" />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  )
}

const OneExam = ({ card, by }: { card: ExamCard; by: string }) => {
  const toResult = (no: number, unheard = 0) =>
    void replaceWith(
      routes.examResult({ exam: card.id, no: String(no), unheard: unheard > 0 ? String(unheard) : undefined }),
    )
  const { opened, busy, failed, open } = useOpening({ examId: card.id, by, onOver: toResult })
  const begin = () => void open(card.openNo)
  // A paper that is being sat is opened at once: its time runs.
  const goingOn = useRef(card.openNo !== null)
  useEffect(() => {
    if (!goingOn.current) return
    goingOn.current = false
    begin()
  })
  const signIn =
    process.env.TARO_ENV === 'h5'
      ? { text: '在电脑上登录', onTap: () => void replaceWith(routes.signIn({ to: routes.exam({ id: card.id }) })) }
      : undefined
  if (opened) {
    return (
      <SittingExam
        opened={opened}
        onOver={(unheard) => toResult(opened.paper.no, unheard)}
        onLeave={() => void goBack()}
        signIn={signIn}
      />
    )
  }
  const { best } = card
  return (
    <Page
      title={card.title}
      onBack={() => void goBack()}
      dock={
        best || canSit(card) ? (
          <>
            {best ? (
              <Button
                kind="quiet"
                grow={!canSit(card)}
                onTap={() => void goTo(routes.examResult({ exam: card.id, no: String(best.no) }))}
              >
                看成绩
              </Button>
            ) : null}
            {canSit(card) ? (
              <Button grow busy={busy} busyText="正在取卷" onTap={begin}>
                {card.openNo === null ? (best ? '再考一次' : '开始') : '接着考'}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <ExamOpening card={card} now={card.now} failed={failed} onRetry={begin} />
    </Page>
  )
}
