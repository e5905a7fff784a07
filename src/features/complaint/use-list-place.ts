import Taro, { usePageScroll } from '@tarojs/taro'
import { useRef } from 'react'

const scrollTo = (scrollTop: number) => {
  // Once the list or the case is drawn again.
  setTimeout(() => void Taro.pageScrollTo({ scrollTop, duration: 0 }), 0)
}

/** On a phone the case takes the place of the list: going back leads to where one was. */
export const useListPlace = (away: boolean) => {
  const place = useRef(0)
  usePageScroll(({ scrollTop }) => {
    if (!away) place.current = scrollTop
  })
  return { leave: () => scrollTo(0), comeBack: () => scrollTo(place.current) }
}
