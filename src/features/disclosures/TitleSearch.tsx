import { useAction } from '#cloud/use-action'
import type { SlotCard } from '#domain/culture/disclosure.contract'
import type { Audience } from '#domain/culture/disclosure.model'
import { sentenceFor } from '#domain/errors'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { goTo, routes } from '../../routes'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { List } from '../../ui/List'
import { Skeleton } from '../../ui/Skeleton'
import { TextField } from '../../ui/TextField'
import { DisclosureRow } from './DisclosureRow'
import { disclosureApi, readingOf } from './disclosure.api'
import { dayOf, lateHead, lateWords } from './disclosure.words'

type Page = Extract<Awaited<ReturnType<typeof disclosureApi.findDisclosures>>, { ok: true }>['value']

interface Found extends Page {
  readonly words: string
}

const WORDS_MOST = 40

interface TitleSearchProps {
  slots: readonly SlotCard[]
  audience: Audience
  now: Instant
}

const speaksOf = ({ name, holds }: SlotCard, words: string): boolean => name.includes(words) || holds.includes(words)

/** Looks through the slots, those in which nothing was ever public too, and the titles of all that is public. */
export const TitleSearch = ({ slots, audience, now }: TitleSearchProps) => {
  const [words, setWords] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const { remote, run } = useAction(readingOf(audience).find)
  const isLooking = remote.status === 'pending'
  const look = async (after: Page['next']) => {
    const wanted = after && found ? found.words : words.trim()
    if (wanted === '') return
    const answer = await run({ words: wanted, after })
    if (!answer.ok) return
    const before = after && found ? found.rows : []
    setFound({ words: wanted, rows: [...before, ...answer.value.rows], next: answer.value.next })
  }
  const places = found ? slots.filter((slot) => speaksOf(slot, found.words)) : []
  return (
    <View className="gap-4 disclosure-search">
      <TextField
        label="找事项、标题里的字"
        value={words}
        placeholder="比如：调价、轮椅"
        maxlength={WORDS_MOST}
        onInput={setWords}
        onConfirm={() => void look(null)}
      />
      <View className="gap-3">
        <Button
          kind="quiet"
          icon="search"
          busy={isLooking}
          busyText="正在找"
          disabled={words.trim() === ''}
          onTap={() => void look(null)}
        >
          找一找
        </Button>
      </View>
      {remote.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void look(found?.next ?? null)}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : null}
      {isLooking && !found ? <Skeleton lines={4} /> : null}
      {found ? (
        <View className="gap-4">
          {places.length > 0 ? (
            <View>
              <Head>哪一项里</Head>
              <List label="哪一项里">
                {places.map((slot) => (
                  <DisclosureRow
                    key={slot.slot}
                    title={slot.name}
                    found={found.words}
                    line={slot.standing === 'overdue' ? lateHead(slot, now) : slot.holds}
                    late={slot.standing === 'overdue' ? lateWords(slot, now) : undefined}
                    onTap={() => void goTo(routes.disclosure({ slot: slot.slot, audience }))}
                  />
                ))}
              </List>
            </View>
          ) : null}
          {found.rows.length > 0 ? (
            <View className={places.length > 0 ? 'gap-5' : undefined}>
              <Head aside="公开日期">哪一条</Head>
              <List label={`标题里有“${found.words}”的`}>
                {found.rows.map(({ id, title, slotName, publishedOn }) => (
                  <DisclosureRow
                    key={id}
                    title={title}
                    found={found.words}
                    line={slotName}
                    end={dayOf(publishedOn, now)}
                    onTap={() => void goTo(routes.disclosure({ id, audience }))}
                  />
                ))}
              </List>
            </View>
          ) : found.next || places.length > 0 ? null : (
            <Empty title={`没有找到“${found.words}”`} hint="换一个短一点的词再试，或者从下面一项一项看。" />
          )}
          {found.next ? (
            <View className="gap-4">
              <Button kind="quiet" wide busy={isLooking} busyText="正在找" onTap={() => void look(found.next)}>
                再往前找
              </Button>
            </View>
          ) : null}
        </View>
      ) : null}
    </View>
  )
}
