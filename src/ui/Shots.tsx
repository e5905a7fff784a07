import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { Icon } from './Icon'
import { Picture } from './Picture'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './Shots.css'

export interface Shot {
  id: string
  src: string
  /** 「第 1 张照片」 */
  label: string
  state: 'waiting' | 'sending' | 'stopped' | 'sent' | 'broken'
  /** How much of it has arrived. */
  percent: number
}

interface ShotsProps {
  label: string
  shots: readonly Shot[]
  max: number
  busy?: boolean
  onAdd: () => void
  onRemove: (id: string) => void
}

const says = ({ state, percent }: Shot): string => {
  switch (state) {
    case 'sent':
      return '已传好'
    case 'sending':
      return `正在传 ${percent}%`
    case 'stopped':
      return `停在 ${percent}%`
    case 'broken':
      return '打不开，请去掉'
    case 'waiting':
      return '等着传'
  }
}

/** Photos three a row, each with how far it has come; the state is a word before it is a colour. */
export const Shots = ({ label, shots, max, busy = false, onAdd, onRemove }: ShotsProps) => (
  <View className="shots" {...semantics({ role: 'list', label })}>
    {shots.map((shot) => (
      <View key={shot.id} className="shot-place" {...semantics({ role: 'listitem' })}>
        <View className={classNames('shot', `is-${shot.state}`)}>
          <Picture className="shot-picture" src={shot.src} label={shot.label} cut />
          <View className="shot-state">
            {says(shot)}
            {shot.state === 'sending' || shot.state === 'stopped' ? (
              <View className="shot-bar">
                <View className="shot-bar-done" style={{ width: `${shot.percent}%` }} />
              </View>
            ) : null}
          </View>
          <Tappable className="shot-remove" label={`去掉${shot.label}`} onTap={() => onRemove(shot.id)}>
            <View className="shot-cross">
              <Icon name="close" size="s" />
            </View>
          </Tappable>
        </View>
      </View>
    ))}
    {shots.length < max ? (
      <View className="shot-place" {...semantics({ role: 'listitem' })}>
        <Tappable className="shot-add" disabled={busy} onTap={onAdd}>
          <Icon name="camera" size="l" />
          <View className="shot-add-text">{busy ? '正在放进来' : '拍照或选图'}</View>
        </Tappable>
      </View>
    ) : null}
  </View>
)
