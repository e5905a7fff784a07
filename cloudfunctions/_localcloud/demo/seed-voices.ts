import { createHash } from 'node:crypto'
import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import type { LocalCloud } from '../local-cloud'
import { openidOf } from './personas'
import { discharged, improvements, praises } from './voices.story'

type Cloud = Pick<LocalCloud, 'invoke'>

const keyFor = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

/**
 * Thanks, improvements and the calls of a Monday, through the functions that everybody uses.
 * Running it again changes nothing: every record has its own key.
 */
export const seedVoices = async ({ invoke }: Cloud, now: Instant): Promise<void> => {
  const today = beijingDay(now)
  const dayBefore = (days: number) => daysAfter(today, -days)
  const call = async <T>(action: string, input: unknown, persona: string | null, daysAgo = 0): Promise<T> => {
    const caller = persona ? { openid: openidOf(persona) } : undefined
    const reply = await invoke('survey', { action, input }, caller, { daysAgo })
    const { ok, code, value } = reply as { ok: boolean; code?: string; value?: unknown }
    if (!ok) throw new Error(`survey.${action}: ${code}`)
    return value as T
  }
  type Written = { rev: number; state: string }

  for (const { daysAgo, passed, published, ...praise } of praises) {
    const id = keyFor(praise.text)
    await call('praise', { id, photos: [], ...praise }, null, daysAgo)
    const one = await call<Written>('praiseOne', { id }, 'surveyor')
    if (!passed || one.state !== 'received') continue
    const { to, departmentId } = passed
    const on = await call<Written>(
      'passPraiseOn',
      { id, rev: one.rev, to, departmentId, kind: 'words' },
      'surveyor',
      passed.daysAgo,
    )
    if (!published) continue
    const shown = { id, rev: on.rev, text: published.text, photos: [], covered: false }
    await call('publishPraise', shown, 'surveyor', published.daysAgo)
  }

  const { items } = await call<{ items: { id: string }[] }>('improvements', {}, 'surveyor')
  const known = new Set(items.map(({ id }) => id))
  for (const { daysAgo, dueInDays, moved, changed, ...item } of improvements) {
    const id = keyFor(item.said)
    if (known.has(id)) continue
    const dueOn = daysAfter(today, dueInDays)
    const taken = { id, source: null, isPublic: true, ...item, dueOn }
    let { rev } = await call<Written>('takeUpImprovement', taken, 'surveyor', daysAgo)
    if (moved) {
      const later = { id, rev, dueOn: daysAfter(today, moved.dueInDays), reason: moved.reason }
      rev = (await call<Written>('moveImprovement', later, 'surveyor', moved.daysAgo)).rev
    }
    if (!changed) continue
    const { result, checkedBy } = changed
    const report = { id, rev, changedOn: dayBefore(changed.daysAgo), result, checkedBy }
    await call('reportChange', report, 'surveyor', changed.daysAgo)
  }

  const rows = discharged.map(({ name, departmentId, daysAgo, course }, at) => ({
    row: at + 2,
    name,
    phone: `00005550${String(130 + at)}`,
    dischargedOn: dayBefore(daysAgo),
    departmentId,
    course,
    number: null,
  }))
  const { rows: later } = await call<{ rows: unknown[] }>('followUpImports', {}, 'caller')
  if (later.length > 0) return
  const file = { batchId: keyFor('discharges'), fileName: '出院名单.xlsx', dryRun: false, rows }
  await call('importFollowUps', file, 'caller')
  await ringThem(call)
}

type Call = <T>(action: string, input: unknown, persona: string | null, daysAgo?: number) => Promise<T>

/** The calls that were already made. */
const ringThem = async (call: Call) => {
  for (const view of ['overdue', 'due', 'later']) {
    const { rows } = await call<{ rows: { id: string }[] }>(
      'followUps',
      { view, departmentId: null, skip: 0 },
      'caller',
    )
    for (const { id } of rows) {
      const { name } = await call<{ name: string | null }>('followUp', { id }, 'caller')
      const made = discharged.find((one) => one.name === name)?.outcome
      if (!made) continue
      const record = { id, attemptId: keyFor(`call ${name}`), outcome: made.outcome, closes: false, answers: null }
      await call('recordCall', record, 'caller', made.daysAgo)
    }
  }
}
