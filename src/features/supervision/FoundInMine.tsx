import type { RatingRow } from '#domain/survey/supervision.contract'
import { View } from '@tarojs/components'
import { Empty } from '../../ui/Empty'
import { Lead } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { RatingEntry } from './RatingEntry'
import './supervision.css'

interface FoundInMineProps {
  departmentName: string
  rows: readonly RatingRow[]
}

/** What supervisors found in one's own department, without who found it. */
export const FoundInMine = ({ departmentName, rows }: FoundInMineProps) => (
  <View className="supervision-lines">
    <Lead above={departmentName} hint="监督员站在病人那边看到的；是哪一位看的，这里不写。">
      监督员看到的
    </Lead>
    {rows.length === 0 ? (
      <Empty title="还没有评过" hint="监督员来评过以后，看到什么会写在这里。" />
    ) : (
      <View className="gap-4" {...semantics({ role: 'list', label: '监督员看到的' })}>
        {rows.map((rating) => (
          <RatingEntry key={rating.id} rating={rating} />
        ))}
      </View>
    )}
  </View>
)
