import { useLoaded } from '#cloud/use-action'
import { Audience, SlotName } from '#domain/culture/disclosure.model'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { DisclosureId } from '#domain/ids'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { readingOf } from '../../../features/disclosures/disclosure.api'
import { EntryReading } from '../../../features/disclosures/EntryReading'
import { SlotEntries } from '../../../features/disclosures/SlotEntries'
import { useSlot } from '../../../features/disclosures/use-slot'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, goTo, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { LinkText } from '../../../ui/LinkText'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { usePrintedSheet } from '../../../ui/usePrintedSheet'
import { useNow } from '../../../ui/useNow'

const PRINTED = '@page { size: A4; margin: 16mm }'

/** One slot with all that was public in it, or one entry of it. */
export default function DisclosurePage() {
  const { slot, id, audience } = useRouter().params
  usePrintedSheet(PRINTED)
  const asked = v.safeParse(Audience, audience)
  const known = asked.success ? asked.output : 'public'
  const entry = v.safeParse(DisclosureId, id)
  const wanted = v.safeParse(SlotName, slot)
  if (entry.success) return <Entry id={entry.output} audience={known} />
  if (wanted.success) return <Slot slot={wanted.output} audience={known} />
  return (
    <Page title="院务公开" onBack={() => void goBack()}>
      <NotThere />
    </Page>
  )
}

const NotThere = () => (
  <Empty
    title="没有找到这一条"
    hint="可能不公开了，或者链接没有复制完整。"
    action={
      <Button kind="quiet" onTap={() => void replaceWith(routes.disclosures())}>
        看全部院务公开
      </Button>
    }
  />
)

interface ProblemProps {
  code: ErrorCode
  audience: Audience
  to: string
  onRetry: () => void
}

const Problem = ({ code, audience, to, onRetry }: ProblemProps) => {
  if (code === 'disclosure.unknown') return <NotThere />
  if (audience === 'staff') return <SignInOffer code={code} to={to} onRetry={onRetry} />
  return <ErrorNote onRetry={onRetry}>{sentenceFor(code)}</ErrorNote>
}

const Slot = ({ slot, audience }: { slot: SlotName; audience: Audience }) => {
  const { shown, failed, busy, reload, more } = useSlot(slot, audience)
  const now = useNow()
  return (
    <Page title="院务公开" onBack={() => void goBack()}>
      {shown ? (
        <SlotEntries
          slot={shown}
          audience={audience}
          now={now}
          isMore={shown.next !== null}
          busy={busy}
          failed={failed}
          onMore={() => void more()}
        />
      ) : failed ? (
        <Problem
          code={failed}
          audience={audience}
          to={routes.disclosure({ slot, audience })}
          onRetry={() => void reload()}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}

const Entry = ({ id, audience }: { id: DisclosureId; audience: Audience }) => {
  const [version, setVersion] = useState<number | null>(null)
  const { remote, reload } = useLoaded(readingOf(audience).entry, { id, version })
  const now = useNow()
  const entry = remote.status === 'done' ? remote.value : null
  const show = (wanted: number) => {
    setVersion(wanted)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return (
    <Page title="院务公开" onBack={() => void goBack()}>
      {entry ? (
        <View>
          <EntryReading entry={entry} now={now} onVersion={show} />
          <View className="gap-6 not-printed">
            <LinkText onTap={() => void goTo(routes.disclosure({ slot: entry.slot, audience }))}>
              {`看“${entry.slotName}”里的全部`}
            </LinkText>
          </View>
        </View>
      ) : remote.status === 'failed' ? (
        <Problem
          code={remote.code}
          audience={audience}
          to={routes.disclosure({ id, audience })}
          onRetry={() => void reload()}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}
