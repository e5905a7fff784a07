import { sceneIn, sceneOf } from '#domain/hospital/scene'
import { type OpenSurvey, VisitLink } from '#domain/survey/answering.contract'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import type { Door } from '../../../features/answering/answering.door'
import { AnsweringPage, type Ways } from '../../../features/answering/AnsweringPage'
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
  const scene = sceneIn(params.scene)
  const asked = raterIn(params.rater)
  const [chosen, setChosen] = useState<PatientRater | null>(null)
  const link = v.safeParse(VisitLink, params.visit)
  const rater = asked ?? chosen

  const sceneFor = (open: OpenSurvey | null) => (open?.place ? sceneOf(open.place.touchpointId) : scene)
  const ways: Ways = {
    onLeave: () => (chosen ? setChosen(null) : void goBack()),
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
        <RaterChoice onChoose={setChosen} />
      </Page>
    )
  }
  return <AnsweringPage key={rater} door={door} title={TITLE} {...ways} />
}
