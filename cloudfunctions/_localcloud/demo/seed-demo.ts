import { createHash } from 'node:crypto'
import { makeReceipt, RECEIPT_RANDOM_BYTES } from '#domain/complaint/receipt'
import type { LocalCloud } from '../local-cloud'
import { complaints, departments, hospital, staff, touchpoints } from './busy-monday.story'
import { personas } from './personas'

const ALREADY_DONE = new Set(['hospital.code_taken', 'staff.invitation_used'])

type Invoke = LocalCloud['invoke']

const digest = (text: string) => createHash('sha256').update(text).digest()

/** As many bytes as a receipt wants, the same ones every time. */
const bytesFor = (text: string) =>
  Buffer.concat([0, 1, 2].map((part) => digest(`${part}:${text}`))).subarray(0, RECEIPT_RANDOM_BYTES)

const openidOf = (persona: string): string => {
  const found = personas.find(({ id }) => id === persona)
  if (!found) throw new Error(`no persona ${persona}`)
  return found.openid
}

/**
 * Makes the demonstration hospital (青衿市人民医院) through the same functions everybody uses.
 * Running it again changes nothing: every record has its own key.
 */
export const seedDemo = async (
  invoke: Invoke,
  { setupCode, report = () => {} }: { setupCode: string; report?: (progress: string) => void },
): Promise<void> => {
  const call = async (name: string, action: string, input: unknown, persona: string | null, daysAgo = 0) => {
    const caller = persona ? { openid: openidOf(persona) } : undefined
    const reply = await invoke(name, { action, input }, caller, { daysAgo })
    const { ok, code } = reply as { ok: boolean; code?: string }
    if (!ok && !ALREADY_DONE.has(code ?? '')) throw new Error(`${name}.${action}: ${code}`)
  }

  report('建院')
  await call('hospital', 'found', { setupCode, administrator: '韩工', hospital }, 'administrator')
  for (const department of departments) await call('hospital', 'addDepartment', department, 'administrator')
  for (const touchpoint of touchpoints) await call('hospital', 'addTouchpoint', touchpoint, 'administrator')

  report('请人')
  for (const { persona, ...invitation } of staff) {
    await call('hospital', 'invite', invitation, 'administrator')
    await call('hospital', 'join', { code: invitation.code }, persona)
  }

  report('收投诉')
  for (const { daysAgo, contact, ...words } of complaints) {
    const complaintId = digest(words.text).toString('hex').slice(0, 32)
    const receipt = makeReceipt(bytesFor(words.text))
    const filing = { complaintId, ...words, ...receipt }
    if (contact) await call('complaint', 'fileNamed', { ...filing, contact }, 'patient', daysAgo)
    else await call('complaint', 'file', filing, null, daysAgo)
  }
}
