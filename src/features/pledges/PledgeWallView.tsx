import type { PledgeWall } from '#domain/integrity/pledge.contract'
import type { DepartmentId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Empty } from '../../ui/Empty'
import { Icon } from '../../ui/Icon'
import { Head, Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Item, List } from '../../ui/List'
import { PhoneLink, PhoneLinks } from '../../ui/PhoneLink'
import { PromiseNote } from '../../ui/PromiseNote'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { classNames } from '../../ui/class-names'
import { dayWords, tallyWords } from './pledge.words'
import { Slips } from './Slips'
import './PledgeWall.css'

const PHONES_SHOWN = 4

interface PledgeWallViewProps {
  wall: PledgeWall
  now: Instant
  /** Whom the next words are about; null: the department. */
  about: string | null
  onAbout: (name: string | null) => void
  onDepartment: (id: DepartmentId) => void
  onHospital: () => void
  onCheck: () => void
  onChannels: () => void
}

/** What was promised here and who signed it. */
export const PledgeWallView = (props: PledgeWallViewProps) => {
  const { wall, now, about, onAbout, onDepartment, onHospital, onCheck, onChannels } = props
  const { hospital, department, current, tally } = wall
  const phones = hospital.contacts.flatMap(({ label, phone }) => (phone ? [{ label, phone }] : []))
  const where = department ? [department.name, department.place].filter(Boolean).join(' · ') : hospital.name
  return (
    <View>
      <Lead above={where}>我承诺　你监督</Lead>
      {current ? <Slips promises={current.promises} /> : <View className="wall-pledge">{wall.pledge}</View>}
      {current ? (
        <View className="wall-tally">
          <View className="strong">{tallyWords(tally)}</View>
          <View className="c2">{`，${dayWords(current.effectiveOn, now)}起`}</View>
        </View>
      ) : null}
      <View className="gap-4">
        <PromiseNote
          next={`没做到，您说出来：医患办查，${hospital.replyWithinWorkingDays} 个工作日内答复`}
          seenBy="可以不留姓名；谁说的，科里看不到"
        />
      </View>
      {department ? (
        <View className="gap-6">
          <Head aside={current ? '点一位，就写给这一位' : null}>谁承诺过</Head>
          {wall.names.length > 0 ? (
            <Names wall={wall} now={now} about={about} onAbout={onAbout} />
          ) : (
            <Empty
              title="还没有人签"
              hint={current ? '签了名字就亮在这里。' : '本院的承诺书还没有发布，发布了、签了，名字就亮在这里。'}
            />
          )}
          <View className="gap-3">
            <LinkText onTap={onHospital}>看别的科室</LinkText>
          </View>
        </View>
      ) : (
        <Departments wall={wall} onDepartment={onDepartment} />
      )}
      <View className="gap-5">
        <Head>没做到，也可以打电话</Head>
        <View className="gap-2">
          <PhoneLinks>
            {phones.slice(0, PHONES_SHOWN).map(({ label, phone }) => (
              <PhoneLink key={label} name={label} number={phone} />
            ))}
          </PhoneLinks>
        </View>
      </View>
      <View className="wall-links">
        <LinkText onTap={onChannels}>邮箱和上级的电话</LinkText>
        <LinkText onTap={onCheck}>查一张承诺证书</LinkText>
      </View>
    </View>
  )
}

const Names = ({ wall, now, about, onAbout }: Pick<PledgeWallViewProps, 'wall' | 'now' | 'about' | 'onAbout'>) => (
  <View className="wall-names" {...semantics({ role: 'group', label: '谁承诺过' })}>
    {wall.names.map(({ name, isHead, signedOn }, at) => {
      const key = `${at} ${name}`
      const isChosen = about === name
      return (
        <Tappable
          key={key}
          className={classNames('wall-name', isChosen && 'is-chosen')}
          pressed={isChosen}
          onTap={() => onAbout(isChosen ? null : name)}
        >
          <View className="grow">
            <View className="wall-name-words">{name}</View>
            <View className="wall-name-day">{`${isHead ? '科室负责人 · ' : ''}${dayWords(signedOn, now)}签`}</View>
          </View>
          {isChosen ? <Icon name="tick" size="s" className="cj" /> : null}
        </Tappable>
      )
    })}
  </View>
)

const Departments = ({ wall, onDepartment }: Pick<PledgeWallViewProps, 'wall' | 'onDepartment'>) => (
  <View className="gap-6">
    <Head>看一个科室</Head>
    <View className="gap-2">
      {wall.departments.length > 0 ? (
        <List label="科室">
          {wall.departments.map(({ id, name, ...tally }) => (
            <Item
              key={id}
              title={name}
              detail={wall.current ? tallyWords(tally) : undefined}
              onTap={() => onDepartment(id)}
            />
          ))}
        </List>
      ) : (
        <Empty title="还没有科室亮诺" hint="职工签了承诺，就按科室亮在这里。" />
      )}
    </View>
  </View>
)
