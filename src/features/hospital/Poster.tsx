import type { TouchpointBoard, TouchpointRow, WardRow } from '#domain/hospital/place.contract'
import { monthInWords } from '#domain/instant'
import { lengthOf } from '#domain/text'
import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/icon.names'
import { Mark, Motif } from '../../ui/Motif'
import { Picture } from '../../ui/Picture'
import { semantics } from '../../ui/semantics'
import { departmentOf } from './place.words'
import './Poster.css'

interface PosterProps {
  board: TouchpointBoard
  ward: WardRow
  row: TouchpointRow
  /** Of its mini-program code. */
  url: string
  /** For a printer without colours. */
  plain: boolean
}

const PHONES_SHOWN = 3
/** Characters beyond which a pledge no longer fits in large letters. */
const LONG_PLEDGE = 57

/** One A4 sheet for a wall: who listens here, the code, the pledge, the phones, and which board it is. */
export const Poster = ({ board, ward, row, url, plain }: PosterProps) => {
  const { hospital } = board
  const says: [IconName, string, string][] = [
    ['complaint', '投诉建议', `${hospital.replyWithinWorkingDays} 个工作日内答复您`],
    ['survey', '满意度评价', '不记名，约 2 分钟'],
    ['praise', '表扬感谢', '把您的话带到'],
  ]
  const pledge = ward.pledge ?? hospital.pledge
  const phones = hospital.contacts.flatMap(({ label, phone }) => (phone ? [{ label, phone }] : []))
  return (
    <View
      className={classNames('poster', 'theme-light', plain && 'is-plain', lengthOf(pledge) > LONG_PLEDGE && 'is-long')}
      {...semantics({ role: 'region', label: `${row.id} 的海报` })}
    >
      <View className="poster-field">
        <View className="poster-hospital">
          <Mark className="poster-mark" />
          {hospital.name}
        </View>
        <View className="poster-say">有话，扫码说</View>
        <View className="poster-ward">{departmentOf(board, ward)}</View>
        <View className="poster-place">{ward.name}</View>
        <Motif className="poster-lotus" />
      </View>
      <View className="poster-do">
        <View className="poster-scan">
          <View className="poster-code">
            <Picture className="poster-square" src={url} label={`${row.id} 的小程序码`} />
          </View>
          <View className="poster-caption">微信扫一扫</View>
          <View className="poster-caption">不登录，不要手机号</View>
        </View>
        <View className="poster-says">
          {says.map(([icon, name, detail]) => (
            <View key={name} className="poster-what">
              <Icon name={icon} size="l" className="poster-icon" />
              <View>
                <View className="poster-name">{name}</View>
                <View className="poster-detail">{detail}</View>
              </View>
            </View>
          ))}
        </View>
      </View>
      <View className="poster-pledge">
        <View className="poster-vow-name">
          <View>我承诺</View>
          <View>你监督</View>
        </View>
        <View className="poster-vow">{pledge}</View>
      </View>
      <View className="poster-phones">
        {phones.slice(0, PHONES_SHOWN).map(({ label, phone }) => (
          <View key={label} className="poster-phone">
            <View className="poster-label">{label}</View>
            <View className="poster-number">{phone}</View>
          </View>
        ))}
      </View>
      <View className="poster-foot">
        <View className="poster-words">
          不会扫码，打电话，或到护士站要一张纸写。谁也不许因为您说了话为难您。紧急情况请立即呼叫医护人员或拨打 120。
        </View>
        <View className="poster-board">
          <View>{`码牌 ${row.id}`}</View>
          <View>{`${monthInWords(row.madeOn)}制`}</View>
        </View>
      </View>
    </View>
  )
}
