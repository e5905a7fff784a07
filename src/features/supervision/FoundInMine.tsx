import { useLoaded } from '#cloud/use-action'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ErrorCode } from '#domain/errors'
import { Empty } from '../../ui/Empty'
import { Lead } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { RatingEntry } from './RatingEntry'
import { surveyApi } from './survey.api'
import './supervision.css'

const NOTHING = {}

interface FoundInMineProps {
  /** What stands in its place where it cannot be read. */
  refusal: (code: ErrorCode, onRetry: () => void) => ReactNode
}

/** What supervisors found in one's own department, without who found it. */
export const FoundInMine = ({ refusal }: FoundInMineProps) => {
  const { remote, reload } = useLoaded(surveyApi.foundInMine, NOTHING)
  if (remote.status === 'failed') return <>{refusal(remote.code, () => void reload())}</>
  if (remote.status !== 'done') return <Skeleton lines={6} />
  const { departmentName, rows } = remote.value
  return (
    <View>
      <Lead above={departmentName} hint="监督员来看到的，和您一样站在病人那边；是哪一位看的，这里不写。">
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
}
