import type { Remote } from '#cloud/use-action'
import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { DepartmentId } from '#domain/ids'
import type { DutyRow, TermRow } from '#domain/survey/supervision.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { Status } from '../../ui/Status'
import { toast } from '../../ui/toast'
import { useNow } from '../../ui/useNow'
import type { ActionOutput } from '#domain/contract'
import type { surveyContract } from '#domain/survey/survey.contract'
import { DutyEntry } from './DutyEntry'
import { loadRating } from './supervision.drafts'
import { surveyApi } from './survey.api'
import { countsInWords, dutyTitle, monthWords, termStanding } from './supervision.words'
import './supervision.css'

export type Supervision = ActionOutput<typeof surveyContract, 'supervision'>
export type Rateable = ActionOutput<typeof surveyContract, 'rateable'>

interface SupervisionHomeProps {
  supervision: Supervision
  rateable: Remote<Rateable>
  onRetryRateable: () => void
  onRate: (id: DepartmentId) => void
  onDuty: () => void
  onChanged: () => void
}

/** A supervisor's own page: the appointment, departments to rate this month, and what was done. */
export const SupervisionHome = (props: SupervisionHomeProps) => {
  const { supervision } = props
  const { name, hospitalName, term } = supervision
  const now = useNow()
  return (
    <View>
      <Lead above={hospitalName} hint={term ? termStanding(term, now) : undefined}>
        {name}
      </Lead>
      {term?.isInForce ? null : (
        <View className="gap-4">
          <Notice tone="wait">{withoutTerm(term)}</Notice>
        </View>
      )}
      <View className="supervision-home">
        {term?.isInForce ? <Departments {...props} /> : null}
        {term ? <Duties {...props} term={term} /> : null}
      </View>
    </View>
  )
}

const withoutTerm = (term: TermRow | null) =>
  term
    ? '您今天不在聘期里，评议和履职先记不了。要续聘，请找本院满意度专员。'
    : '本院还没有登记您的聘期。登记以后，这里就能评议和记履职，请找本院满意度专员。'

/** What was done stands below, and is to be found without much scrolling. */
const SHOWN_AT_ONCE = 6

const Departments = ({ supervision, rateable, onRetryRateable, onRate }: SupervisionHomeProps) => {
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  const now = useNow()
  if (rateable.status === 'failed') {
    return (
      <View className="gap-5">
        <ErrorNote onRetry={onRetryRateable}>{sentenceFor(rateable.code)}</ErrorNote>
      </View>
    )
  }
  if (rateable.status !== 'done') {
    return (
      <View className="gap-5">
        <Skeleton lines={4} />
      </View>
    )
  }
  const { month, survey, departments } = rateable.value
  if (!survey) {
    return (
      <View className="gap-5">
        <Empty title="现在没有开评" hint="满意度专员开放评议问卷以后，这里会列出科室。" />
      </View>
    )
  }
  // What was begun comes first, what is done last.
  const rank = ({ id, done }: (typeof departments)[number]) => (done ? 2 : loadRating(id, now) ? 0 : 1)
  const sorted = [...departments].sort((left, right) => rank(left) - rank(right))
  return (
    <View className="gap-5">
      <Head aside={`评了 ${supervision.rated} 个，共 ${supervision.rateable} 个`}>{`${monthWords(month)}评议`}</Head>
      <View className="gap-2">
        <List label={`${monthWords(month)}评议的科室`}>
          {sorted.slice(0, shown).map((department) => (
            <Item
              key={department.id}
              title={department.name}
              {...standing(rank(department))}
              onTap={department.done ? undefined : () => onRate(department.id)}
            />
          ))}
        </List>
      </View>
      {sorted.length > shown ? (
        <View className="gap-3">
          <Button kind="quiet" wide onTap={() => setShown(sorted.length)}>
            {`看全部 ${sorted.length} 个科室`}
          </Button>
        </View>
      ) : null}
    </View>
  )
}

const standing = (rank: number) => {
  if (rank === 2) return { end: <Status tone="done">评过了</Status>, endLabel: '评过了' }
  return rank === 0 ? { end: '评到一半', endLabel: '评到一半' } : {}
}

const Duties = ({ supervision, term, onDuty, onChanged }: SupervisionHomeProps & { term: TermRow }) => {
  const { duties, counts } = supervision
  const now = useNow()
  const removing = useAction(surveyApi.removeDuty)
  const [asked, setAsked] = useState<DutyRow | null>(null)
  const remove = async () => {
    if (!asked) return
    const answer = await removing.run({ id: asked.id })
    setAsked(null)
    if (!answer.ok && answer.code !== 'supervision.duty_unknown') return
    toast('删掉了')
    onChanged()
  }
  const said = countsInWords(counts)
  return (
    <View className="gap-5">
      <Head aside={said || undefined}>这个聘期的履职</Head>
      {term.isInForce ? (
        <View className="gap-3">
          <Button kind="quiet" wide icon="pen" onTap={onDuty}>
            记一次履职
          </Button>
        </View>
      ) : null}
      {removing.remote.status === 'failed' ? (
        <View className="gap-3">
          <ErrorNote>{sentenceFor(removing.remote.code)}</ErrorNote>
        </View>
      ) : null}
      {duties.length === 0 ? (
        <View className="gap-3 supervision-none">还没有记过。去科室看了、开了座谈，都记在这里。</View>
      ) : (
        <View className="gap-3" {...semantics({ role: 'list', label: '做过的履职' })}>
          {duties.map((duty) => (
            <DutyEntry key={duty.id} duty={duty}>
              {term.isInForce ? (
                <LinkText role="button" label={`删掉 ${dutyTitle(duty, now)}`} onTap={() => setAsked(duty)}>
                  删掉
                </LinkText>
              ) : null}
            </DutyEntry>
          ))}
        </View>
      )}
      {asked ? (
        <ConfirmDialog
          title="删掉这条履职吗？"
          detail={`${dutyTitle(asked, now)}。记错了才删，删了找不回来。`}
          confirm="删掉"
          busy={removing.remote.status === 'pending'}
          onConfirm={() => void remove()}
          onCancel={() => setAsked(null)}
        />
      ) : null}
    </View>
  )
}
