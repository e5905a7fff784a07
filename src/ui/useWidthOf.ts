import Taro, { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'

/** px of an element's width, `otherwise` until it is measured; measured again when the window changes. */
export const useWidthOf = (id: string, otherwise: number): number => {
  const [width, setWidth] = useState(otherwise)
  const measure = useCallback(() => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect()
      .exec((found: ({ width?: number } | null)[]) => {
        const measured = found[0]?.width
        if (measured) setWidth(measured)
      })
  }, [id])
  useDidShow(measure)
  useEffect(() => {
    // The element is there only after this page was drawn.
    const timer = setTimeout(measure, 0)
    if (process.env.TARO_ENV === 'weapp') return () => clearTimeout(timer)
    window.addEventListener('resize', measure)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('resize', measure)
    }
  }, [measure])
  return width
}
