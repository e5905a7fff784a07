import { statusNames } from '#domain/complaint/complaint.model'
import { inGroups } from '#domain/complaint/receipt'
import { dayInWords, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Empty } from '../../ui/Empty'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import type { Found } from './my-data'
import { maskedPhone, type OwnCase } from './my-data.words'
import './MyDataView.css'

interface MyDataViewProps {
  found: Found
  now: Instant
  /** Numbers of the cases this phone has a receipt for: without one, nobody opens a case. */
  openable: ReadonlySet<string>
  onOpen: (own: OwnCase) => void
  onExport: () => void
  onTakeBack: () => void
  onDelete: () => void
  onKept: () => void
  onChannels: () => void
}

const DAY_MS = 86_400_000
const RECENT_DAYS = 30

const phonesIn = (cases: readonly OwnCase[]): string[] => [
  ...new Set(cases.flatMap(({ phone }) => (phone ? [maskedPhone(phone)] : []))),
]

const whereItStands = (own: OwnCase, now: Instant): string =>
  own.status === 'submitted' || own.status === 'accepted' || own.status === 'investigating' || own.status === 'reopened'
    ? `${statusNames[own.status]}${own.dueAt === null ? '' : `，最晚 ${dayInWords(own.dueAt, now)}答复`}`
    : statusNames[own.status]

/** Everything stored about the reader, and what they can do about it. */
export const MyDataView = ({
  found,
  now,
  openable,
  onOpen,
  onExport,
  onTakeBack,
  onDelete,
  onKept,
  onChannels,
}: MyDataViewProps) => {
  const { cases, incomplete, recognised } = found
  const phones = phonesIn(cases)
  const photos = cases.reduce((sum, own) => sum + own.photos, 0)
  const consented = cases.filter(({ named, healthConsent }) => named || healthConsent).length
  const looks = cases
    .flatMap(({ contactSeen }) => contactSeen)
    .filter((at) => at > now - RECENT_DAYS * DAY_MS)
    .sort((a, b) => b - a)
  return (
    <View>
      <Lead hint={cases.length > 0 ? '就这些，没有别的。' : undefined}>您在我们这儿的信息</Lead>
      {incomplete ? (
        <View className="my-data-part">
          <Notice tone="wait">有几件没有问到，多半是没连上网。连上以后再打开看一次。</Notice>
        </View>
      ) : null}
      {cases.length === 0 ? (
        <View className="my-data-part">
          <Empty
            title="这里没有您的信息"
            hint={
              recognised
                ? '没有留名的投诉，我们不知道是谁交的，这里找不到，也删不了。'
                : '没有留名的，我们不知道是谁；这台手机里也没有存着回执。留名交的，请在微信小程序里打开这一页。'
            }
          />
        </View>
      ) : (
        <View className="my-data-part">
          <List label="存着的信息">
            {phones.length > 0 ? <Item title="手机号" detail={phones.join('、')} /> : null}
            {cases.map((own) => (
              <Item
                key={own.selector}
                title={`编号 ${inGroups(own.selector)}`}
                detail={`${dayInWords(own.receivedAt, now)}交的 · ${whereItStands(own, now)}`}
                onTap={openable.has(own.selector) ? () => onOpen(own) : undefined}
              />
            ))}
            <Item title={`照片 ${photos} 张`} detail="只跟着那件投诉，别处没有" />
            <Item title={`回执 ${openable.size} 份`} detail="只在这台手机里；医院只有编号和查询码的摘要，解不开" />
          </List>
        </View>
      )}
      {cases.length > 0 || openable.size > 0 ? (
        <View className="my-data-part">
          <Head>您可以</Head>
          <List label="您可以">
            {cases.length > 0 ? (
              <Item icon="save" title="导出一份" detail="一份看得懂的文字，马上给您" onTap={onExport} />
            ) : null}
            {consented > 0 ? (
              <Item
                icon="cross"
                title="撤回同意"
                detail="姓名、电话马上删掉，不再打给您；病情不再按您的同意使用。投诉照办"
                onTap={onTakeBack}
              />
            ) : null}
            <Item
              icon="warning"
              title="删掉我的信息"
              detail="能删的马上删；按规定要留的，下面写明为什么"
              onTap={onDelete}
            />
          </List>
        </View>
      ) : null}
      <View className="my-data-part">
        <List label="别的">
          <Item icon="keep" title="收藏的文章" onTap={onKept} />
          <Item icon="eye" title="监督渠道" onTap={onChannels} />
        </List>
      </View>
      <View className="my-data-part">
        <Head>删不掉的，为什么</Head>
        <Facts
          facts={[
            { term: '留什么', text: '投诉的经过、照片、查到的和答复的，不带姓名和电话' },
            { term: '为什么', text: '《医疗机构投诉管理办法》要求投诉立卷归档，医院要能说清每一件怎么办的' },
            { term: '谁能看', text: '只有投诉管理专员和查过这件事的人；不用于别的' },
            {
              term: '谁看过',
              text:
                looks.length > 0
                  ? `最近 ${RECENT_DAYS} 天，电话被看过 ${looks.length} 次：${[...new Set(looks.map((at) => dayInWords(at, now)))].join('、')}`
                  : `最近 ${RECENT_DAYS} 天，没有人看过您的电话`,
            },
          ]}
        />
      </View>
    </View>
  )
}
