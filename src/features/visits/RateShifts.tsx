import { View } from '@tarojs/components'
import { Head } from '../../ui/Lead'
import type { VisitImporting } from './use-visit-import'
import { shiftsOf, type VisitPlan } from './visit.plan'
import { shiftInWords } from './visits.words'

const SHOWN = 6

interface RateShiftsProps {
  plan: VisitPlan
  counted: VisitImporting['counted']
  /** Everything in the file was understood. */
  isWhole: boolean
}

/** What the headline rate would be afterwards (导入之后); nothing where it is not known. */
export const RateShifts = ({ plan, counted, isWhole }: RateShiftsProps) => {
  if (counted.status !== 'done') return null
  const { rows, factor } = counted.value
  const lines = shiftsOf(plan, rows).map((shift) => ({ month: shift.month, words: shiftInWords(shift, factor) }))
  if (lines.length === 0) return null
  return (
    <View className="gap-6">
      <Head>导入之后</Head>
      {lines.slice(0, SHOWN).map(({ month, words }) => (
        <View key={month} className="gap-2 t4 c2">{`${words}。`}</View>
      ))}
      {lines.length > SHOWN ? (
        <View className="gap-2 t4 c2">{`更早的 ${lines.length - SHOWN} 个月也跟着变。`}</View>
      ) : null}
      {isWhole ? null : <View className="gap-2 t4 c2">没读懂的还没有算进来。</View>}
    </View>
  )
}
