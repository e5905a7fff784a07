import { Chips } from '../../ui/Chips'
import { useAppearance } from '../../ui/useAppearance'
import { Section, Stack } from './Section'

const THEMES = [
  { value: 'system', name: '跟随系统' },
  { value: 'light', name: '浅色' },
  { value: 'dark', name: '深色' },
] as const

const MODES = [
  { value: 'plain', name: '普通版' },
  { value: 'elder', name: '大字' },
] as const

export const Appearances = () => {
  const { elder, theme, setElder, setTheme } = useAppearance()
  return (
    <Section name="外观">
      <Stack>
        <Chips label="深浅" options={THEMES} value={theme} onChange={setTheme} />
      </Stack>
      <Stack>
        <Chips
          label="版本"
          options={MODES}
          value={elder ? 'elder' : 'plain'}
          onChange={(mode) => setElder(mode === 'elder')}
        />
      </Stack>
    </Section>
  )
}
