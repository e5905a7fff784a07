import type { DepartmentId } from '#domain/ids'
import { RatingEntry } from './RatingEntry'
import { surveyApi } from './survey.api'
import { SupervisionLines } from './SupervisionLines'
import { usePages } from './use-pages'

interface RatingsGivenProps {
  /** About one department; null: about all. */
  about: { departmentId: DepartmentId; name: string } | null
  onAbout: (about: RatingsGivenProps['about']) => void
}

/** What supervisors found, department by department, the latest month first. */
export const RatingsGiven = ({ about, onAbout }: RatingsGivenProps) => (
  <SupervisionLines
    label="评议"
    only={
      about && {
        words: `只看${about.name}`,
        label: `只看${about.name}，点这里看全部`,
        onAll: () => onAbout(null),
      }
    }
    list={usePages(surveyApi.ratingsGiven, { departmentId: about?.departmentId ?? null })}
    nothing={{ title: '还没有评议', hint: '监督员评过科室，这里就有；评得低的，写了看到什么。' }}
    renderLine={(rating) => (
      <RatingEntry
        key={rating.id}
        rating={rating}
        onAbout={about ? undefined : (departmentId, name) => onAbout({ departmentId, name })}
      />
    )}
  />
)
