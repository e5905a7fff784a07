import { sentenceFor } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { RatingEntry } from './RatingEntry'
import { surveyApi } from './survey.api'
import { usePages } from './use-pages'

interface RatingsGivenProps {
  /** About one department; null: about all. */
  about: { departmentId: DepartmentId; name: string } | null
  onAbout: (about: RatingsGivenProps['about']) => void
}

/** What supervisors found, department by department, the latest month first. */
export const RatingsGiven = ({ about, onAbout }: RatingsGivenProps) => {
  const { pages, remote, more } = usePages(surveyApi.ratingsGiven, { departmentId: about?.departmentId ?? null })
  return (
    <View>
      {about ? (
        <View className="gap-3">
          <Chip icon="close" label={`只看${about.name}，点这里看全部`} onTap={() => onAbout(null)}>
            {`只看${about.name}`}
          </Chip>
        </View>
      ) : null}
      {remote.status === 'failed' ? <ErrorNote onRetry={more}>{sentenceFor(remote.code)}</ErrorNote> : null}
      {pages === null ? (
        remote.status === 'failed' ? null : (
          <Skeleton lines={6} />
        )
      ) : pages.rows.length === 0 ? (
        <Empty title="还没有评议" hint="监督员评过科室，这里就有；评得低的，写了看到什么。" />
      ) : (
        <View className="gap-3 supervision-lines" {...semantics({ role: 'list', label: '评议' })}>
          {pages.rows.map((rating) => (
            <RatingEntry
              key={rating.id}
              rating={rating}
              onAbout={about ? undefined : (departmentId, name) => onAbout({ departmentId, name })}
            />
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
