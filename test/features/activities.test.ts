import type { MediaId } from '#domain/ids'
import { WorkContent } from '#domain/culture/work.model'
import { Plan } from '#domain/culture/activity.model'
import type { DepartmentId } from '#domain/ids'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
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
