import { sceneIn, sceneOf, touchpointIn } from '#domain/hospital/scene'
import { type OpenSurvey, VisitLink } from '#domain/survey/answering.contract'
import { useRouter } from '@tarojs/taro'
import * as v from 'valibot'
import type { Door } from '../../../features/answering/answering.door'
import type { Ways } from '../../../features/answering/answering.ways'
import { AnsweringPage } from '../../../features/answering/AnsweringPage'
import { ClosedNote } from '../../../features/answering/ClosedNote'
import { type PatientRater, RaterChoice } from '../../../features/answering/RaterChoice'
import { DisciplinePhones } from '../../../features/hospital/DisciplinePhones'
import { goBack, goTo, replaceWith, routes } from '../../../routes'
import { beginWith } from '../../../ui/begun.words'
import { Page } from '../../../ui/Page'

const TITLE = '满意度评价'

const raterIn = (query: unknown): PatientRater | null =>
  query === 'outpatient' || query === 'inpatient' ? query : null

/** A questionnaire for patients and families: by the code on a wall, or by the link of a discharge. */
export default function SurveyPage() {
  const { params } = useRouter()
  const touchpoint = touchpointIn(sceneIn(params.scene))
  // Written anew: each address that it goes through would encode it once more.
  const scene = touchpoint === null ? undefined : sceneOf(touchpoint)
  const rater = raterIn(params.rater)
  const link = v.safeParse(VisitLink, params.visit)

  const sceneFor = (open: OpenSurvey | null) => (open?.place ? sceneOf(open.place.touchpointId) : scene)
  const ways: Ways = {
    onLeave: () => void goBack(),
    onDone: () => void goBack(),
    onPraise: (open) => void replaceWith(routes.praise({ scene: sceneFor(open) })),
    onChanged: () => void goTo(routes.changed()),
    onComplain: (open, words) => {
      beginWith(words)
      void goTo(routes.complaint({ scene: sceneFor(open), kind: 'complaint' }))
    },
    report: <DisciplinePhones onChannels={() => void goTo(routes.channels())} />,
  }

  if (params.visit !== undefined && !link.success) {
    return (
      <Page title={TITLE} onBack={ways.onLeave}>
        <ClosedNote code="survey.link_unknown" ways={ways} open={null} />
      </Page>
    )
  }
  const door: Door | null = link.success
    ? { kind: 'visit', link: link.output }
    : rater && { kind: 'code', rater, scene }
  if (!door) {
    return (
      <Page title={TITLE} onBack={ways.onLeave}>
        <RaterChoice onChoose={(chosen) => void replaceWith(routes.survey({ rater: chosen, scene }))} />
      </Page>
    )
  }
  return <AnsweringPage door={door} title={TITLE} {...ways} />
}
