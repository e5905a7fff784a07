import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import type { PledgeBoard, PledgePerson } from '#domain/integrity/pledge.contract'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { allPeople } from './all-people'
import { dayWords, rateWords, tallyWords } from './pledge.words'

interface PeoplePanelProps {
  row: PledgeBoard['rows'][number]
  now: Instant
  onClose: () => void
}

/** Who of a department has not signed yet, to be reminded, and who has. */
export const PeoplePanel = ({ row, now, onClose }: PeoplePanelProps) => {
  const { remote, reload } = useLoaded(allPeople, row.id)
  return (
    <SidePanel title={row.name} onClose={onClose}>
      <View className="t4 c2">{`${tallyWords(row)}，亮诺率 ${rateWords(row)}`}</View>
      {remote.status === 'done' ? (
        <People people={remote.value} now={now} />
      ) : remote.status === 'failed' ? (
        <View className="gap-3">
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : (
        <Skeleton lines={6} />
      )}
    </SidePanel>
  )
}

const People = ({ people, now }: { people: readonly PledgePerson[]; now: Instant }) => {
  const waiting = people.filter(({ signedOn }) => signedOn === null)
  const signed = people.filter(({ signedOn }) => signedOn !== null)
  const copy = () =>
    Taro.setClipboardData({ data: waiting.map(({ name }) => name).join('、') }).then(
      () => toast('名单复制好了'),
      () => toast('没有复制成，请照着名单抄', 'wait'),
    )
  return (
    <View>
      <View className="gap-4">
        <Head aside={`${waiting.length} 人`}>还没签</Head>
        {waiting.length > 0 ? (
          <>
            <View className="gap-2">
              <List label="还没签">
                {waiting.map((person) => (
                  <Item key={person.number} title={person.name} detail={detailOf(person)} />
                ))}
              </List>
            </View>
            <View className="gap-3">
              <Button kind="quiet" wide onTap={() => void copy()}>
                复制没签的名单
              </Button>
            </View>
            <View className="gap-2 t4 c2">复制了发给科里，请他们到“我的”里点“廉洁承诺”。</View>
          </>
        ) : (
          <View className="gap-2 t4 c2">都签了。</View>
        )}
      </View>
      {signed.length > 0 ? (
        <View className="gap-5">
          <Head aside={`${signed.length} 人`}>签了</Head>
          <View className="gap-2">
            <List label="签了">
              {signed.map((person) => (
                <Item
                  key={person.number}
                  title={person.name}
                  detail={detailOf(person)}
                  end={person.signedOn ? dayWords(person.signedOn, now) : undefined}
                />
              ))}
            </List>
          </View>
        </View>
      ) : null}
    </View>
  )
}

const detailOf = ({ number, isHead }: PledgePerson): string =>
  isHead ? `工号 ${number} · 科室负责人` : `工号 ${number}`
