import { randomHex } from '#cloud/random.bytes'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { TermId } from '#domain/ids'
import { beijingDay, type Day, daysAfter } from '#domain/instant'
import type { SupervisorRow, TermRow } from '#domain/survey/supervision.contract'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import { surveyApi } from './survey.api'
import { termInWords, termStanding } from './supervision.words'
import { TermForm, type TermPlan } from './TermForm'
import './supervision.css'

interface SupervisorPanelProps {
  supervisor: SupervisorRow
  onDuties: () => void
  onChanged: () => void
  onClose: () => void
}

type Editing = { kind: 'new' } | { kind: 'change'; term: TermRow }

/** The first day after whatever is planned already, not before today. */
const nextFrom = (terms: readonly TermRow[], today: Day): Day => {
  const ends = terms.flatMap(({ to, endedOn }) => (endedOn === null ? [daysAfter(to, 1)] : []))
  return [...ends, today].sort().slice(-1)[0] ?? today
}

/** One supervisor's appointments: made, changed, ended. */
export const SupervisorPanel = ({ supervisor, onDuties, onChanged, onClose }: SupervisorPanelProps) => {
  const { staffId, name, terms } = supervisor
  const now = useNow()
  const [editing, setEditing] = useState<Editing | null>(null)
  const [ending, setEnding] = useState<TermRow | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  // Made once for a plan: pressing again after no answer is the same appointment.
  const planned = useRef<{ id: TermId; plan: string } | null>(null)

  const act = async (work: () => Promise<{ ok: boolean; code?: ErrorCode }>, done: string) => {
    setBusy(true)
    setFailed(null)
    const answer = await work()
    setBusy(false)
    setEnding(null)
    if (!answer.ok) return setFailed(answer.code ?? 'system.failed')
    setEditing(null)
    toast(done)
    onChanged()
  }
  const appoint = (plan: TermPlan) =>
    act(async () => {
      const text = JSON.stringify(plan)
      if (planned.current?.plan !== text) planned.current = { id: v.parse(TermId, await randomHex()), plan: text }
      return surveyApi.appointSupervisor({ id: planned.current.id, staffId, ...plan })
    }, '聘好了')
  const change = ({ id, rev }: TermRow, plan: TermPlan) =>
    act(() => surveyApi.changeTerm({ id, rev, ...plan }), '改好了')
  const end = ({ id, rev }: TermRow) => act(() => surveyApi.endTerm({ id, rev }), '聘期结束了')

  const edit = (next: Editing | null) => {
    setFailed(null)
    setEditing(next)
  }

  return (
    <SidePanel title={name} onClose={onClose}>
      {failed ? <ErrorNote>{sentenceFor(failed)}</ErrorNote> : null}
      {editing?.kind === 'change' ? (
        <>
          <Head>改这段聘期</Head>
          <View className="gap-4">
            <TermForm
              key={editing.term.id}
              term={editing.term}
              saveText="保存"
              busy={busy}
              onSave={(plan) => void change(editing.term, plan)}
              onCancel={() => edit(null)}
            />
          </View>
        </>
      ) : editing ? (
        <>
          <Head>加一段聘期</Head>
          <View className="gap-4">
            <TermForm
              key="new"
              term={{ from: nextFrom(terms, beijingDay(now)) }}
              saveText="聘"
              busy={busy}
              onSave={(plan) => void appoint(plan)}
              onCancel={() => edit(null)}
            />
          </View>
        </>
      ) : (
        <>
          <Head>聘期</Head>
          {terms.length === 0 ? (
            <View className="gap-3 supervision-none">还没有聘。聘了以后，评议和履职才记得下来。</View>
          ) : (
            <View className="gap-3" {...semantics({ role: 'list', label: '聘期' })}>
              {terms.map((term) => (
                <View key={term.id} className="duty" {...semantics({ role: 'listitem' })}>
                  <View className="duty-title">{termInWords(term, now)}</View>
                  <View className="duty-where">{[termStanding(term, now), term.note].filter(Boolean).join(' · ')}</View>
                  {term.endedOn === null && term.to >= beijingDay(now) ? (
                    <View className="term-acts">
                      <LinkText
                        role="button"
                        label={`改日期，${termInWords(term, now)}`}
                        onTap={() => edit({ kind: 'change', term })}
                      >
                        改日期
                      </LinkText>
                      <LinkText
                        role="button"
                        label={`提前结束，${termInWords(term, now)}`}
                        onTap={() => setEnding(term)}
                      >
                        提前结束
                      </LinkText>
                    </View>
                  ) : null}
                </View>
              ))}
            </View>
          )}
          <View className="gap-4">
            <Button kind="quiet" wide onTap={() => edit({ kind: 'new' })}>
              {terms.length === 0 ? '聘' : '续聘一段'}
            </Button>
          </View>
          <View className="gap-3">
            <LinkText role="button" onTap={onDuties}>
              看做过的履职
            </LinkText>
          </View>
        </>
      )}
      {ending ? (
        <ConfirmDialog
          title={`让${name}的聘期今天结束吗？`}
          detail="从现在起评议和履职都记不了。做过的都还在；要再聘，另加一段。"
          confirm="结束聘期"
          busy={busy}
          onConfirm={() => void end(ending)}
          onCancel={() => setEnding(null)}
        />
      ) : null}
    </SidePanel>
  )
}
