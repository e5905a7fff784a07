import { sentenceFor, type ErrorCode } from '#domain/errors'
import type { Person } from '#domain/hospital/staff.contract'
import type { Profile } from '#domain/hospital/staff.model'
import type { DepartmentId, StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { Result } from '#domain/result'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { AwayPart, HandOverPart, LeavePart } from '../../../features/staff/Absence'
import { InvitationPart } from '../../../features/staff/Invitation'
import { ProfileForm } from '../../../features/staff/ProfileForm'
import { staffApi } from '../../../features/staff/staff.api'
import { rolesInWords, stateInWords } from '../../../features/staff/staff.words'
import type { Inviting } from '../../../features/staff/use-invitations'
import type { People } from '../../../features/staff/use-people'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { toast } from '../../../ui/toast'
import { useHandOver } from './use-hand-over'
import './staff.css'

interface PersonPanelProps {
  person: Person
  people: People
  departments: ReadonlyMap<DepartmentId, string>
  now: Instant
  inviting: Inviting
  onInvite: () => void
  /** The person as the hospital has them now. */
  onChanged: (person: Person) => void
  /** Somebody else wrote first. */
  onStale: () => void
}

/** One person: what the roster says, how they come in, how they go. */
export const PersonPanel = ({
  person,
  people,
  departments,
  now,
  inviting,
  onInvite,
  onChanged,
  onStale,
}: PersonPanelProps) => {
  const { open, handing, handOver } = useHandOver(person.id)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ErrorCode | null>(null)
  const [leaving, setLeaving] = useState(false)
  const which = { staffId: person.id, rev: person.rev }
  const isGone = person.state.kind === 'left'
  const cases = open.status === 'done' ? open.value : null

  const act = async (work: Promise<Result<Person>>, done: string) => {
    setBusy(true)
    const answer = await work
    setBusy(false)
    setProblem(answer.ok ? null : answer.code)
    if (answer.ok) {
      onChanged(answer.value)
      toast(done)
    } else if (answer.code === 'data.changed') onStale()
  }
  const save = (profile: Profile) => act(staffApi.changePerson({ ...which, ...profile }), '已保存')
  const setAway = (until: Instant, standInId: StaffId | null) =>
    act(staffApi.setAway({ ...which, until, standInId }), '已设为外出')
  const comeBack = () => act(staffApi.comeBack(which), isGone ? '已回到名单，请再发口令' : '已回来')
  const leave = async () => {
    await act(staffApi.leave(which), '这个账号现在什么也打不开了')
    setLeaving(false)
  }

  return (
    <View className="staff-panel">
      <Lead
        above={[person.number, person.departmentId && departments.get(person.departmentId)].filter(Boolean).join(' · ')}
        hint={`${rolesInWords(person.roles)}。${stateInWords(person, now)}`}
      >
        {person.name}
      </Lead>
      {problem ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(problem)}</ErrorNote>
        </View>
      ) : null}
      {isGone ? null : (
        <>
          <View className="gap-5">
            <ProfileForm
              key={person.rev}
              profile={person}
              departments={people.departments}
              saveText="保存"
              busy={busy}
              onSave={(profile) => void save(profile)}
            />
          </View>
          <View className="gap-6">
            <InvitationPart
              person={person}
              inviting={inviting}
              now={now}
              busy={busy}
              onInvite={onInvite}
              onRevoke={() => void act(staffApi.revokeInvitation(which), '口令已收回')}
            />
          </View>
        </>
      )}
      {person.state.kind === 'invited' ? null : (
        <View className="gap-6">
          <HandOverPart
            person={person}
            people={people.rows}
            now={now}
            open={cases}
            moving={handing.status === 'moving' ? handing : null}
            problem={
              handing.status === 'failed'
                ? sentenceFor(handing.code)
                : handing.status === 'stuck'
                  ? `还有 ${handing.left} 件这位同事不能接：再查的要由没查过的人查，存疑的文字要专员先看。请换一位接手，或再点一次。`
                  : open.status === 'failed'
                    ? sentenceFor(open.code)
                    : undefined
            }
            onHandOver={(to) => void handOver(to.id).then((moved) => moved > 0 && toast(`${moved} 件已交给${to.name}`))}
          />
        </View>
      )}
      {person.state.kind === 'active' || person.state.kind === 'away' ? (
        <View className="gap-6">
          <AwayPart
            key={person.rev}
            person={person}
            people={people.rows}
            now={now}
            busy={busy}
            onAway={(until, standInId) => void setAway(until, standInId)}
            onBack={() => void comeBack()}
          />
        </View>
      ) : null}
      <View className="gap-6">
        <LeavePart person={person} busy={busy} onLeave={() => setLeaving(true)} onBack={() => void comeBack()} />
      </View>
      {leaving ? (
        <ConfirmDialog
          title={`${person.name}离开本院吗？`}
          detail={
            cases && cases.count > 0
              ? `账号马上停用。手里还有 ${cases.count} 件投诉，交接之前没有人管，请接着在这一页选人接手。`
              : '账号马上停用，以前办过的事照样写着名字。'
          }
          confirm="离开"
          busy={busy}
          onConfirm={() => void leave()}
          onCancel={() => setLeaving(false)}
        />
      ) : null}
    </View>
  )
}
