import type { Role } from '#domain/actor'
import type { CaseDetail } from '#domain/complaint/case.contract'
import { Finding, findingNames } from '#domain/complaint/complaint.model'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { StaffId } from '#domain/ids'
import { dayInWords, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { ErrorNote } from '../../ui/ErrorNote'
import { Letter } from '../../ui/Letter'
import { Skeleton } from '../../ui/Skeleton'
import { TileGroup } from '../../ui/TileGroup'
import type { CaseDraft } from './case.drafts'
import { CASE_FORM, focusInside } from './case.focus'
import { closeReason, type FormAct, formWords } from './case.form.words'
import { hasFoundBefore, isHeld, limitOf, plainWordHints, replyAdvice } from './case.words'
import { SortFields } from './SortFields'

export interface ColleagueOption {
  readonly id: StaffId
  readonly roles: readonly Role[]
  readonly name: string
  readonly departmentName: string | null
  readonly awayUntil: Instant | null
}

/** Whom a case can be given to; null while they are asked for. */
export interface Colleagues {
  readonly options: readonly ColleagueOption[] | null
  readonly problem: ErrorCode | null
  readonly onRetry: () => void
}

interface CaseFieldsProps {
  act: FormAct
  detail: CaseDetail
  now: Instant
  draft: CaseDraft
  colleagues: Colleagues
  saved?: string
  onChange: (changed: Partial<CaseDraft>) => void
}

const Words = ({ act, draft, saved, onChange }: CaseFieldsProps) => {
  const { field } = formWords[act]
  return field === null ? null : (
    <Letter
      label={field}
      value={draft.text}
      lines={act === 'reply' ? 8 : 4}
      limit={limitOf(act) ?? undefined}
      saved={saved}
      onInput={(text) => onChange({ text })}
    />
  )
}

const aboutColleague = ({ id, departmentName, awayUntil }: ColleagueOption, detail: CaseDetail, now: Instant): string =>
  [
    departmentName,
    awayUntil === null ? null : `不在岗，到 ${dayInWords(awayUntil, now)}`,
    detail.assigneeId === id ? '现在就由这位核查' : null,
    hasFoundBefore(detail, id) ? '上次查过，再查要换人' : null,
  ]
    .filter(Boolean)
    .join(' · ')

/** Those who are there first; what is held stays among complaint officers. */
const thoseFor = (options: readonly ColleagueOption[], detail: CaseDetail): ColleagueOption[] =>
  options
    .filter(({ roles }) => !isHeld(detail) || roles.includes('complaint_officer'))
    .sort((a, b) => Number(a.awayUntil !== null) - Number(b.awayUntil !== null))

const ColleagueChoice = ({
  detail,
  draft,
  now,
  offered,
  onChange,
}: CaseFieldsProps & { offered: ColleagueOption[] }) => {
  // They come after the form was opened.
  useEffect(() => focusInside(CASE_FORM), [])
  return (
    <ChoiceGroup
      label="交给谁"
      options={offered.map((colleague) => ({
        value: colleague.id,
        title: colleague.name,
        detail: aboutColleague(colleague, detail, now) || undefined,
        disabled: hasFoundBefore(detail, colleague.id),
      }))}
      value={draft.staffId}
      onChange={(staffId) => onChange({ staffId })}
    />
  )
}

const Assign = (props: CaseFieldsProps) => {
  const { options, problem, onRetry } = props.colleagues
  if (!options) {
    return problem ? <ErrorNote onRetry={onRetry}>{sentenceFor(problem)}</ErrorNote> : <Skeleton lines={3} />
  }
  const offered = thoseFor(options, props.detail)
  if (offered.length === 0) return <View>还没有可以核查的同事，请本院管理员在“职工”里给岗位。</View>
  return <ColleagueChoice {...props} offered={offered} />
}

const Find = (props: CaseFieldsProps) => (
  <>
    <TileGroup
      label="认定"
      options={Finding.options.map((value) => ({ value, title: findingNames[value] }))}
      value={props.draft.finding}
      onChange={(finding) => props.onChange({ finding })}
    />
    <View className="case-form-hint">依据：看了什么、问了谁、查到什么</View>
    <View className="case-form-part">
      <Words {...props} />
    </View>
  </>
)

const Reply = (props: CaseFieldsProps) => {
  const { detail, draft } = props
  const hints = plainWordHints(draft.text)
  return (
    <>
      {detail.finding ? (
        <View className="case-form-hint">{`认定：${findingNames[detail.finding]}。${replyAdvice[detail.finding]}`}</View>
      ) : null}
      <View className="case-form-part">
        <Words {...props} />
      </View>
      {hints.length > 0 ? <View className="case-form-hint">{`换成平常话：${hints.join('；')}。`}</View> : null}
    </>
  )
}

/** What one act asks for. */
export const CaseFields = (props: CaseFieldsProps) => {
  switch (props.act) {
    case 'assign':
      return <Assign {...props} />
    case 'find':
      return <Find {...props} />
    case 'sort':
      return <SortFields {...props} />
    case 'reply':
      return <Reply {...props} />
    case 'release':
      return <View className="case-quote">{props.detail.text}</View>
    case 'close':
      return <View>{closeReason(props.detail)}</View>
    case 'extend':
      return (
        <>
          {props.detail.extendTo === null ? null : (
            <View>{`从收到那天起一共 ${props.detail.extendTo} 个工作日，原来是 ${props.detail.replyWithinWorkingDays} 个。`}</View>
          )}
          <Words {...props} />
        </>
      )
    case 'ask':
    case 'note':
      return <Words {...props} />
  }
}
