import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { StaffGroup, staffGroupNames } from '#domain/integrity/exam.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '../../ui/Chip'
import { Choice } from '../../ui/Choice'
import { ErrorNote } from '../../ui/ErrorNote'
import { FieldError } from '../../ui/FieldError'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { Skeleton } from '../../ui/Skeleton'
import { TextField } from '../../ui/TextField'
import { allMembers } from './all-pages'
import { type PlanDraft, toggleDepartment, toggleGroup, togglePerson } from './exam.plan'
import { examsApi } from './exams.api'

const NOTHING = {}
const FOUND_MOST = 8

const everybody = () => allMembers(null)

interface AudienceFieldsProps {
  draft: PlanDraft
  fault?: string
  change: (next: (draft: PlanDraft) => PlanDraft) => void
}

/** Who sits it: everybody, or departments, groups and people put together. */
export const AudienceFields = ({ draft, fault, change }: AudienceFieldsProps) => {
  const [namesPeople, setNamesPeople] = useState(draft.people.length > 0)
  return (
    <View>
      <Head>谁来考</Head>
      <View className="gap-2" {...semantics({ role: 'radiogroup', label: '谁来考' })}>
        <View className="exam-choice">
          <Choice
            title="全院职工"
            detail="在册的都算；聘来的行风监督员不算"
            selected={draft.everybody}
            onTap={() => change((before) => ({ ...before, everybody: true }))}
          />
        </View>
        <View className="exam-choice">
          <Choice
            title="选出来的人"
            detail="科室、人群、点名，加在一起"
            selected={!draft.everybody}
            onTap={() => change((before) => ({ ...before, everybody: false }))}
          />
        </View>
      </View>
      {fault ? <FieldError id="audience-fault">{fault}</FieldError> : null}
      {draft.everybody ? null : (
        <View className="audience">
          <Head>人群</Head>
          <View className="exam-chips gap-2" {...semantics({ role: 'group', label: '人群' })}>
            {StaffGroup.options.map((group) => (
              <View key={group} className="exam-chip">
                <Chip
                  pressed={draft.groups.includes(group)}
                  onTap={() => change((before) => toggleGroup(before, group))}
                >
                  {staffGroupNames[group]}
                </Chip>
              </View>
            ))}
          </View>
          <View className="gap-4">
            <Head>科室</Head>
            <Departments draft={draft} change={change} />
          </View>
          <View className="gap-4">
            <Head
              aside={
                namesPeople ? null : (
                  <LinkText role="button" onTap={() => setNamesPeople(true)}>
                    点名加人
                  </LinkText>
                )
              }
            >
              {draft.people.length > 0 ? `点名 ${draft.people.length} 人` : '点名'}
            </Head>
            {namesPeople ? <People draft={draft} change={change} /> : null}
          </View>
        </View>
      )}
    </View>
  )
}

type PartProps = Pick<AudienceFieldsProps, 'draft' | 'change'>

const Departments = ({ draft, change }: PartProps) => {
  const { remote, reload } = useLoaded(examsApi.examDepartments, NOTHING)
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={2} label="正在取科室" />
  return (
    <View className="exam-chips gap-2" {...semantics({ role: 'group', label: '科室' })}>
      {remote.value.rows
        .filter(({ id, staff }) => staff > 0 || draft.departments.includes(id))
        .map(({ id, name, staff }) => (
          <View key={id} className="exam-chip">
            <Chip
              pressed={draft.departments.includes(id)}
              onTap={() => change((before) => toggleDepartment(before, id))}
            >
              {`${name} ${staff}`}
            </Chip>
          </View>
        ))}
    </View>
  )
}

const People = ({ draft, change }: PartProps) => {
  const { remote, reload } = useLoaded(everybody, NOTHING)
  const [words, setWords] = useState('')
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={2} label="正在取名单" />
  const wanted = words.trim()
  const rows = remote.value
  const named = rows.filter(({ staffId }) => draft.people.includes(staffId))
  const found =
    wanted === ''
      ? []
      : rows
          .filter(
            ({ name, number, staffId }) => `${name} ${number}`.includes(wanted) && !draft.people.includes(staffId),
          )
          .slice(0, FOUND_MOST)
  return (
    <View>
      <View className="exam-chips gap-2" {...semantics({ role: 'group', label: '点到的人' })}>
        {named.map(({ staffId, name, departmentName }) => (
          <View key={staffId} className="exam-chip">
            <Chip
              icon="close"
              label={`${[name, departmentName].filter(Boolean).join(' ')}，去掉`}
              onTap={() => change((before) => togglePerson(before, staffId))}
            >
              {[name, departmentName].filter(Boolean).join(' ')}
            </Chip>
          </View>
        ))}
      </View>
      <TextField label="姓名或工号" value={words} placeholder="写几个字，下面会列出来" onInput={setWords} />
      <View className="exam-chips gap-3" {...semantics({ role: 'group', label: '找到的人' })}>
        {found.map(({ staffId, name, number, departmentName }) => (
          <View key={staffId} className="exam-chip">
            <Chip
              label={`加上${[name, departmentName ?? number].join(' ')}，${number}`}
              onTap={() => {
                setWords('')
                change((before) => togglePerson(before, staffId))
              }}
            >
              {[name, departmentName ?? number].join(' ')}
            </Chip>
          </View>
        ))}
      </View>
      {wanted !== '' && found.length === 0 ? <View className="t4 c2">没有找到，换个写法试试。</View> : null}
    </View>
  )
}
