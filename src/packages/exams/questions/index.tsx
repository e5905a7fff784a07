import { randomHex } from '#cloud/random.bytes'
import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { QuizQuestionId } from '#domain/ids'
import { dayInWords, weekdayInWords } from '#domain/instant'
import { QuestionQueue, type QuestionView } from '#domain/integrity/question.contract'
import type { Evidence, QuestionKind } from '#domain/integrity/question.model'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { ExportPanel } from '../../../features/bank/ExportPanel'
import { ImportPanel } from '../../../features/bank/ImportPanel'
import { NearPanel } from '../../../features/bank/NearPanel'
import { NewQuestion } from '../../../features/bank/NewQuestion'
import { blankQuestion, type QuestionDraft } from '../../../features/bank/question.draft'
import { keptNew } from '../../../features/bank/question.store'
import { QuestionDetail } from '../../../features/bank/QuestionDetail'
import { QuestionEditor } from '../../../features/bank/QuestionEditor'
import { QuestionList } from '../../../features/bank/QuestionList'
import { StarterPanel } from '../../../features/bank/StarterPanel'
import { useBank } from '../../../features/bank/use-bank'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { examTabs } from '../../../features/session/exam.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections, worksOnExams } from '../../../features/session/staff.sections'
import { goBack, routes } from '../../../routes'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'
import '../../../features/bank/Bank.css'

const NOTHING = {}

type Panel = 'new' | 'import' | 'export' | 'starter' | 'near' | null

interface Written {
  id: QuizQuestionId
  /** null: a new one. */
  view: QuestionView | null
  blank: QuestionDraft
}

/** The bank of questions (题库): what it holds, the one that is looked at, and the one that is written. */
export default function QuestionsPage() {
  const { params } = useRouter()
  const asked = v.safeParse(QuizQuestionId, params.id)
  const first = v.safeParse(QuestionQueue, params.queue)
  const bank = useBank(first.success ? first.output : 'all', asked.success ? asked.output : null)
  const { remote: me } = useLoaded(hospitalApi.me, NOTHING)
  const [panel, setPanel] = useState<Panel>(null)
  const [written, setWritten] = useState<Written | null>(null)
  const now = useNow()
  const known = me.status === 'done' ? me.value : null
  const roles = known?.roles ?? null
  const keeps = roles !== null && worksOnExams(roles)
  // Whoever only reviews comes from their cases.
  const section = keeps || roles === null ? 'exams' : 'complaints'
  const { page, open, openId, problem } = bank

  const isListed = openId === null && written === null
  // On a phone what is opened takes the place of a list that was scrolled.
  useEffect(() => {
    if (!isListed) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [isListed])

  const begin = async (kind: QuestionKind, evidence: Evidence) => {
    const id = v.parse(QuizQuestionId, await randomHex())
    setPanel(null)
    setWritten({
      id,
      view: null,
      blank: blankQuestion({ kind, evidence, topic: bank.filter.topic ?? 'rules' }, Math.random),
    })
  }
  /** What the server has not heard of yet comes first. */
  const write = () => {
    const left = keptNew()
    if (!left) return setPanel('new')
    const { kind, topic, evidence } = left.draft
    setWritten({ id: left.id, view: null, blank: blankQuestion({ kind, topic, evidence }, Math.random) })
  }
  const edit = (view: QuestionView) => {
    const { kind, topic, evidence } = view.content
    setWritten({ id: view.id, view, blank: blankQuestion({ kind, topic, evidence }, Math.random) })
  }
  const leave = () => {
    setWritten(null)
    bank.reload()
  }
  const show = (id: QuizQuestionId) => {
    setPanel(null)
    bank.show(id)
  }
  const back = () => {
    if (written) return leave()
    if (openId) return bank.show(null)
    void goBack()
  }

  return (
    <WideDesk
      title="题库"
      section={section}
      sections={staffSections(roles, section)}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      onBack={back}
    >
      <TopTabs tabs={examTabs(roles, 'questions')} aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`} />
      {written ? (
        <QuestionEditor
          key={written.id}
          {...written}
          onSaved={(view) => {
            bank.show(view.id)
            bank.take(view)
          }}
          onLeave={leave}
        />
      ) : problem && !page ? (
        <SignInOffer code={problem} to={routes.questionBank({ id: openId ?? undefined })} onRetry={bank.reload} />
      ) : page ? (
        <View className={`bank is-showing-${openId ? 'detail' : 'list'}`}>
          <View className="bank-list">
            {problem ? <SignInOffer code={problem} to={routes.questionBank()} onRetry={bank.reload} /> : null}
            <QuestionList
              page={page}
              bank={bank}
              keeps={keeps}
              onNew={write}
              onImport={() => setPanel('import')}
              onExport={() => setPanel('export')}
              onStarter={() => setPanel('starter')}
              onNear={() => setPanel('near')}
            />
          </View>
          <View className="bank-detail">
            {open ? (
              <QuestionDetail
                key={open.id}
                view={open}
                bank={bank}
                now={now}
                onEdit={() => edit(open)}
                onOpen={bank.show}
              />
            ) : openId && bank.failed ? (
              <ErrorNote onRetry={bank.reload}>{sentenceFor(bank.failed)}</ErrorNote>
            ) : openId ? (
              <Skeleton lines={8} />
            ) : page.rows.length === 0 ? null : (
              <Empty title="还没有打开哪一题" hint="点一题，看它的答案、依据，谁看过，大家答得怎样。" />
            )}
          </View>
        </View>
      ) : (
        <Skeleton lines={8} />
      )}
      {panel === 'new' ? (
        <NewQuestion onBegin={(kind, evidence) => void begin(kind, evidence)} onClose={() => setPanel(null)} />
      ) : panel === 'import' ? (
        <ImportPanel onWritten={bank.reload} onClose={() => setPanel(null)} />
      ) : panel === 'export' && page ? (
        <ExportPanel topics={page.topics} topic={bank.filter.topic} onClose={() => setPanel(null)} />
      ) : panel === 'starter' ? (
        <StarterPanel onTaken={bank.reload} onClose={() => setPanel(null)} />
      ) : panel === 'near' ? (
        <NearPanel onOpen={show} onClose={() => setPanel(null)} />
      ) : null}
    </WideDesk>
  )
}
