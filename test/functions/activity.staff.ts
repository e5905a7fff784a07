import { type OpenedCloud, OPENIDS } from './opened.cloud'

/** Those who have to do with activities, and colleagues of two departments without a post in them. */
export const asColleague = {
  editor: 'openid-editor',
  head: 'openid-head',
  publicist: 'openid-publicist',
  discipline: 'openid-discipline',
  nurse: 'openid-nurse',
  surgeon: 'openid-surgeon',
  colleague: 'openid-colleague-of-nurse',
}

const PEOPLE = [
  ['editor', 'S31', '宋医生', '03.01', ['editor']],
  ['head', 'S32', '陶主任', '03.01', ['department_head']],
  ['publicist', 'S33', '卢干事', null, ['publicity']],
  ['discipline', 'S34', '贺专员', null, ['discipline']],
  ['nurse', 'S35', '罗护士', '03.01', []],
  ['surgeon', 'S36', '江医生', '04', []],
  ['colleague', 'S37', '何护士', '03.01', []],
] as const

/** They join a hospital that was founded, which has a second department (04) from then on. */
export const colleaguesIn = async ({ call }: Pick<OpenedCloud, 'call'>) => {
  const must = async (action: string, input: unknown, openid: string) => {
    const reply = await call('hospital', action, input, openid)
    if (!reply.ok) throw new Error(`hospital.${action}: ${reply.code}`)
  }
  await must('addDepartment', { id: '04', name: '外科' }, OPENIDS.administrator)
  for (const [who, staffId, name, departmentId, roles] of PEOPLE) {
    const [number, code] = [`QJ-${staffId}`, `0123456789ABC${staffId}`]
    await must('addPerson', { staffId, number, name, departmentId, roles }, OPENIDS.administrator)
    await must('invite', { people: [{ staffId, code }] }, OPENIDS.administrator)
    await must('join', { number, code }, asColleague[who])
  }
}
