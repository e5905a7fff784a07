import { sentenceFor } from '#domain/errors'
import type { PastImport, Person } from '#domain/hospital/staff.contract'
import { hasAccess } from '#domain/hospital/staff.rules'
import { dayInWords, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { reachable, semantics } from '../../ui/semantics'
import { HandedOutCode } from './Invitation'
import { roleSights, unseenInWords } from './role.sight'
import { invitationInWords, rolesInWords } from './staff.words'
import type { Inviting } from './use-invitations'
import './Overview.css'

/** Roles, how many hold each, and what each opens (谁能看到什么). */
const RoleTable = ({ people }: { people: readonly Person[] }) => {
  const members = people.filter(hasAccess)
  return (
    <View className="gap-4" {...reachable} {...semantics({ role: 'list', label: '角色能看到什么' })}>
      {roleSights().map((sight) => (
        <View key={sight.name} className="sight" {...semantics({ role: 'listitem' })}>
          <View className="sight-role">
            {sight.name}
            <View className="sight-count">
              {`${members.filter(({ roles }) => (sight.role ? roles.includes(sight.role) : roles.length === 0)).length} 人`}
            </View>
          </View>
          <View className="sight-cells">
            {sight.sights
              .filter(({ isSeen }) => isSeen)
              .map(({ term, sees }) => (
                <View key={term} className="sight-cell">
                  <View className="sight-term">{term}</View>
                  {sees}
                </View>
              ))}
            <View className="sight-unseen">{unseenInWords(sight)}</View>
          </View>
        </View>
      ))}
    </View>
  )
}

/** Those invited who have not come, the soonest to lapse first. */
export const openInvitations = (people: readonly Person[]): Person[] =>
  people
    .filter(({ state, invitation }) => state.kind === 'invited' && invitation !== null)
    .sort((left, right) => (left.invitation?.expiresAt ?? 0) - (right.invitation?.expiresAt ?? 0))

/** Those on the roster whom nobody has invited yet, or whose invitation has lapsed. */
export const withoutInvitation = (people: readonly Person[], now: Instant): Person[] =>
  people.filter(
    ({ state, invitation }) => state.kind === 'invited' && (invitation === null || invitation.expiresAt < now),
  )

interface OverviewProps {
  people: readonly Person[]
  now: Instant
  onOpen: (person: Person) => void
  /** Codes for all who have none; absent where a list of codes cannot be saved. */
  onInviteAll?: () => void
}

const INVITATIONS_SHOWN = 20

export const Overview = ({ people, now, onOpen, onInviteAll }: OverviewProps) => {
  const unused = openInvitations(people)
  const uninvited = withoutInvitation(people, now)
  return (
    <>
      <Lead hint="管理员能给权限，自己一件投诉也看不到。">谁能看到什么</Lead>
      <RoleTable people={people} />
      <View className="gap-6">
        <Head>{`邀请，没用的 ${unused.length} 个`}</Head>
        {unused.length === 0 ? (
          <View className="t4 c2">没有在等人用的邀请。</View>
        ) : (
          <List label="没用的邀请">
            {unused.slice(0, INVITATIONS_SHOWN).map((person) => (
              <Item
                key={person.id}
                title={person.name}
                detail={`${person.number} · ${rolesInWords(person.roles)}`}
                end={invitationInWords(person.invitation, now)}
                onTap={() => onOpen(person)}
              />
            ))}
          </List>
        )}
      </View>
      {onInviteAll && uninvited.length > 0 ? (
        <View className="gap-4">
          <Button kind="quiet" onTap={onInviteAll}>
            {`给没有口令的 ${uninvited.length} 人生成口令`}
          </Button>
        </View>
      ) : null}
    </>
  )
}

interface BulkInvitingProps {
  inviting: Inviting
  now: Instant
  onSave: () => void
  onForget: () => void
}

/** The codes of many, to be saved once. */
export const BulkInviting = ({ inviting, now, onSave, onForget }: BulkInvitingProps) => {
  if (inviting.status === 'idle') return null
  if (inviting.status === 'making') {
    return (
      <Notice icon="progress" announced="status">
        {`正在生成口令，${inviting.done} / ${inviting.total} 人。先别关这一页。`}
      </Notice>
    )
  }
  if (inviting.status === 'stopped') {
    return (
      <ErrorNote onRetry={inviting.goOn} retryText="接着生成">
        {`${sentenceFor(inviting.code)}生成了 ${inviting.done} / ${inviting.total} 人，接着生成，口令还是同一份。`}
      </ErrorNote>
    )
  }
  const [only] = inviting.rows
  return (
    <>
      <Lead hint="口令只在这里给这一次，关掉就看不到了。请先下载，再分给各科。">
        {`生成了 ${inviting.rows.length} 份口令`}
      </Lead>
      {inviting.rows.length === 1 && only ? (
        <HandedOutCode handed={only} now={now} />
      ) : inviting.rows.length > 0 ? (
        <View className="gap-4">
          <Button wide icon="save" onTap={onSave}>
            下载口令表
          </Button>
        </View>
      ) : null}
      <View className="gap-3">
        <Button kind="quiet" wide onTap={onForget}>
          收好了，关掉
        </Button>
      </View>
    </>
  )
}

interface PastImportsProps {
  rows: readonly PastImport[]
  now: Instant
  onUndo: (batch: PastImport) => void
}

const undoInWords = ({ undoneAt, undoUntil }: PastImport, now: Instant): string => {
  if (undoneAt !== null) return `${dayInWords(undoneAt, now)}撤回了`
  return undoUntil < now ? '已过撤回期' : `${dayInWords(undoUntil, now)}前可以整批撤回`
}

/** Imports of the last time, each with its way back while there is one. */
export const PastImports = ({ rows, now, onUndo }: PastImportsProps) =>
  rows.length === 0 ? null : (
    <View className="gap-6">
      <Head>以前的批次</Head>
      <List label="以前的批次">
        {rows.map((batch) => {
          const open = batch.undoneAt === null && batch.undoUntil >= now
          return (
            <Item
              key={batch.id}
              title={`${dayInWords(batch.importedAt, now)}，新增 ${batch.added} 人，改 ${batch.changed} 人`}
              detail={`${batch.fileName} · ${batch.importedBy || '管理员'} · ${undoInWords(batch, now)}`}
              end={open ? '撤回' : undefined}
              onTap={open ? () => onUndo(batch) : undefined}
            />
          )
        })}
      </List>
    </View>
  )
