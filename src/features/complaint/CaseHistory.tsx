import type { CaseDetail } from '#domain/complaint/case.contract'
import type { ComplaintEvent } from '#domain/complaint/complaint.model'
import type { PhotoLink } from '#domain/complaint/progress.contract'
import type { Instant } from '#domain/instant'
import { Timeline } from '../../ui/Timeline'
import { CasePhotos } from './CasePhotos'
import { eventInWords, INSIDE, isByComplainant, isInside, saidIn, SEEN, whenInWords } from './case.words'

interface CaseHistoryProps {
  detail: CaseDetail
  fresh: ReadonlySet<string>
  now: Instant
}

/** Photos that came with an event; those of no later one came with the complaint itself. */
const photosOf = (event: ComplaintEvent, { events, photos }: CaseDetail): PhotoLink[] => {
  if (event.kind === 'submitted') {
    const later = new Set(events.flatMap((other) => ('photos' in other ? other.photos : [])))
    return photos.filter(({ id }) => !later.has(id))
  }
  const own = new Set('photos' in event ? event.photos : [])
  return photos.filter(({ id }) => own.has(id))
}

/** Everything that happened, who did it, and who can see it. */
export const CaseHistory = ({ detail, fresh, now }: CaseHistoryProps) => (
  <Timeline
    entries={detail.events.map((event) => {
      const said = event.kind === 'submitted' ? detail.text : saidIn(event)
      const photos = photosOf(event, detail)
      return {
        key: event.id,
        state: 'done',
        what: eventInWords(event, detail),
        when: whenInWords(event, detail.people, now, fresh.has(event.id)),
        seen: isInside(event) ? { by: INSIDE, inside: true } : { by: SEEN },
        said: said === null ? undefined : { text: said, mine: isByComplainant(event) },
        children: photos.length > 0 ? <CasePhotos photos={photos} /> : undefined,
      }
    })}
  />
)
