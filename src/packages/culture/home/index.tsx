import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { cultureApi } from '../../../features/culture/culture.api'
import { CultureHome } from '../../../features/culture/CultureHome'
import { DisclosureEntry } from '../../../features/culture/DisclosureEntry'
import { keptArticles } from '../../../features/culture/kept.store'
import { ReadBefore } from '../../../features/culture/ReadBefore'
import { PublicTabs } from '../../../features/hospital/PublicTabs'
import { goHome, goTo, routes } from '../../../routes'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Icon } from '../../../ui/Icon'
import { Lead } from '../../../ui/Lead'
import { Item, List } from '../../../ui/List'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { Tappable } from '../../../ui/Tappable'
import { useAppearance } from '../../../ui/useAppearance'

const NOTHING = {}

const open = (id: ArticleId) => void goTo(routes.article({ id }))

/** 清廉文化: what the hospital tells, and what it has made public. */
export default function CultureHomePage() {
  const { elder } = useAppearance()
  const { remote, reload } = useLoaded(cultureApi.cultureHome, NOTHING)
  const { remote: board } = useLoaded(cultureApi.disclosures, NOTHING)
  const [kept, setKept] = useState(0)
  useDidShow(() => setKept(keptArticles().length))
  return (
    <Page
      title="清廉文化"
      className="culture-page"
      onBack={elder ? () => void goHome() : undefined}
      tabs={<PublicTabs current="culture" />}
    >
      <View className="culture-head">
        <Lead>{elder ? '听个故事' : '清廉文化'}</Lead>
        <Tappable role="link" className="culture-find" onTap={() => void goTo(routes.searchCulture())}>
          <Icon name="search" className="culture-find-icon" />
          <Text>找文章</Text>
        </Tappable>
      </View>
      {remote.status === 'done' ? (
        <CultureHome
          home={remote.value}
          onArticle={open}
          onColumn={(column) => void goTo(routes.column({ column }))}
          onSeries={(series) => void goTo(routes.column({ series }))}
        />
      ) : remote.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
          <ReadBefore onOpen={open} />
        </View>
      ) : (
        <Skeleton lines={10} />
      )}
      <View className="culture-part">
        <List label="还可以看">
          <DisclosureEntry
            board={board.status === 'done' ? board.value : null}
            onOpen={() => void goTo(routes.disclosures())}
          />
          <Item
            icon="pledge"
            title="我承诺 你监督"
            detail="谁承诺了什么，一看就知道"
            onTap={() => void goTo(routes.pledges())}
          />
          <Item
            icon="flag"
            title="清廉活动"
            detail="廉晨课、义诊，办过的都记着"
            onTap={() => void goTo(routes.activities())}
          />
          <Item icon="pen" title="职工的作品" detail="征文、书画、演讲、短片" onTap={() => void goTo(routes.works())} />
          <Item
            icon="keep"
            title="收藏的文章"
            detail={kept > 0 ? `${kept} 篇，只在这台手机里` : '收藏了的在这里，只在这台手机里'}
            onTap={() => void goTo(routes.kept())}
          />
        </List>
      </View>
    </Page>
  )
}
