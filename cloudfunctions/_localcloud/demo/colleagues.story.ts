import type { StaffGroup } from '#domain/integrity/exam.model'

/** Who works here besides the personas. Names and numbers are invented. */

export interface Colleague {
  readonly staffId: string
  readonly number: string
  readonly name: string
  readonly departmentId: string
  readonly groups: readonly StaffGroup[]
}

const SURNAMES =
  '张赵葛尹水吕俞彭时尤钱马邓施薛谢毕秦常柏费潘吴凤方鲁伍于廉褚曹康喻韩岑元卜韦孔孟奚苗雷萧黄郎唐梁倪汤窦和华许乐邬章孙杨李严苏云郝戚朱余柳傅邹冯袁史卫周金殷王齐昌蒋安陈郑穆花何范'

const WARDS = [
  '03.02',
  '03.03',
  '03.04',
  '03.06',
  '03.07',
  '04.01',
  '04.02',
  '04.03',
  '04.04',
  '05',
  '07',
  '10',
  '11',
  '12',
  '13',
  '20',
  '21',
  '50',
]
const OFFICES = ['F02', 'F03']
const FIRST_NUMBER = 3001

const titles = (departmentId: string) =>
  OFFICES.includes(departmentId) ? ['干事', '班长', '师傅', '收费员'] : ['医生', '护士', '技师', '护士']

/** The department whose morning lesson is told has more of them. */
const posts: readonly string[] = [
  ...Array.from({ length: 8 }, () => '03.01'),
  ...WARDS.flatMap((id) => [id, id, id, id]),
  ...OFFICES.flatMap((id) => [id, id, id, id]),
]

const groupsOf = (at: number): StaffGroup[] => [
  ...(at % 13 === 4 ? (['promoted'] as const) : []),
  ...(at % 5 === 2 ? (['young'] as const) : []),
  ...(at % 9 === 7 ? (['key_post'] as const) : []),
  ...(at % 6 === 5 ? (['newcomer'] as const) : []),
]

export const colleagues: readonly Colleague[] = posts.map((departmentId, at) => ({
  staffId: `demo-colleague-${at + 1}`,
  number: `QJ-0${FIRST_NUMBER + at}`,
  name: `${SURNAMES.charAt(at)}${titles(departmentId)[at % 4]}`,
  departmentId,
  groups: groupsOf(at),
}))

/** Of the personas. */
export const personaGroups: readonly { readonly persona: string; readonly groups: readonly StaffGroup[] }[] = [
  { persona: 'head', groups: ['key_post', 'promoted'] },
  { persona: 'handler', groups: ['key_post'] },
  { persona: 'editor', groups: ['promoted', 'young'] },
  { persona: 'publicist', groups: ['young'] },
]
