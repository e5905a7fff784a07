import type { Person } from '#domain/hospital/staff.contract'
import { DepartmentId } from '#domain/ids'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { countByPresence, findPeople, presenceOf } from '../../src/features/staff/people.filter'
import { roleSights, sightInWords } from '../../src/features/staff/role.sight'
import { invitationInWords, rolesInWords, stateInWords } from '../../src/features/staff/staff.words'
import { beijing } from '../builders/complaint.builder'
import { aPerson } from '../builders/staff.builder'

const now = beijing('2026-11-18T09:00:00')
const invitation = (expiresAt: string, lockedUntil: string | null = null): Person['invitation'] =>
  ({
    expiresAt: beijing(expiresAt),
    lockedUntil: lockedUntil && beijing(lockedUntil),
  }) as Person['invitation']

const away = aPerson({ state: { kind: 'away', until: beijing('2026-11-30T23:59:59'), standInId: null } })
const left = aPerson({ id: 'S8', number: '8', state: { kind: 'left', at: beijing('2026-11-17T18:00:00') } })
const invited = aPerson({
  id: 'S9',
  number: '9',
  name: '白',
  departmentId: null,
  roles: [],
  state: { kind: 'invited' },
})

describe('an invitation in words', () => {
  it.each([
    [null, '还没有邀请'],
    [invitation('2026-11-22T09:00:00'), '还有 4 天失效'],
    [invitation('2026-11-18T23:00:00'), '今天失效'],
    [invitation('2026-11-18T08:59:59'), '邀请过期了'],
    [invitation('2026-11-22T09:00:00', '2026-11-18T09:30:00'), '输错多次，先停一会儿'],
    [invitation('2026-11-22T09:00:00', '2026-11-18T08:30:00'), '还有 4 天失效'],
  ])('%j is %s', (open, words) => {
    expect(invitationInWords(open, now)).toBe(words)
  })
})

describe('somebody in the list', () => {
  it.each([
    [aPerson(), '在岗', 'here'],
    [away, '外出，11 月 30 日回', 'away'],
    [left, '已离开，11 月 17 日', 'left'],
    [invited, '还没有邀请', 'invited'],
  ] as const)('is %#', (person, words, presence) => {
    expect(stateInWords(person, now)).toBe(words)
    expect(presenceOf(person, now)).toBe(presence)
  })

  it('is back on the day, without anybody doing anything', () => {
    expect(stateInWords(away, beijing('2026-12-01T00:00:00'))).toBe('在岗')
  })

  it('without a role is 职工', () => {
    expect(rolesInWords([])).toBe('职工')
    expect(rolesInWords(['complaint_officer', 'leader'])).toBe('投诉管理专员、院领导')
  })

  it('is found by every word of number, name, department and role', () => {
    const names = new Map([[v.parse(DepartmentId, 'F01'), '医患关系办公室']])
    const people = [aPerson(), left, invited]
    const found = (typed: string, presence: 'all' | 'left' = 'all') =>
      findPeople(people, { typed, presence }, names, now).map(({ number }) => number)
    expect(found('')).toEqual(['QJ-001', '8', '9'])
    expect(found('医患 专员')).toEqual(['QJ-001', '8'])
    expect(found('ｑｊ－００１')).toEqual(['QJ-001'])
    expect(found('职工')).toEqual(['9'])
    expect(found('院领导')).toEqual([])
    expect(findPeople([aPerson({ roles: ['leader'] })], { typed: '领导', presence: 'all' }, names, now)).toHaveLength(1)
    expect(found('医患', 'left')).toEqual(['8'])
    expect(countByPresence(people, now)).toEqual({ all: 3, here: 1, away: 0, invited: 1, left: 1 })
  })
})

describe('what a role opens', () => {
  it('is what the rules say, the administrator seeing no case', () => {
    expect(roleSights().map((sight) => `${sight.name}：${sightInWords(sight)}`)).toEqual([
      '管理员：交接投诉：能办；人与权限：能改；点位与码：能改；投诉内容、姓名电话、投诉率、满意度、出院随访、行风评议、文化与公开、承诺签署、题库与考试、别人的学习看不到',
      '投诉管理专员：投诉内容：全部；姓名电话：全部，看一次记一次；投诉率：看得到；题库与考试：能复核；交接投诉：能办；满意度、出院随访、行风评议、文化与公开、承诺签署、别人的学习、人与权限、点位与码看不到',
      '核查人：投诉内容：交给本人的；姓名电话、投诉率、满意度、出院随访、行风评议、文化与公开、承诺签署、题库与考试、别人的学习、交接投诉、人与权限、点位与码看不到',
      '院领导：投诉率：看得到；满意度：看得到数字；别人的学习：全院的数字；投诉内容、姓名电话、出院随访、行风评议、文化与公开、承诺签署、题库与考试、交接投诉、人与权限、点位与码看不到',
      '满意度专员：满意度：全部，能改问卷；出院随访：能办；投诉内容、姓名电话、投诉率、行风评议、文化与公开、承诺签署、题库与考试、别人的学习、交接投诉、人与权限、点位与码看不到',
      '随访员：出院随访：能办；投诉内容、姓名电话、投诉率、满意度、行风评议、文化与公开、承诺签署、题库与考试、别人的学习、交接投诉、人与权限、点位与码看不到',
      '行风监督员：行风评议：能评；投诉内容、姓名电话、投诉率、满意度、出院随访、文化与公开、承诺签署、题库与考试、别人的学习、交接投诉、人与权限、点位与码看不到',
      '通讯员：文化与公开：本科室的，能写；投诉内容、姓名电话、投诉率、满意度、出院随访、行风评议、承诺签署、题库与考试、别人的学习、交接投诉、人与权限、点位与码看不到',
      '科室负责人：文化与公开：本科室的，能写能审；承诺签署：本科室；别人的学习：本科室的数字；投诉内容、姓名电话、投诉率、满意度、出院随访、行风评议、题库与考试、交接投诉、人与权限、点位与码看不到',
      '宣传专员：文化与公开：全部，能写能审能发布；承诺签署：全院；投诉内容、姓名电话、投诉率、满意度、出院随访、行风评议、题库与考试、别人的学习、交接投诉、人与权限、点位与码看不到',
      '纪检专员：文化与公开：全部，能写能审能发布；承诺签署：全院；题库与考试：能出题、能安排考试；别人的学习：全院，到每个人；投诉内容、姓名电话、投诉率、满意度、出院随访、行风评议、交接投诉、人与权限、点位与码看不到',
      '职工：投诉内容、姓名电话、投诉率、满意度、出院随访、行风评议、文化与公开、承诺签署、题库与考试、别人的学习、交接投诉、人与权限、点位与码看不到',
    ])
  })
})
