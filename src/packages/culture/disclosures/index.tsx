import { useLoaded } from '#cloud/use-action'
import { Audience, audienceNames } from '#domain/culture/disclosure.model'
import { sentenceFor } from '#domain/errors'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { disclosureApi, readingOf } from '../../../features/disclosures/disclosure.api'
import { boardWords, countsOf, promiseWords } from '../../../features/disclosures/disclosure.words'
import { FiguresPanel } from '../../../features/disclosures/FiguresPanel'
import { SlotBoardView } from '../../../features/disclosures/SlotBoardView'
import { TitleSearch } from '../../../features/disclosures/TitleSearch'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { classNames } from '../../../ui/class-names'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Icon } from '../../../ui/Icon'
import { Lead } from '../../../ui/Lead'
import { Page } from '../../../ui/Page'
import { semantics } from '../../../ui/semantics'
import { Skeleton } from '../../../ui/Skeleton'
import { Tappable } from '../../../ui/Tappable'
import { usePrintedSheet } from '../../../ui/usePrintedSheet'
import { useNow } from '../../../ui/useNow'

const NOTHING = {}
/** For the board on the wall. */
const PRINTED = '@page { size: A4; margin: 16mm } .disclosure-tabs { display: none }'

/** Everything the hospital makes public (院务公开), and what it should have by now. */
export default function DisclosuresPage() {
  const asked = v.safeParse(Audience, useRouter().params.audience)
  const [audience, setAudience] = useState<Audience>(asked.success ? asked.output : 'public')
  return <Disclosures key={audience} audience={audience} onAudience={setAudience} />
}

interface DisclosuresProps {
  audience: Audience
  onAudience: (audience: Audience) => void
}

const Disclosures = ({ audience, onAudience }: DisclosuresProps) => {
  const { remote, reload } = useLoaded(readingOf(audience).board, NOTHING)
  const [finding, setFinding] = useState(false)
  const [counting, setCounting] = useState(false)
  const now = useNow()
  const board = remote.status === 'done' ? remote.value : null
  const slots = board?.slots.filter((slot) => slot.audience === audience) ?? []
  const words = slots.length > 0 ? boardWords(countsOf(slots)) : null
  usePrintedSheet(PRINTED)
  return (
    <Page title="院务公开" onBack={() => void goBack()}>
      <Lead
        above={board?.hospitalName}
        hint={
          words ? (
            <>
              {words.before}
              {words.overdue ? <Text className="disclosure-late">{words.overdue}</Text> : null}
              {words.after}
              {promiseWords(slots)}
            </>
          ) : undefined
        }
      >
        院务公开
      </Lead>
      <View className="disclosure-tabs" {...semantics({ role: 'navigation', label: '公开对象' })}>
        {Audience.options.map((each) => (
          <Tappable
            key={each}
            role="link"
            className={classNames('disclosure-tab', each === audience && 'is-current')}
            current={each === audience}
            label={audienceNames[each]}
            onTap={() => onAudience(each)}
          >
            {audienceNames[each]}
          </Tappable>
        ))}
        <Tappable
          className="disclosure-tab disclosure-find"
          pressed={finding}
          label="查找"
          onTap={() => setFinding(!finding)}
        >
          <Icon name="search" size="s" className="disclosure-find-icon" />
          查找
        </Tappable>
      </View>
      {finding && board ? <TitleSearch slots={slots} audience={audience} now={now} /> : null}
      {board ? (
        <View>
          <SlotBoardView board={board} audience={audience} now={now} />
          {audience === 'public' ? (
            <View className="gap-5 not-printed">
              <Button kind="quiet" wide icon="dashboard" onTap={() => setCounting(true)}>
                看公开及时率
              </Button>
            </View>
          ) : null}
        </View>
      ) : remote.status !== 'failed' ? (
        <View className="gap-5">
          <Skeleton lines={8} />
        </View>
      ) : audience === 'public' ? (
        <View className="gap-5">
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : remote.code === 'auth.forbidden' ? (
        <Empty title="对职工公开的，只给本院职工看" hint="对社会公开的，点上面“对社会”就能看。" />
      ) : (
        <View className="gap-5">
          <SignInOffer
            code={remote.code}
            to={routes.disclosures({ audience: 'staff' })}
            onRetry={() => void reload()}
          />
        </View>
      )}
      {counting ? (
        <FiguresPanel
          ask={disclosureApi.disclosureTimeliness}
          counted="只数对社会公开的。"
          now={now}
          onEntry={(id) => void goTo(routes.disclosure({ id, audience }))}
          onSlot={(slot) => void goTo(routes.disclosure({ slot, audience }))}
          onClose={() => setCounting(false)}
        />
      ) : null}
    </Page>
  )
}
