import { differingDays, mistakesIn, wantedYear, withNotice } from '#domain/calendar/calendar.notice'
import { parseNotice } from '#domain/calendar/notice.parse'
import { addWorkingDays, officialCalendar } from '#domain/calendar/working-days'
import { describe, expect, it } from 'vitest'

const HEAD = (year: number) =>
  `国务院办公厅关于${year}年
部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将${year}年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。`

const FOOT = (signed: string) =>
  `节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。
国务院办公厅
${signed}`

const NOTICES: Record<number, string> = {
  2024: `国务院办公厅关于2024年部分节假日安排的通知
${HEAD(2024)}
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
${FOOT('2023年10月25日')}`,
  2025: `国务院办公厅关于2025年部分节假日安排的通知
国办发明电〔2024〕12号
${HEAD(2025)}
　　一、元旦：1月1日（周三）放假1天，不调休。
　　二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
　　三、清明节：4月4日（周五）至6日（周日）放假，共3天。
　　四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
　　五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
　　六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
${FOOT('2024年11月12日')}`,
  2026: `国务院办公厅关于2026年部分节假日安排的通知
${HEAD(2026)}
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
${FOOT('2025年11月4日')}`,
}

const inYear = (days: readonly string[], year: number) => days.filter((day) => day.startsWith(`${year}-`)).sort()

/** A notice of an invented 2027, plausible in every way. */
const NOTICE_2027 = `${HEAD(2027)}
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`

describe('reading the notice', () => {
  it.each([2024, 2025, 2026])('of %i gives the published days', (year) => {
    const notice = parseNotice(NOTICES[year] ?? '')
    expect(notice.unclear).toEqual([])
    expect(notice.year).toBe(year)
    expect(notice.holidays).toEqual(inYear(officialCalendar.holidays, year))
    expect(notice.workdays).toEqual(inYear(officialCalendar.workdays, year))
    expect(mistakesIn({ ...notice, year })).toEqual([])
  })

  it('follows 元旦 into the old year', () => {
    const days = ['2022-12-31', '2023-01-01', '2023-01-02']
    for (const line of [
      '一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。',
      '一、元旦：2022年12月31日至1月2日放假调休，共3天。',
      '一、元旦：12月31日至1月2日放假调休，共3天。',
    ]) {
      expect(parseNotice(line, 2023)).toEqual({ year: 2023, holidays: days, workdays: [], unclear: [] })
    }
    expect(
      parseNotice('元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。', 2019),
    ).toEqual({
      year: 2019,
      holidays: ['2018-12-30', '2018-12-31', '2019-01-01'],
      workdays: ['2018-12-29'],
      unclear: [],
    })
  })

  it.each([
    ['1月1日（周五）放假', 'weekday_differs', '1月1日(周五)'],
    ['2月30日放假', 'no_such_day', '2月30日'],
    ['10月1日至7日放假，共8天', 'count_differs', '共8天'],
    ['10月7日至1日放假', 'not_understood', '10月7日至1日放假'],
    ['五月一日放假', 'not_understood', '五月一日放假'],
    ['10月1日至7日放假（另行通知的除外）不含周末', 'not_understood', '10月1日至7日放假(另行通知的除外)不含周末'],
    ['10月1日、2日', 'not_understood', '10月1日、2日'],
  ])('names what is wrong in 「%s」', (line, why, part) => {
    expect(parseNotice(`国庆节：5月1日放假\n${line}`, 2026).unclear).toMatchObject([{ line: 2, why, part }])
  })

  it('says nothing of a year it was not told', () => {
    expect(parseNotice('1月1日放假')).toEqual({ year: null, holidays: [], workdays: [], unclear: [] })
  })

  it.each(['', '\n\n', '放假', '２０２６年部分节假日安排：１０月１日放假', '（（（', '1月'.repeat(20)])(
    'survives %j',
    (text) => {
      expect(() => parseNotice(text, 2026)).not.toThrow()
    },
  )
})

describe('what cannot be right about a notice', () => {
  const { holidays, workdays } = parseNotice(NOTICE_2027)
  const notice = { year: 2027, holidays, workdays }
  it.each([
    ['nothing', {}, []],
    [
      'a day of another year',
      { holidays: [...holidays, '2026-10-04'] },
      [{ field: 'holidays', day: '2026-10-04', why: 'another_year' }],
    ],
    [
      'the last week of its own year',
      { workdays: [...workdays, '2027-12-25'] },
      [{ field: 'workdays', day: '2027-12-25', why: 'another_year' }],
    ],
    ['the last week before it', { holidays: [...holidays, '2026-12-31'] }, []],
    [
      'a day twice',
      { holidays: [...holidays, '2027-01-01'] },
      [{ field: 'holidays', day: '2027-01-01', why: 'twice' }],
    ],
    [
      'no 国庆节',
      { holidays: holidays.filter((day) => !day.startsWith('2027-10')) },
      ['2027-10-01', '2027-10-02', '2027-10-03'].map((day) => ({
        field: 'holidays',
        day,
        why: 'public_holiday_missing',
      })),
    ],
    [
      'too few',
      { holidays: ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'] },
      [{ field: 'holidays', day: null, why: 'too_few' }],
    ],
    [
      'a Monday that is worked anyway',
      { workdays: [...workdays, '2027-06-14'] },
      [{ field: 'workdays', day: '2027-06-14', why: 'not_a_weekend' }],
    ],
    [
      'a day off that is worked',
      { workdays: [...workdays, '2027-01-02'] },
      [{ field: 'workdays', day: '2027-01-02', why: 'both' }],
    ],
  ])('%s', (_, about, mistakes) => {
    expect(mistakesIn({ ...notice, ...about })).toEqual(mistakes)
  })

  it('is compared with what is published by what it means for work, weekends in a holiday or not', () => {
    const { holidays: off, workdays: on } = parseNotice(NOTICES[2026] ?? '')
    const same = { year: 2026, holidays: off, workdays: on }
    expect(differingDays(same, officialCalendar)).toEqual([])
    expect(differingDays({ ...same, holidays: off.filter((day) => day !== '2026-04-04') }, officialCalendar)).toEqual(
      [],
    )
    expect(
      differingDays({ ...same, holidays: [...off, '2026-10-08'], workdays: on.slice(1) }, officialCalendar),
    ).toEqual(['2026-01-04', '2026-10-08'])
    expect(differingDays(notice, officialCalendar)).toEqual([])
  })
})

describe('a calendar with one more year', () => {
  const { holidays, workdays } = parseNotice(NOTICE_2027)
  const calendar = withNotice(officialCalendar, { year: 2027, holidays, workdays })
  it('counts over the turn of the year', () => {
    expect(addWorkingDays('2026-12-25', 5, calendar)).toBe('2027-01-04')
    expect(addWorkingDays('2027-01-29', 1, calendar)).toBe('2027-01-31')
  })
  it('keeps what was published', () => {
    expect(withNotice(calendar, { year: 2026, holidays: [], workdays: [] })).toBe(calendar)
  })
})

describe('the year whose notice is wanted', () => {
  const years = [2025, 2026]
  it.each([
    ['2026-10-31', 0, null],
    ['2026-11-01', 0, 2027],
    ['2026-10-31', 1, 2027],
    ['2026-12-31', 0, 2027],
    ['2027-01-01', 0, 2027],
    ['2025-12-31', 5, null],
  ])('on %s with %i cases waiting is %s', (today, waiting, year) => {
    expect(wantedYear(today, years, waiting)).toBe(year)
  })
})
