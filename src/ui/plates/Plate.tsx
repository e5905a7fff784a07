import { View } from '@tarojs/components'
import type { PlateName } from '../../domain/culture/plate.names'
import { classNames } from '../class-names'
import { semantics } from '../semantics'
import { plateAddress } from './plate.address'
import { plateDrawings } from './plate.drawings'
import './Plate.css'

interface PlateProps {
  name: PlateName
  /** As wide as its place; 96 px beside a title; to both edges of the page. One a page, never under text. */
  size?: 'full' | 'thumb' | 'bleed'
  className?: string
}

/** One of the house's drawings (插画). Beside a title it says nothing to a screen reader; alone it says what it shows. */
export const Plate = ({ name, size = 'full', className }: PlateProps) => (
  <View
    className={classNames('plate', `plate-${size}`, className)}
    {...(size === 'thumb' ? semantics({ hidden: true }) : semantics({ role: 'img', label: plateDrawings[name].says }))}
  >
    <View
      className="plate-art"
      style={
        {
          '--plate-light': `url("${plateAddress(name, 'light')}")`,
          '--plate-dark': `url("${plateAddress(name, 'dark')}")`,
        } as Record<string, unknown>
      }
    />
  </View>
)
