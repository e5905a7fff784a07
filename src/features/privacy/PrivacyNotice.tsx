import type { Landing } from '#domain/hospital/place.contract'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Head, Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { PhoneLink, PhoneLinks } from '../../ui/PhoneLink'
import { semantics } from '../../ui/semantics'
import './PrivacyNotice.css'

type Hospital = Landing['hospital']

interface Kept {
  readonly what: string
  readonly why: string
  readonly howLong: string
}

/** One line for each kind: what it is, what for, how long (网络数据安全管理条例 Art 21: as a list). */
const KEPT: readonly Kept[] = [
  {
    what: '您写的经过、日期、环节、谁的事',
    why: '查清这件事，给您答复',
    howLong: '随投诉档案保存，期限按医疗机构投诉管理的规定',
  },
  {
    what: '照片（您自己添的）',
    why: '看清当时的情况。拍摄地点、手机型号这些在收到时就去掉',
    howLong: '和这件投诉的档案一样',
  },
  {
    what: '电话；姓名可以不写（留名才有）',
    why: '打电话问清楚，把答复告诉您。谁看过、什么时候看的，都有记录，您查进度时看得到',
    howLong: '随档案保存；您说不留了，当时就从这件里去掉',
  },
  {
    what: '微信给的编号（在微信里留名才有）',
    why: '让您不输查询码也能看到自己交过的；您点了“提醒我一次”，有答复时发一条消息，消息里没有投诉内容',
    howLong: '和电话一样，您说去掉就去掉',
  },
  {
    what: '写到的病情（您单独同意才用）',
    why: '查清、答复这一件',
    howLong: '随档案保存；您可以随时在“我的信息”里撤回同意',
  },
  {
    what: '满意度评价里您答的题',
    why: '看哪里要改。为了一人一份，拿微信编号和一把钥匙算出一个倒不回去的记号，只说评过了，和答的题对不上',
    howLong: '答的题留着做统计，上面没有您是谁；记号过了当月就删，出院随访的留一年',
  },
  {
    what: '出院随访用的姓名、电话、出院日期（医院从病案里来）',
    why: '打电话问恢复得怎么样，或者给您一条评价的链接',
    howLong: '问完以后，过了医院定的天数就删，只留一行没有姓名电话的数',
  },
  {
    what: '表扬感谢里您写的话、照片',
    why: '把话带到；您同意、有人看过才登出来，不写您是谁',
    howLong: '随表扬记录保存；您随时能在这台手机上收回，登出来的当时就撤下',
  },
  {
    what: '看文章时，手机当天随手编的一个数',
    why: '数一数一天有多少人看过，好知道写什么有用；不记谁看了哪篇',
    howLong: '医院只留到当天半夜，过后只剩多少人。收藏、看到哪里、找过什么，都只在您这台手机里',
  },
  {
    what: '活动签到：谁、哪一场、几点到（只有本院职工才签）',
    why: '数清一场来了多少人。名单只有组织的人和纪检看得到；不取位置，不拍照',
    howLong: '名单留两年就删，只剩人数',
  },
  {
    what: '廉洁承诺：姓名、科室、签的字、哪天签的（只有本院职工才签）',
    why: '姓名和日期挂在承诺墙上请大家监督，凭证书编号能查真假；手写的字只有本人看得到',
    howLong: '签过的承诺书存档备查；人离开医院，当时就从墙上取下',
  },
  {
    what: '廉洁学习：练的题、错题本（只有本院职工才练）',
    why: '错的过几天再来问。答了什么只有本人看得到，纪检看到练了几天、对了几题',
    howLong: '错题答会了就出本；练了几天随学习档案保存',
  },
  {
    what: '廉洁考试：答案、分数、离开过几次页面（只有本院职工才考）',
    why: '记分、发合格证、医德考评。分数本人和纪检看得到，科室和院领导只看到多少人合格；查合格证真假，看不到分数',
    howLong: '随学习档案保存；答案在手机里另存一份，交了就删',
  },
  {
    what: '职工作品：写的、画的，怎么署名，是谁交的（只有本院职工才交）',
    why: '本人同意、另一位同事看过才挂出来；大家只看到署名',
    howLong: '挂到本人撤下为止，撤下的当时就看不到',
  },
  {
    what: '草稿、回执和查询码',
    why: '让您接着写、回来看进度',
    howLong: '只在您这台手机里。草稿交了就删；回执您可以自己删。医院存的是查询码算出来的一串数，倒不回去',
  },
]

const NEVER = [
  '不要位置、通讯录、微信头像昵称、病历，也不给您排名画像',
  '不留名的，我们不知道您是谁，也不去查',
  '不卖、不给医院以外的人；法律要求交出的除外',
  '不放到境外，不拿去做广告',
]

const RIGHTS = [
  '看、要一份：在“查进度”里打开您那一件，写的、传的、办到哪儿都在',
  '改、补：在“查进度”里补充；电话写错了，打医患办电话改',
  '撤回投诉、去掉姓名电话：在“查进度”那一件里，一步就行；在微信里留名的，“我的信息”里可以一起去掉',
  '不让再用写到的病情：在“我的信息”里撤回同意，一步就行',
  '投诉档案依法要留，去掉的是您的姓名、电话和微信编号；留下的只为存档，不再做别的',
  '要我们解释，或觉得我们做得不对：打下面的电话；也可以找当地卫生健康部门、网信部门',
]

interface PrivacyNoticeProps {
  /** Null while it is not known whose page this is. */
  hospital: Hospital | null
  onMine: () => void
}

export const PrivacyNotice = ({ hospital, onMine }: PrivacyNoticeProps) => (
  <View>
    <Lead hint="只说要紧的，一条一条说。">您的信息，我们怎么用</Lead>
    <Part name="谁来管">
      <View>{`${hospital?.name ?? '这家医院'}。具体由医患办的投诉管理专员经手，查这件事的人只看得到事情经过。`}</View>
    </Part>
    <Part name="用到哪些，做什么，留多久">
      <View {...semantics({ role: 'list', label: '用到的信息' })}>
        {KEPT.map(({ what, why, howLong }) => (
          <View key={what} className="notice-kind" {...semantics({ role: 'listitem' })}>
            <View className="strong">{what}</View>
            <View>{`做什么：${why}`}</View>
            <View>{`留多久：${howLong}`}</View>
          </View>
        ))}
      </View>
    </Part>
    <Part name="不做的">
      <Points points={NEVER} />
    </Part>
    <Part name="孩子的信息">
      <View>孩子的事由监护人来填、来同意。不用写孩子的姓名；写了的，和病情一样只用来查这一件。</View>
    </Part>
    <Part name="您可以">
      <Points points={RIGHTS} />
      <LinkText onTap={onMine}>去“我的信息”</LinkText>
    </Part>
    <Part name="找谁">
      <Reach hospital={hospital} />
    </Part>
    <View className="notice-part">不同意留电话、不同意用病情，都能投诉，期限一样。谁也不许因为您投诉为难您。</View>
  </View>
)

const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <View className="notice-part">
    <Head>{name}</Head>
    {children}
  </View>
)

const Points = ({ points }: { points: readonly string[] }) => (
  <View {...semantics({ role: 'list' })}>
    {points.map((point) => (
      <View key={point} className="notice-point" {...semantics({ role: 'listitem' })}>
        {point}
      </View>
    ))}
  </View>
)

/** Somebody who answers: telephones and e-mail of those who supervise. */
const Reach = ({ hospital }: { hospital: Hospital | null }) => {
  const contacts = hospital?.contacts ?? []
  const officer = hospital?.privacyOfficer
  return (
    <View>
      <PhoneLinks>
        {officer ? <PhoneLink name={`个人信息，找${officer.name}`} number={officer.phone} /> : null}
        {contacts.map(({ label, phone }) => (phone ? <PhoneLink key={label} name={label} number={phone} /> : null))}
      </PhoneLinks>
      {contacts.map(({ label, email }) => (email ? <View key={label}>{`${label}　${email}`}</View> : null))}
    </View>
  )
}
