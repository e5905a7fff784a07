import { dayInWords, endOfBeijingDay, type Instant } from '#domain/instant'
import type { StaffSurvey } from '#domain/survey/answering.contract'
import { View } from '@tarojs/components'
import { Empty } from '../../ui/Empty'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Status } from '../../ui/Status'
import { raterWords } from './answering.words'
import './answering.css'

interface StaffSurveyListProps {
  surveys: readonly StaffSurvey[]
  now: Instant
  onOpen: (survey: StaffSurvey, departmentId: StaffSurvey['departments'][number]['id'] | null) => void
}

const isOver = ({ departments, done }: StaffSurvey): boolean =>
  departments.length > 0 ? departments.every((department) => department.done) : done

const untilWords = ({ until, questions }: StaffSurvey, now: Instant): string =>
  `${questions} 道题${until === null ? '' : `，收到 ${dayInWords(endOfBeijingDay(until), now)}为止`}`

/** What a member of staff may answer now: about the hospital, and about departments other than their own. */
export const StaffSurveyList = ({ surveys, now, onOpen }: StaffSurveyListProps) =>
  surveys.length === 0 ? (
    <Empty title="现在没有要您评的" hint="职工满意度和科室互评开始收的时候，会在这里。" />
  ) : (
    <View>
      <Lead hint="不记名，科里没人看得到是谁评的；记下“评过了”，对不回答案。">请您评一评</Lead>
      {surveys.map((survey) => (
        <View key={survey.surveyId} className="staff-survey">
          <Head aside={isOver(survey) ? <Status tone="done">都评过了</Status> : null}>{survey.title}</Head>
          <View className="staff-survey-until">{untilWords(survey, now)}</View>
          {survey.departments.length === 0 ? (
            <List label={survey.title}>
              <Item
                icon="survey"
                title={raterWords[survey.rater] === '职工' ? '评医院' : survey.title}
                {...standing(survey.done)}
                onTap={survey.done ? undefined : () => onOpen(survey, null)}
              />
            </List>
          ) : (
            <List label={survey.title}>
              {survey.departments.map(({ id, name, done }) => (
                <Item key={id} title={name} {...standing(done)} onTap={done ? undefined : () => onOpen(survey, id)} />
              ))}
            </List>
          )}
        </View>
      ))}
    </View>
  )

const standing = (done: boolean) =>
  done ? { end: <Status tone="done">评过了</Status>, endLabel: '评过了' } : { end: undefined, endLabel: undefined }
