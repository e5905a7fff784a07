import Taro from '@tarojs/taro'

export interface BarRoom {
  /** Under the phone's own status line, px. */
  top: number
  height: number
  /** Kept free at the right for WeChat's capsule, px. */
  right: number
}

export interface CapsulePlace {
  statusBarHeight: number
  windowWidth: number
  capsule: { top: number; height: number; left: number }
}

const BAR_HEIGHT = 44
const BESIDE_CAPSULE = 8

/** The bar is as high as the capsule with the same air under it as above it. */
export const roomBeside = ({ statusBarHeight, windowWidth, capsule }: CapsulePlace): BarRoom => ({
  top: statusBarHeight,
  height: Math.max(BAR_HEIGHT, capsule.height + 2 * (capsule.top - statusBarHeight)),
  right: windowWidth - capsule.left + BESIDE_CAPSULE,
})

/** Null in a browser, where there is neither status line nor capsule. */
export const measureBarRoom = (): BarRoom | null => {
  if (process.env.TARO_ENV !== 'weapp') return null
  const { statusBarHeight = 0, windowWidth } = Taro.getWindowInfo()
  return roomBeside({ statusBarHeight, windowWidth, capsule: Taro.getMenuButtonBoundingClientRect() })
}
