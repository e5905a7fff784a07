import { View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import type { Appearance } from './appearance'
import { Bar } from './Bar'
import { classNames } from './class-names'
import { PrivacySheet } from './PrivacySheet'
import { semantics } from './semantics'
import { Toasts } from './Toast'
import { useAppearance } from './useAppearance'
import './Page.css'

export interface PageProps {
  /** Names the page: browser tab, WeChat's task list, screen reader. */
  title: string
  children: ReactNode
  /** Absent on a page one starts from. */
  onBack?: () => void
  /** Header in pale jade, the water line on its lower edge: usually a PlaceHead. */
  field?: ReactNode
  /** The one action, at the thumb. */
  dock?: ReactNode
  /** Without the rule above the dock. */
  plainDock?: boolean
  tabs?: ReactNode
  /** Staff pages use the width from 900 px on, and set denser type there. */
  density?: 'phone' | 'desk'
  className?: string
}

const LETTERS = { light: '#000000', dark: '#ffffff' } as const
const GROUND = { light: '#F7F6F1', dark: '#0F1614' } as const

const themeClass = ({ theme }: Appearance) => (theme === 'system' ? null : `theme-${theme}`)

/** What lies outside our own elements: the phone's status line, the ground behind the page. */
const dressSurroundings = (appearance: Appearance) => {
  if (process.env.TARO_ENV === 'weapp') {
    if (appearance.theme === 'system') return
    const backgroundColor = GROUND[appearance.theme]
    void Taro.setNavigationBarColor({ frontColor: LETTERS[appearance.theme], backgroundColor })
    void Taro.setBackgroundColor({ backgroundColor, backgroundColorTop: backgroundColor })
    return
  }
  document.documentElement.className = themeClass(appearance) ?? ''
}

export const Page = ({
  title,
  children,
  onBack,
  field,
  dock,
  plainDock = false,
  tabs,
  density = 'phone',
  className,
}: PageProps) => {
  const appearance = useAppearance()
  const { elder, theme } = appearance
  const drawing = elder ? 'motif-water-elder' : 'motif-water'
  const dress = () => {
    void Taro.setNavigationBarTitle({ title })
    dressSurroundings({ elder, theme })
  }
  useDidShow(dress)
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
    dressSurroundings({ elder, theme })
  }, [title, elder, theme])
  return (
    <View
      className={classNames(
        'page-root',
        `density-${density}`,
        themeClass(appearance),
        elder && 'mode-elder',
        className,
      )}
    >
      {field ? (
        <View className="field">
          <Bar title={title} onBack={onBack} />
          {field}
          <View className="water">
            <View className="water-rest" />
            <View className={classNames('motif', 'water-leaf', drawing)} />
            <View className={classNames('motif', 'water-lotus', drawing)} />
          </View>
        </View>
      ) : (
        <Bar title={title} onBack={onBack} />
      )}
      <View
        className={classNames('page-main', field && 'is-under-field')}
        {...semantics({ role: 'main', label: title })}
      >
        {children}
      </View>
      {dock || tabs ? (
        <View className="page-foot">
          {dock ? (
            <View
              className={classNames('dock', plainDock && 'is-plain', tabs && 'is-above-tabs')}
              {...semantics({ role: 'region', label: '操作' })}
            >
              {dock}
            </View>
          ) : null}
          {tabs}
        </View>
      ) : null}
      <PrivacySheet />
      <Toasts />
    </View>
  )
}
