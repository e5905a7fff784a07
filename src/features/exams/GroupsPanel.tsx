import { useLoaded } from '#cloud/use-action'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { StaffId } from '#domain/ids'
import { StaffGroup, staffGroupNames } from '#domain/integrity/exam.model'
import type { GroupRow } from '#domain/integrity/office.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { SearchField } from '../../ui/SearchField'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { allMembers } from './all-pages'
import { examsApi } from './exams.api'

const NOTHING = {}
const SHOWN = 30

const everybody = () => allMembers(null)

/** Who is looked after with more care (重点人群): newly promoted, young, in key posts, newcomers. */
export const GroupsPanel = ({ onClose }: { onClose: () => void }) => {
  const { remote, reload } = useLoaded(everybody, NOTHING)
  const [group, setGroup] = useState<StaffGroup | null>(null)
  const [words, setWords] = useState('')
  const [shown, setShown] = useState(SHOWN)
  // What was set since the list came.
  const [changed, setChanged] = useState<ReadonlyMap<StaffId, GroupRow>>(new Map())
  const [busy, setBusy] = useState<StaffId | null>(null)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const rows = remote.status === 'done' ? remote.value.map((row) => changed.get(row.staffId) ?? row) : []
  const wanted = words.trim()
  const found = rows.filter(
    ({ groups, name, number, departmentName }) =>
      (group === null || groups.includes(group)) &&
      (wanted === '' || `${name} ${number} ${departmentName ?? ''}`.includes(wanted)),
  )
  const toggle = async ({ staffId, rev, groups }: GroupRow, which: StaffGroup) => {
    setBusy(staffId)
    setFailed(null)
    const next = groups.includes(which) ? groups.filter((each) => each !== which) : [...groups, which]
    const answer = await examsApi.setGroups({ staffId, rev, groups: next })
    setBusy(null)
    if (answer.ok) return setChanged((before) => new Map([...before, [staffId, answer.value]]))
    setFailed(answer.code)
    if (answer.code === 'data.changed') {
      setChanged(new Map())
      await reload()
    }
  }
  return (
    <SidePanel title="重点人群" onClose={onClose}>
      <View className="t4 c2">安排考试、看学习情况时按这几类选人。点一下加进去，再点一下拿出来。</View>
      {remote.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : remote.status !== 'done' ? (
        <Skeleton lines={8} label="正在取名单" />
      ) : (
        <>
          <View className="exam-chips gap-4" {...semantics({ role: 'group', label: '看哪一类' })}>
            <View className="exam-chip">
              <Chip pressed={group === null} onTap={() => setGroup(null)}>
                {`全部 ${rows.length}`}
              </Chip>
            </View>
            {StaffGroup.options.map((each) => (
              <View key={each} className="exam-chip">
                <Chip pressed={group === each} onTap={() => setGroup(each)}>
                  {`${staffGroupNames[each]} ${rows.filter(({ groups }) => groups.includes(each)).length}`}
                </Chip>
              </View>
            ))}
          </View>
          <SearchField label="找人" value={words} placeholder="姓名、工号或科室" onInput={setWords} />
          {failed ? (
            <View className="gap-3">
              <ErrorNote>{sentenceFor(failed)}</ErrorNote>
            </View>
          ) : null}
          {found.slice(0, shown).map((row) => (
            <View key={row.staffId} className="group-person">
              <Head aside={row.departmentName ?? '没有登记科室'}>{`${row.name}　${row.number}`}</Head>
              <View className="exam-chips gap-2" {...semantics({ role: 'group', label: `${row.name}属于` })}>
                {StaffGroup.options.map((each) => (
                  <View key={each} className="exam-chip">
                    <Chip
                      pressed={row.groups.includes(each)}
                      label={`${row.name}，${staffGroupNames[each]}`}
                      onTap={() => {
                        if (busy === null) void toggle(row, each)
                      }}
                    >
                      {staffGroupNames[each]}
                    </Chip>
                  </View>
                ))}
              </View>
            </View>
          ))}
          {found.length === 0 ? (
            <View className="gap-4 t4 c2">
              {group === null ? '没有找到，换几个字。' : '这一类还没有人。先看“全部”，找到人再点。'}
            </View>
          ) : null}
          {found.length > shown ? (
            <View className="gap-4">
              <Button kind="quiet" wide onTap={() => setShown(shown + SHOWN)}>
                {`再看后面的，还有 ${found.length - shown} 人`}
              </Button>
            </View>
          ) : null}
        </>
      )}
    </SidePanel>
  )
}
