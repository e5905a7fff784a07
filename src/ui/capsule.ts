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

/** Before the page is laid out WeChat may answer with nothing, or with zeros. */
const isPlaced = (capsule: Partial<CapsulePlace['capsule']>): capsule is CapsulePlace['capsule'] =>
  Boolean(capsule.height && capsule.left)

/** Where the capsule stands on most phones, px from the status line and the right edge. */
const usualCapsule = (statusBarHeight: number, windowWidth: number) => ({
  top: statusBarHeight + 6,
  height: 32,
  left: windowWidth - 94,
})

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
  const capsule: Partial<CapsulePlace['capsule']> = Taro.getMenuButtonBoundingClientRect()
  return roomBeside({
    statusBarHeight,
    windowWidth,
    capsule: isPlaced(capsule) ? capsule : usualCapsule(statusBarHeight, windowWidth),
  })
}
