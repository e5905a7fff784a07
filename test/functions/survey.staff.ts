import { type OpenedCloud, OPENIDS } from './opened.cloud'

/** Those who work with surveys, each with one role. */
export const asStaff = {
  surveyor: 'openid-surveyor',
  leader: 'openid-leader',
  caller: 'openid-caller',
  supervisor: 'openid-supervisor',
}

const PEOPLE = [
  ['surveyor', 'S11', '叶', 'survey_officer'],
  ['leader', 'S12', '方', 'leader'],
  ['caller', 'S13', '罗', 'follow_up'],
  ['supervisor', 'S14', '魏', 'supervisor'],
] as const

const CODES = { S11: '0123456789ABCDEJ', S12: '0123456789ABCDEK', S13: '0123456789ABCDEM', S14: '0123456789ABCDEN' }

/** They join a hospital that was founded. */
export const surveyorIn = async ({ call }: Pick<OpenedCloud, 'call'>) => {
  const must = async (action: string, input: unknown, openid: string) => {
    const reply = await call('hospital', action, input, openid)
    if (!reply.ok) throw new Error(`hospital.${action}: ${reply.code}`)
  }
  for (const [who, staffId, name, role] of PEOPLE) {
    const [number, code] = [`QJ-${staffId}`, CODES[staffId]]
    const person = { staffId, number, name, departmentId: null, roles: [role] }
    await must('addPerson', person, OPENIDS.administrator)
    await must('invite', { people: [{ staffId, code }] }, OPENIDS.administrator)
    await must('join', { number, code }, asStaff[who])
  }
}
