import { useLoaded } from '#cloud/use-action'
import type { SurveyId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { SurveyDetail } from '#domain/survey/office.contract'
import { useState } from 'react'
import { Builder } from '../../../features/questionnaires/Builder'
import { surveyApi } from '../../../features/questionnaires/survey.api'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { routes } from '../../../routes'
import { Skeleton } from '../../../ui/Skeleton'

interface OpenQuestionnaireProps {
  surveyId: SurveyId
  now: Instant
  onLeave: () => void
}

export const OpenQuestionnaire = ({ surveyId, now, onLeave }: OpenQuestionnaireProps) => {
  const { remote, reload } = useLoaded(surveyApi.survey, { surveyId })
  const [known, setKnown] = useState<SurveyDetail | null>(null)
  // Asked for again without an answer, the questionnaire stays open: somebody is writing in it.
  const detail = remote.status === 'done' ? remote.value : known
  if (detail !== known) setKnown(detail)
  if (detail) return <Builder detail={detail} now={now} onDetail={reload} onLeave={onLeave} />
  return remote.status === 'failed' ? (
    <SignInOffer code={remote.code} to={routes.questionnaires({ id: surveyId })} onRetry={() => void reload()} />
  ) : (
    <Skeleton lines={8} />
  )
}
