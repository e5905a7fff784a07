import { randomHex } from '#cloud/random.bytes'
import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { StaffId } from '#domain/ids'
import type { Person } from '#domain/hospital/staff.contract'
import type { Profile } from '#domain/hospital/staff.model'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import * as v from 'valibot'
import { adminSections } from '../../../features/hospital/admin.sections'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { BulkInviting, Overview, withoutInvitation } from '../../../features/staff/Overview'
import { PeopleList } from '../../../features/staff/PeopleList'
import { ProfileForm } from '../../../features/staff/ProfileForm'
import { saveCodes } from '../../../features/staff/roster.file'
import { staffApi } from '../../../features/staff/staff.api'
import { useInvitations } from '../../../features/staff/use-invitations'
import { type People, usePeople } from '../../../features/staff/use-people'
import { goBack, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Desk } from '../../../ui/Desk'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { LinkText } from '../../../ui/LinkText'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'
import { ImportPanel } from './ImportPanel'
import { PersonPanel } from './PersonPanel'
import './staff.css'

type Beside =
  | { show: 'roles' }
  | { show: 'import' }
  | { show: 'codes' }
  | { show: 'new' }
  | { show: 'person'; id: string }

const NOBODY: People = { rows: [], departments: [] }

/** The roster, what its roles open, and how people come and go (人与权限). */
export default function StaffPage() {
  const { people, reload, put } = usePeople()
  const { inviting, invite, forget } = useInvitations(() => void reload())
  const adding = useAction(staffApi.addPerson)
  // Made once for a form: pressing again after no answer adds the same person.
  const newId = useRef<string | null>(null)
  const [beside, setBeside] = useState<Beside | null>(null)
  const now = useNow()
  const known = people.status === 'done' ? people.value : NOBODY
  const departments = new Map(known.departments.map(({ id, name }) => [id, name]))
  const person = beside?.show === 'person' ? known.rows.find(({ id }) => id === beside.id) : undefined
  const uninvited = withoutInvitation(known.rows, now)

  const show = (next: Beside | null) => {
    forget()
    adding.reset()
    setBeside(next)
  }
  const open = ({ id }: Person) => show({ show: 'person', id })
  const add = async (profile: Profile) => {
    newId.current ??= `S${await randomHex()}`
    const answer = await adding.run({ staffId: v.parse(StaffId, newId.current), ...profile })
    if (!answer.ok) return
    newId.current = null
    put(answer.value)
    open(answer.value)
  }
  const inviteAll = () => {
    setBeside({ show: 'codes' })
    void invite(uninvited)
  }

  return (
    <Desk
      title="人与权限"
      section="staff"
      sections={adminSections('staff')}
      showing={beside ? 'detail' : 'list'}
      onBack={beside ? () => show(null) : () => void goBack()}
      list={
        people.status === 'failed' ? (
          <SignInOffer code={people.code} to={routes.staff()} onRetry={() => void reload()} />
        ) : people.status === 'done' ? (
          <>
            <Lead>{`${known.rows.filter(({ state }) => state.kind !== 'left').length} 个人`}</Lead>
            <View className="staff-acts">
              <View className="staff-act">
                <Button kind="quiet" wide onTap={() => show({ show: 'new' })}>
                  邀请一个人
                </Button>
              </View>
              <View className="staff-act is-last">
                <Button kind="quiet" wide onTap={() => show({ show: 'import' })}>
                  导入名册
                </Button>
              </View>
            </View>
            <View className="gap-4">
              <LinkText role="button" onTap={() => show({ show: 'roles' })}>
                谁能看到什么，没用的邀请
              </LinkText>
            </View>
            <View className="gap-4">
              <PeopleList
                people={known.rows}
                departments={departments}
                now={now}
                current={person?.id ?? null}
                onOpen={open}
              />
            </View>
          </>
        ) : (
          <Skeleton lines={8} />
        )
      }
      detail={
        people.status !== 'done' ? (
          <Skeleton lines={8} />
        ) : beside?.show === 'import' ? (
          <ImportPanel
            people={known}
            departments={departments}
            now={now}
            uninvited={uninvited.length}
            onInviteAll={inviteAll}
            onWritten={() => void reload()}
            onDone={() => show(null)}
          />
        ) : beside?.show === 'codes' ? (
          <BulkInviting
            inviting={inviting}
            now={now}
            onSave={() => {
              if (inviting.status === 'made') void saveCodes(inviting.rows, departments, now)
            }}
            onForget={() => show(null)}
          />
        ) : beside?.show === 'new' ? (
          <View className="staff-panel">
            <Lead hint="先写进名单，再发一份口令给本人。">邀请一个人</Lead>
            {adding.remote.status === 'failed' ? (
              <View className="gap-4">
                <ErrorNote>{sentenceFor(adding.remote.code)}</ErrorNote>
              </View>
            ) : null}
            <View className="gap-4">
              <ProfileForm
                departments={known.departments}
                saveText="写进名单"
                busy={adding.remote.status === 'pending'}
                onSave={(profile) => void add(profile)}
              />
            </View>
          </View>
        ) : person ? (
          <PersonPanel
            key={person.id}
            person={person}
            people={known}
            departments={departments}
            now={now}
            inviting={inviting}
            onInvite={() => void invite([person])}
            onChanged={put}
            onStale={() => void reload()}
          />
        ) : beside?.show === 'person' ? (
          <Empty title="名单里没有这个人了" hint="可能刚刚撤回了那一批导入，请在左边另选一位。" />
        ) : (
          <Overview
            people={known.rows}
            now={now}
            onOpen={open}
            onInviteAll={process.env.TARO_ENV === 'h5' ? inviteAll : undefined}
          />
        )
      }
    />
  )
}
