import { randomBytes } from 'node:crypto'
import { type OpenedCloud, OPENIDS } from './opened.cloud'

/** Those who work on the culture pages. Two of a role where a rule is about who else there is. */
const PEOPLE = [
  ['editor', 'S21', '宋', ['editor'], '03.01'],
  ['head', 'S22', '陶', ['department_head'], '03.01'],
  ['publicist', 'S23', '卢', ['publicity'], 'F05'],
  ['discipline', 'S24', '贺', ['discipline'], 'F06'],
  ['publicist2', 'S25', '苗', ['publicity'], 'F05'],
  ['outsider', 'S26', '田', ['editor'], 'F06'],
  ['everything', 'S27', '全', ['department_head', 'publicity', 'discipline'], '03.01'],
] as const

type Name = (typeof PEOPLE)[number][0]

export const asCulture = Object.fromEntries(PEOPLE.map(([who]) => [who, `openid-${who}`])) as Record<Name, string>

export const hex = () => randomBytes(16).toString('hex')

/** They join a hospital that was founded. */
export const cultureIn = async ({ call }: Pick<OpenedCloud, 'call'>) => {
  const must = async (action: string, input: unknown, openid: string) => {
    const reply = await call('hospital', action, input, openid)
    if (!reply.ok) throw new Error(`hospital.${action}: ${reply.code}`)
  }
  await must('addDepartment', { id: 'F05', name: '宣传科' }, OPENIDS.administrator)
  await must('addDepartment', { id: 'F06', name: '纪检监察室' }, OPENIDS.administrator)
  for (const [at, [who, staffId, name, roles, departmentId]] of PEOPLE.entries()) {
    const [number, code] = [`QJ-${staffId}`, `0123456789ABCDE${at}`]
    await must('addPerson', { staffId, number, name, departmentId, roles: [...roles] }, OPENIDS.administrator)
    await must('invite', { people: [{ staffId, code }] }, OPENIDS.administrator)
    await must('join', { number, code }, asCulture[who])
  }
}

/** What an editor writes. */
export const anArticle = (about: Record<string, unknown> = {}) => ({
  column: 'story',
  title: '门口的那盏灯',
  summary: '夜里两点，护士长把退回来的红包放进登记本。',
  blocks: [
    { kind: 'heading', level: 2, text: '夜班' },
    { kind: 'paragraph', spans: [{ text: '夜里两点，走廊只剩一盏灯。' }, { text: '她把信封退了回去', strong: true }] },
  ],
  cover: { kind: 'plate', name: 'story-night-lamp' },
  fiveClean: ['ethics'],
  departmentId: '03.01',
  series: null,
  byline: '文 / 宋医生',
  source: { kind: 'own' },
  realCase: false,
  wrongdoersNamedBy: null,
  ...about,
})
