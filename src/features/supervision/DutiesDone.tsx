import { sentenceFor } from '#domain/errors'
import type { StaffId } from '#domain/ids'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { DutyEntry } from './DutyEntry'
import { surveyApi } from './survey.api'
import { usePages } from './use-pages'

interface DutiesDoneProps {
  /** Of one supervisor; null: of all. */
  of: { staffId: StaffId; name: string } | null
  onAll: () => void
}

/** What supervisors did, the latest first. */
export const DutiesDone = ({ of, onAll }: DutiesDoneProps) => {
  const { pages, remote, more } = usePages(surveyApi.dutiesDone, { staffId: of?.staffId ?? null })
  return (
    <View>
      {of ? (
        <View className="gap-3">
          <Chip icon="close" label={`只看${of.name}的，点这里看全部`} onTap={onAll}>
            {`只看${of.name}的`}
          </Chip>
        </View>
      ) : null}
      {remote.status === 'failed' ? <ErrorNote onRetry={more}>{sentenceFor(remote.code)}</ErrorNote> : null}
      {pages === null ? (
        remote.status === 'failed' ? null : (
          <Skeleton lines={6} />
        )
      ) : pages.rows.length === 0 ? (
        <Empty title="还没有履职记录" hint="监督员在手机上“记一次履职”，这里就有。" />
      ) : (
        <View className="gap-3 supervision-lines" {...semantics({ role: 'list', label: '履职记录' })}>
          {pages.rows.map(({ byName, ...duty }) => (
            <DutyEntry key={duty.id} duty={duty} byName={byName} />
          ))}
        </View>
      )}
      {pages && pages.rows.length < pages.total ? (
        <View className="gap-4">
          <Button kind="quiet" wide busy={remote.status === 'pending'} busyText="正在取" onTap={more}>
            {`看后面的，共 ${pages.total} 次`}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
