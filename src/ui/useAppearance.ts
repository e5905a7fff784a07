import { useSyncExternalStore } from 'react'
import { type Appearance, changeAppearance, onAppearance, readAppearance, type Theme } from './appearance'

export interface ChangeableAppearance extends Appearance {
  setElder(elder: boolean): void
  setTheme(theme: Theme): void
}

const setElder = (elder: boolean) => changeAppearance({ elder })
const setTheme = (theme: Theme) => changeAppearance({ theme })

export const useAppearance = (): ChangeableAppearance => {
  const appearance = useSyncExternalStore(onAppearance, readAppearance)
  return { ...appearance, setElder, setTheme }
}
