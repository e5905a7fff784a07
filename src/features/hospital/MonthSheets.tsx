import { daysInWords } from '#domain/calendar/notice.words'
import type { Day } from '#domain/instant'
import { Text, View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { semantics } from '../../ui/semantics'
import './MonthSheets.css'

interface MonthSheetsProps {
  holidays: readonly Day[]
  workdays: readonly Day[]
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']
const SATURDAY = 5

const DAY_MS = 86_400_000

/** Monday is 0. */
const weekdayOf = (day: Day): number => (new Date(Date.parse(day)).getUTCDay() + 6) % 7

const daysOf = (month: string): Day[] => {
  const days: Day[] = []
  for (let at = Date.parse(`${month}-01`); ; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10)
    if (!day.startsWith(month)) return days
    days.push(day)
  }
}

const nameOf = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`

/** The months in which something differs from an ordinary week: days off and weekend days worked. */
export const MonthSheets = ({ holidays, workdays }: MonthSheetsProps) => {
  const months = [...new Set([...holidays, ...workdays].map((day) => day.slice(0, 7)))].sort()
  return (
    <View className="months">
      {months.map((month) => (
        <Month key={month} month={month} holidays={new Set(holidays)} workdays={new Set(workdays)} />
      ))}
    </View>
  )
}

interface MonthProps {
  month: string
  holidays: ReadonlySet<Day>
  workdays: ReadonlySet<Day>
}

const Month = ({ month, holidays, workdays }: MonthProps) => {
  const days = daysOf(month)
  const off = days.filter((day) => holidays.has(day))
  const worked = days.filter((day) => workdays.has(day))
  const words = [
    off.length > 0 ? `${daysInWords(off)}放假` : '',
    worked.length > 0 ? `${daysInWords(worked)}上班` : '',
  ].filter(Boolean)
  return (
    <View className="month" {...semantics({ role: 'img', label: `${nameOf(month)}：${words.join('，')}` })}>
      <View className="month-name">{nameOf(month)}</View>
      <View className="month-days">
        {WEEKDAYS.map((weekday) => (
          <View key={weekday} className="month-weekday">
            {weekday}
          </View>
        ))}
        {Array.from({ length: weekdayOf(`${month}-01`) }, (_, blank) => (
          <View key={blank} className="month-day" />
        ))}
        {days.map((day) => (
          <View
            key={day}
            className={classNames(
              'month-day',
              weekdayOf(day) >= SATURDAY && 'is-weekend',
              holidays.has(day) && 'is-off',
              workdays.has(day) && 'is-worked',
            )}
          >
            <View>{Number(day.slice(8))}</View>
            <Text className="month-mark">{workdays.has(day) ? '班' : holidays.has(day) ? '休' : ''}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
