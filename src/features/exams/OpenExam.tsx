import { useLoaded } from '#cloud/use-action'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { QuizQuestionId } from '#domain/ids'
import type { ExamView, ItemView } from '#domain/integrity/office.contract'
import { cellInWords } from '#domain/integrity/blueprint.rules'
import { examPurposeNames } from '#domain/integrity/exam.model'
import { timeInWords } from '#domain/instant'
import type { Result } from '#domain/result'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { LinkText } from '../../ui/LinkText'
import { NextAct } from '../../ui/NextAct'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { CancelForm } from './CancelForm'
import { Candidates } from './Candidates'
import { audienceInWords, figuresHeadline, nameOf, nextInWords, phaseNames, windowInWords } from './exam.words'
import { planDraftOf } from './exam.plan'
import { examsApi } from './exams.api'
import { ExtendDialog, EXTRA_AT_ONCE } from './ExtendDialog'
import { FiguresBoard } from './FiguresBoard'
import { leftOf, regradeAll, regradedInWords } from './regrade.run'
import { RegradePanel } from './RegradePanel'

interface OpenExamProps {
  exam: ExamView
  /** It was changed here. */
  onExam: (exam: ExamView) => void
  onReload: () => void
  onEdit: () => void
  onRoom: () => void
  onQuestion: (id: QuizQuestionId) => void
  /** Where the complaints are counted; absent for whoever does not see them. */
  onComplaints?: () => void
  onLeave: () => void
}

type Asked = 'announce' | 'cancel' | 'extend' | null

/** One exam: the next act, what was decided, and what it shows once papers are in. */
export const OpenExam = ({
  exam,
  onExam,
  onReload,
  onEdit,
  onRoom,
  onQuestion,
  onComplaints,
  onLeave,
}: OpenExamProps) => {
  const [asked, setAsked] = useState<Asked>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const { id, rev, plan, phase, now } = exam
  const act = async (work: () => Promise<Result<ExamView>>, words: string | ((exam: ExamView) => string)) => {
    setBusy(true)
    setFailed(null)
    const answer = await work()
    setBusy(false)
    setAsked(null)
    if (!answer.ok) {
      setFailed(answer.code)
      if (answer.code === 'data.changed') onReload()
      return
    }
    toast(typeof words === 'string' ? words : words(answer.value))
    onExam(answer.value)
  }
  const mayChange = phase === 'planned' || phase === 'coming'
  const isSat = phase === 'open' || phase === 'over' || (phase === 'cancelled' && exam.now >= plan.opensAt)
  return (
    <View className="open-exam">
      <LinkText role="button" onTap={onLeave}>
        ‹ 所有考试
      </LinkText>
      <Lead above={`${examPurposeNames[plan.purpose]} · ${phaseNames[phase]}`} hint={windowInWords(plan, now)}>
        {plan.title}
      </Lead>
      {phase === 'over' ? null : phase === 'cancelled' ? (
        <View className="gap-4">
          <Notice icon="pause">{nextInWords(exam)}</Notice>
        </View>
      ) : (
        <NextAct what={nextInWords(exam)}>
          {phase === 'planned' ? <Button onTap={() => setAsked('announce')}>发布</Button> : null}
          {phase === 'open' ? <Button onTap={onRoom}>开考场大屏</Button> : null}
          {phase === 'open' ? (
            <Button kind="quiet" onTap={() => setAsked('extend')}>
              {`全场延长 ${EXTRA_AT_ONCE} 分钟`}
            </Button>
          ) : null}
          {mayChange ? (
            <Button kind="quiet" icon="pen" onTap={onEdit}>
              改安排
            </Button>
          ) : null}
        </NextAct>
      )}
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {asked === 'cancel' ? (
        <CancelForm
          busy={busy}
          onCancel={(reason) => void act(() => examsApi.cancelExam({ id, rev, reason }), '取消了')}
          onLeave={() => setAsked(null)}
        />
      ) : null}
      {isSat ? (
        <Figures exam={exam} onExam={onExam} onReload={onReload} onQuestion={onQuestion} onComplaints={onComplaints} />
      ) : null}
      <View className="exam-columns gap-6">
        <View className="exam-main">
          <Head aside={`共 ${plan.blueprint.reduce((sum, { count }) => sum + count, 0)} 题`}>怎样组卷</Head>
          <List label="怎样组卷">
            {planDraftOf(plan).cells.map((cell) => (
              <Item
                key={cell.key}
                title={cellInWords({ ...cell, count: Number(cell.count) })}
                end={`${cell.count} 题`}
              />
            ))}
          </List>
          {exam.regrades.length > 0 ? (
            <View className="gap-5">
              <Head>重新记分</Head>
              <List label="重新记分">
                {exam.regrades.map(({ id: regradeId, by, at, reason, corrections, looked, changed, left }) => (
                  <Item
                    key={regradeId}
                    title={reason}
                    detail={[
                      timeInWords(at, now),
                      nameOf(by),
                      corrections && `${corrections.length} 道题`,
                      corrections && left > 0 ? `还有 ${left} 份没算，点这里接着算` : null,
                    ]
                      .filter(Boolean)
                      .join('，')}
                    end={`算过 ${looked} 份，变了 ${changed} 份`}
                    onTap={
                      corrections && left > 0 && !busy
                        ? () =>
                            void act(
                              () => regradeAll({ id, rev, regradeId, reason, corrections }, () => undefined),
                              (after) => regradedInWords(leftOf(after, regradeId)),
                            )
                        : undefined
                    }
                  />
                ))}
              </List>
            </View>
          ) : null}
        </View>
        <View className="exam-side">
          <Facts facts={factsOf(exam)} />
        </View>
      </View>
      {phase === 'cancelled' || phase === 'over' ? null : (
        <View className="gap-6">
          <Button kind="text" onTap={() => setAsked('cancel')}>
            取消这场考试
          </Button>
        </View>
      )}
      {asked === 'announce' ? (
        <ConfirmDialog
          title="发布这场考试？"
          detail={`${exam.invited} 人会在“考试”里看到它，${timeInWords(plan.opensAt, now)} 起能开始。开考以前还能改。`}
          confirm="发布"
          busy={busy}
          onConfirm={() => void act(() => examsApi.announceExam({ id, rev }), '发布了')}
          onCancel={() => setAsked(null)}
        />
      ) : asked === 'extend' ? (
        <ExtendDialog
          id={id}
          onExtended={(extended) => {
            setAsked(null)
            onExam(extended)
          }}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </View>
  )
}

const factsOf = ({ plan, invited, departments, extraMinutes }: ExamView) => [
  { term: '谁来考', text: `${audienceInWords(plan.audience, departments)}，一共 ${invited} 人` },
  {
    term: '时间',
    text: extraMinutes > 0 ? `${plan.minutes} 分钟，全场延长了 ${extraMinutes} 分钟` : `${plan.minutes} 分钟`,
  },
  { term: '最多考几次', text: `${plan.attempts} 次，取最好的一次` },
  { term: '合格线', text: `${plan.passPercent}%` },
  {
    term: '记分',
    text: `单选 ${plan.marking.single}，多选 ${plan.marking.multiple}，判断 ${plan.marking.true_false}；漏选${plan.marking.incomplete === 'half' ? '得一半' : '不得分'}，错选不得分`,
  },
  { term: '答案', text: plan.keysShown === 'at_once' ? '最后一次交卷就看得到' : '收卷以后才看得到' },
  ...(plan.notice ? [{ term: '考前要说的话', text: plan.notice }] : []),
]

type FiguresProps = Pick<OpenExamProps, 'exam' | 'onExam' | 'onReload' | 'onQuestion' | 'onComplaints'>

const Figures = ({ exam, onExam, onReload, onQuestion, onComplaints }: FiguresProps) => {
  const { remote, reload } = useLoaded(examsApi.examFigures, { id: exam.id })
  const [regrading, setRegrading] = useState<ItemView | null>(null)
  const figures = remote.status === 'done' ? remote.value : null
  return (
    <View className="gap-6">
      {remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : figures ? (
        <>
          <View className="exam-headline">
            <Head
              level={2}
              aside={
                <LinkText role="button" onTap={() => void reload()}>
                  再算一次
                </LinkText>
              }
            >
              {figuresHeadline(figures)}
            </Head>
          </View>
          {figures.handedIn > 0 ? (
            <FiguresBoard
              exam={exam}
              figures={figures}
              onRegrade={setRegrading}
              onQuestion={({ questionId }) => onQuestion(questionId)}
              onComplaints={onComplaints}
            />
          ) : null}
        </>
      ) : (
        <Skeleton lines={6} label="正在算" />
      )}
      <Candidates key={exam.rev} exam={exam} figures={figures} />
      {regrading ? (
        <RegradePanel
          key={`${regrading.questionId}-${regrading.version}`}
          exam={exam}
          item={regrading}
          onRegraded={(regraded) => {
            setRegrading(null)
            onExam(regraded)
            void reload()
          }}
          onStale={onReload}
          onClose={() => setRegrading(null)}
        />
      ) : null}
    </View>
  )
}
