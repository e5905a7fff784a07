import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { useAppearance } from '../../ui/useAppearance'
import { Section } from './Section'

const THEMES = [
  { value: 'system', title: '跟随系统' },
  { value: 'light', title: '浅色' },
  { value: 'dark', title: '深色' },
] as const

export const Appearances = () => {
  const { theme, setTheme } = useAppearance()
  return (
    <Section name="外观">
      <ChoiceGroup label="深浅" options={THEMES} value={theme} onChange={setTheme} />
    </Section>
  )
}
