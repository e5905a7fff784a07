import Taro, { usePageScroll } from '@tarojs/taro'
import { useRef } from 'react'

const scrollTo = (scrollTop: number) => {
  // Once the list or the case is drawn again.
  setTimeout(() => void Taro.pageScrollTo({ scrollTop, duration: 0 }), 0)
}

/** On a phone the case takes the place of the list: going back leads to where one was. */
export const useListPlace = (startsAway: boolean) => {
  const place = useRef(0)
  const away = useRef(startsAway)
  usePageScroll(({ scrollTop }) => {
    if (!away.current) place.current = scrollTop
  })
  return {
    leave: () => {
      away.current = true
      scrollTo(0)
    },
    comeBack: () => {
      away.current = false
      scrollTo(place.current)
    },
  }
}
