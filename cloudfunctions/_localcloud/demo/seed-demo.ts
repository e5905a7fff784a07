import { createHash } from 'node:crypto'
import { makeReceipt, RECEIPT_RANDOM_BYTES } from '#domain/complaint/receipt'
import type { Instant } from '#domain/instant'
import type { LocalCloud } from '../local-cloud'
import { CODES_MADE_DAYS_AGO, codeOf, departments, hospital, staff, wards } from './busy-monday.story'
import { complaints } from './complaints.story'
import { openidOf } from './personas'
import { seedActivities } from './seed-activities'
import { seedCulture } from './seed-culture'
import { seedExams } from './seed-exams'
import { seedOpenness } from './seed-openness'
import { seedPledges } from './seed-pledges'
import { seedSupervision } from './seed-supervision'
import { seedQuestionnaires } from './seed-surveys'
import { seedVoices } from './seed-voices'

const digest = (text: string) => createHash('sha256').update(text).digest()

interface Board {
  readonly rows: readonly { id: string; scans: { lastScannedOn: string | null } }[]
}

const hexadecimal = (text: string) => digest(text).toString('hex').slice(0, 32)

/** As many bytes as a receipt wants, the same ones every time. */
const bytesFor = (text: string) =>
  Buffer.concat([0, 1, 2].map((part) => digest(`${part}:${text}`))).subarray(0, RECEIPT_RANDOM_BYTES)

/** Number and query code of a complaint of the story, for tests and demonstrations: the same ones every time. */
export const storyReceipt = (text: string) => makeReceipt(bytesFor(text))

/**
 * Makes the demonstration hospital (青衿市人民医院) through the same functions everybody uses.
 * Running it again changes nothing: every record has its own key.
 */
export const seedDemo = async (
  cloud: Pick<LocalCloud, 'invoke' | 'insertMissing'>,
  { setupCode, report = () => {} }: { setupCode: string; report?: (progress: string) => void },
): Promise<void> => {
  const call = async (name: string, action: string, input: unknown, persona: string | null, daysAgo = 0) => {
    const caller = persona ? { openid: openidOf(persona) } : undefined
    const reply = await cloud.invoke(name, { action, input }, caller, { daysAgo })
    const { ok, code, value } = reply as { ok: boolean; code?: string; value?: unknown }
    if (!ok) throw new Error(`${name}.${action}: ${code}`)
    return value
  }

  report('建院')
  await call('hospital', 'found', { setupCode, administrator: '韩工', hospital }, 'administrator')
  const rows = departments.map((department) => ({ ...department, rev: null }))
  await call('hospital', 'importDepartments', { rows }, 'administrator')

  report('挂码')
  for (const { codes, ...ward } of wards) {
    await call('hospital', 'addWard', ward, 'administrator')
    const touchpoints = codes.map(({ spot, format }, index) => ({ id: codeOf(ward.id, index), spot, format }))
    await call('hospital', 'addTouchpoints', { wardId: ward.id, touchpoints }, 'administrator', CODES_MADE_DAYS_AGO)
  }
  // A scan carries no id of its own: what an earlier start counted is not counted again.
  const board = (await call('hospital', 'touchpoints', {}, 'administrator')) as Board
  const uncounted = new Set(board.rows.filter(({ scans }) => scans.lastScannedOn === null).map(({ id }) => id))
  for (const { id: wardId, codes } of wards) {
    for (const [index, { scannedDaysAgo }] of codes.entries()) {
      const id = codeOf(wardId, index)
      if (!uncounted.has(id)) continue
      for (const daysAgo of scannedDaysAgo) {
        await call('hospital', 'landing', { scene: `t=${id}`, scan: true }, null, daysAgo)
      }
    }
  }

  report('请人')
  for (const { persona, code, ...person } of staff) {
    // Whoever has joined would be sent a second invitation, to another WeChat.
    if (persona && (await call('hospital', 'me', {}, persona)) !== null) continue
    await call('hospital', 'addPerson', person, 'administrator')
    await call('hospital', 'invite', { people: [{ staffId: person.staffId, code }] }, 'administrator')
    if (persona) await call('hospital', 'join', { number: person.number, code }, persona)
  }

  report('收投诉，办投诉')
  for (const { daysAgo, contact = null, acts = [], ...words } of complaints) {
    const complaintId = hexadecimal(words.text)
    const receipt = storyReceipt(words.text)
    const filing = { complaintId, ...words, ...receipt, happenedOn: null, photos: [], healthConsent: false, contact }
    if (contact) await call('complaint', 'fileNamed', filing, 'patient', daysAgo)
    else await call('complaint', 'file', filing, null, daysAgo)
    for (const [index, act] of acts.entries()) {
      const eventId = hexadecimal(`${words.text}:${index}`)
      if (act.by === null) {
        await call('complaint', act.action, { ...receipt, eventId, ...act.about }, null, act.daysAgo)
        continue
      }
      const { rev } = (await call('complaint', 'read', { complaintId }, act.by)) as { rev: number }
      await call('complaint', act.action, { complaintId, eventId, rev, ...act.about }, act.by, act.daysAgo)
    }
  }

  report('发问卷，收表扬，定改进，排随访')
  const now = Date.now() as Instant
  await seedQuestionnaires(cloud, now)
  await seedVoices(cloud, now)
  await seedSupervision(cloud, now)

  report('发文章，公开院务，签承诺，办活动，出考题')
  await seedCulture(cloud)
  await seedOpenness(cloud, now)
  await seedPledges(cloud, now)
  await seedActivities(cloud, now)
  await seedExams(cloud, now)
}
