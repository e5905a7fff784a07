import type { MediaId } from '#domain/ids'
import { WorkContent } from '#domain/culture/work.model'
import { Plan } from '#domain/culture/activity.model'
import type { DepartmentId } from '#domain/ids'
import { daysAfter, type Instant } from '#domain/instant'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { activitySheets, attendanceSheet } from '../../src/features/activities/activity.sheet'
import { percentOf, shareInWords, sumInWords } from '../../src/features/activities/activity.words'
import { gapsInWords } from '../../src/features/activities/board.words'
import { monthBeside, weeksOf } from '../../src/features/activities/month.days'
import { blankPlan, countIn, draftOfPlan, hourIn, planFaults, planOf } from '../../src/features/activities/plan.draft'
import type { Upload } from '../../src/features/activities/use-uploads'
import { blankWork, contentOf, draftOfWork, workWants } from '../../src/features/activities/work.draft'

const department = '03.01' as DepartmentId

describe('what is typed into a plan', () => {
  it.each([
    ['7:40', '07:40'],
    ['7：40', '07:40'],
    ['740', '07:40'],
    ['1430', '14:30'],
    ['8 点 5 分', '08:05'],
    ['9点', '09:00'],
    ['19', '19:00'],
    ['', null],
    ['24:00', undefined],
    ['7:60', undefined],
    ['早上', undefined],
  ])('%s is the hour %s', (typed, hour) => {
    expect(hourIn(typed)).toBe(hour)
  })

  it('is a count, nothing, or no count', () => {
    expect(['43', ' 1,204 ', '', '-1', '4.5', '100000', '四十'].map(countIn)).toEqual([
      43,
      1204,
      null,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('is asked for what is missing, and then makes a plan that reads back as it was', () => {
    const blank = blankPlan('2026-11-20')
    expect(Object.keys(planFaults(blank, undefined))).toEqual(['title', 'department'])
    const draft = {
      ...blank,
      kind: 'partnership' as const,
      unit: 'school' as const,
      title: '一起讲一堂课',
      from: '9',
      until: '830',
    }
    expect(Object.keys(planFaults(draft, null))).toEqual(['partner', 'until'])
    const whole = { ...draft, partner: '青衿一中', until: '1030', series: ' ', expected: '60' }
    expect(planFaults(whole, department)).toEqual({})
    const plan = planOf(whole, department)
    expect(v.parse(Plan, plan)).toMatchObject({
      matter: { kind: 'partnership', unit: 'school', partner: '青衿一中' },
      from: '09:00',
      until: '10:30',
      series: null,
      expected: 60,
    })
    expect(planOf(draftOfPlan(plan, '呼吸科'), department)).toEqual(plan)
  })
})

describe('a sheet of days', () => {
  it('has every day of its month once, in weeks that begin on Monday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (by) => {
        const month = monthBeside('2026-11', by)
        const days = weeksOf(month).flat()
        const own = days.filter((day) => day.startsWith(month))
        expect(new Set(days).size).toBe(days.length)
        expect(own[0]).toBe(`${month}-01`)
        expect(own.length).toBeGreaterThan(27)
        expect(days.length % 7).toBe(0)
        expect(new Date(`${days[0]}T00:00Z`).getUTCDay()).toBe(1)
        expect(monthBeside(monthBeside(month, 1), -1)).toBe(month)
      }),
    )
  })
})

describe('figures in words', () => {
  it('never turn nothing into nought', () => {
    expect(sumInWords({ sum: null, known: 0, of: 0 })).toBe('—')
    expect(sumInWords({ sum: null, known: 0, of: 3 })).toBe('没有数')
    expect(sumInWords({ sum: 0, known: 2, of: 2 })).toBe('0 人次')
    expect(sumInWords({ sum: 1204, known: 44, of: 46 })).toBe('1\u00a0204 人次（46 场里 44 场有数）')
    expect([shareInWords(null, '周'), percentOf(null)]).toEqual(['还没到', null])
    expect([shareInWords({ done: 12, due: 14 }, '周'), percentOf({ done: 12, due: 14 })]).toEqual(['12/14 周', '85.7%'])
  })

  it('say what is still to do, and nothing where all is done', () => {
    const done = {
      lessons: { done: 2, due: 2 },
      lessonGaps: [],
      lessonThisWeek: true,
      tenClean: { done: 10, due: 10 },
      tenCleanGaps: [],
      sevenOnes: { done: 7, due: 7 },
      sevenOneGaps: [],
    }
    expect(gapsInWords(done)).toEqual([])
    expect(gapsInWords({ ...done, lessonThisWeek: false, lessonGaps: ['2026-11-09'], tenCleanGaps: ['bell'] })).toEqual(
      ['这周的廉晨课还没讲', '没讲的周：11 月 9 日那周', '十清廉还差：清廉警钟'],
    )
    const weeks = Array.from({ length: 45 }, (_, back) => daysAfter('2026-11-16', -7 * back))
    const begun = { ...done, lessons: { done: 1, due: 46 }, lessonGaps: weeks }
    expect(gapsInWords(begun)).toEqual(['没讲的周：11 月 16 日那周、11 月 9 日那周、11 月 2 日那周等 45 周'])
    const never = { ...begun, lessons: { done: 0, due: 45 }, lessonThisWeek: false }
    expect(gapsInWords(never)).toEqual(['廉晨课还没开始'])
  })
})

describe('what is taken along', () => {
  it('has each activity on a line behind the counts, and closed departments by their names', () => {
    const none = { sum: null, known: 0, of: 0 }
    const count = { times: 1, heads: { sum: 41, known: 1, of: 1 }, extra: none }
    const board = {
      hospitalName: '青衿市人民医院',
      year: 2026,
      figures: {
        months: ['2026-11'],
        total: count,
        kinds: [{ kind: 'morning_lesson' as const, count, months: [count] }],
        departments: [{ departmentId: department, count, months: [count] }],
      },
      names: [{ id: department, name: '呼吸科' }],
      departments: [],
    }
    const row = {
      id: 'a'.repeat(32) as never,
      kind: 'morning_lesson' as const,
      title: '=转院',
      day: '2026-11-20',
      from: '07:40',
      departmentName: '呼吸科',
      state: 'done' as const,
      heads: 41,
      open: true,
      released: false,
      overdue: false,
    }
    const sheets = activitySheets(board, [
      row,
      { ...row, departmentName: null, state: 'cancelled', heads: null, open: false },
    ])
    expect(sheets.map(({ name }) => name)).toEqual(['按种类', '按科室', '另外数的', '清单', '台账'])
    expect(sheets[1]?.rows[1]).toEqual(['呼吸科', 1, 41, 1, 1, 1, 41])
    expect(sheets[4]?.rows.slice(1)).toEqual([
      ['2026-11-20', '07:40', '廉晨课', '=转院', '呼吸科', '办完了', 41, '公开的是旧的'],
      ['2026-11-20', '07:40', '廉晨课', '=转院', '全院的', '取消了', null, null],
    ])
  })

  it('is a list of who came, with the day and the hour in Beijing', () => {
    const at = Date.UTC(2026, 10, 19, 23, 41) as Instant
    const row = { name: '罗护士', departmentName: null, presence: 'there' as const, at }
    expect(attendanceSheet([row]).rows[1]).toEqual(['1', '罗护士', '', '到了', '2026-11-20', '07:41'])
  })
})

describe('a work being written', () => {
  const picture: Upload = {
    mediaId: 'ab'.repeat(16) as MediaId,
    kind: 'picture',
    fileName: '',
    src: 'data:',
    width: 480,
    height: 640,
    state: 'sent',
    percent: 100,
  }
  const draft = { ...blankWork, title: '一盏灯', credit: '一位护士', text: '第一段\n\n 第二段 \n', consent: true }

  it('is made of paragraphs, and of pictures with words for those who do not see them', () => {
    expect(workWants({ ...draft, consent: false }, [], 0)).toBe('请先勾上同意展出')
    expect(workWants(draft, [picture], 0)).toBe('请给每张图写一句画的是什么')
    expect(workWants({ ...draft, text: ' \n' }, [], 0)).toBe('请写上文字，或者放上图片')
    expect(workWants(draft, [], 1)).toBe('图片还在传，传好就能交')
    expect(workWants(draft, [], 0)).toBeNull()
    const told = { ...draft, alts: { [picture.mediaId]: ' 一盏灯 ' } }
    const content = v.parse(WorkContent, contentOf(told, [picture]))
    expect(content.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'image'])
    const painted = contentOf({ ...told, kind: 'painting' }, [picture])
    expect(painted.blocks.map(({ kind }) => kind)).toEqual(['image', 'paragraph', 'paragraph'])
    const again = draftOfWork(content)
    expect(contentOf({ ...again, consent: true }, [picture])).toEqual(content)
  })
})
