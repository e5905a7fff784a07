import { randomHex } from '#cloud/random.bytes'
import { useAction, useLoaded } from '#cloud/use-action'
import { SurveyId } from '#domain/ids'
import { dayInWords, weekdayInWords } from '#domain/instant'
import { readySet } from '#domain/survey/ready/ready.sets'
import type { Rater } from '#domain/survey/survey.model'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { blankForm } from '../../../features/questionnaires/blank.form'
import { type Beginning, NewQuestionnaire } from '../../../features/questionnaires/NewQuestionnaire'
import { QuestionnaireList } from '../../../features/questionnaires/QuestionnaireList'
import { surveyApi } from '../../../features/questionnaires/survey.api'
import { satisfactionTabs } from '../../../features/session/satisfaction.tabs'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { goBack, routes } from '../../../routes'
import { Skeleton } from '../../../ui/Skeleton'
import { TopTabs } from '../../../ui/TopTabs'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'
import { OpenQuestionnaire } from './OpenQuestionnaire'

const surveyIdIn = (id: unknown): SurveyId | null => {
  const parsed = v.safeParse(SurveyId, id)
  return parsed.success ? parsed.output : null
}

/** Every questionnaire, and the one that is worked on. */
export default function QuestionnairesPage() {
  const { params } = useRouter()
  const [openId, setOpenId] = useState(() => surveyIdIn(params.id))
  const [isMaking, setIsMaking] = useState(false)
  const { remote, reload } = useLoaded(surveyApi.surveys, {})
  const { remote: me } = useLoaded(hospitalApi.me, {})
  const adding = useAction(surveyApi.addSurvey)
  // Made once for a questionnaire: pressing again after no answer makes the same one.
  const making = useRef<{ key: string; input: Parameters<typeof surveyApi.addSurvey>[0] } | null>(null)
  const now = useNow()
  const known = me.status === 'done' ? me.value : null
  const person = known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined

  const leave = () => {
    setOpenId(null)
    void reload()
  }
  const make = async (rater: Rater, beginning: Beginning) => {
    const key = `${rater}-${beginning}`
    if (making.current?.key !== key) {
      const draft = beginning === 'ready' ? readySet(rater) : blankForm(rater, Math.random)
      making.current = { key, input: { id: v.parse(SurveyId, await randomHex()), rater, draft } }
    }
    const answer = await adding.run(making.current.input)
    if (!answer.ok) return
    making.current = null
    setIsMaking(false)
    setOpenId(answer.value.id)
  }
  const close = () => {
    adding.reset()
    setIsMaking(false)
  }

  return (
    <WideDesk
      title="问卷"
      section="satisfaction"
      sections={staffSections(known?.roles ?? null, 'satisfaction')}
      person={person}
      onBack={openId ? leave : () => void goBack()}
    >
      <TopTabs
        tabs={satisfactionTabs(known?.roles ?? null, 'questionnaires')}
        aside={`${dayInWords(now, now)} ${weekdayInWords(now)}`}
      />
      {openId ? (
        <OpenQuestionnaire key={openId} surveyId={openId} now={now} onLeave={leave} />
      ) : remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.questionnaires()} onRetry={() => void reload()} />
      ) : remote.status === 'done' ? (
        <QuestionnaireList rows={remote.value.rows} now={now} onOpen={setOpenId} onNew={() => setIsMaking(true)} />
      ) : (
        <Skeleton lines={8} />
      )}
      {isMaking ? (
        <NewQuestionnaire
          busy={adding.remote.status === 'pending'}
          failed={adding.remote.status === 'failed' ? adding.remote.code : null}
          onMake={(rater, beginning) => void make(rater, beginning)}
          onClose={close}
        />
      ) : null}
    </WideDesk>
  )
}
