import { Theme, THEMES_MOST } from '#domain/survey/results.contract'
import * as v from 'valibot'

export interface ThemeCount {
  readonly theme: string
  readonly count: number
}

/** Most used first, those of the same use in the order of their names. */
const inOrder = (counts: readonly ThemeCount[]): ThemeCount[] =>
  [...counts].sort((a, b) => b.count - a.count || (a.theme < b.theme ? -1 : 1))

/** The counts after one text's themes were changed. */
export const recounted = (
  counts: readonly ThemeCount[],
  before: readonly string[],
  after: readonly string[],
): ThemeCount[] => {
  const changed = new Map(counts.map(({ theme, count }) => [theme, count]))
  for (const theme of before) changed.set(theme, (changed.get(theme) ?? 0) - 1)
  for (const theme of after) changed.set(theme, (changed.get(theme) ?? 0) + 1)
  return inOrder([...changed].map(([theme, count]) => ({ theme, count })).filter(({ count }) => count > 0))
}

/** Put on or taken off; a further one than five is not put on. */
export const toggled = (themes: readonly string[], theme: string): readonly string[] => {
  if (themes.includes(theme)) return themes.filter((one) => one !== theme)
  return themes.length < THEMES_MOST ? [...themes, theme] : themes
}

const SUGGESTED = 12

/** Themes to choose from: those of the text, then what is used most. */
export const suggestedThemes = (counts: readonly ThemeCount[], chosen: readonly string[]): string[] => [
  ...chosen,
  ...inOrder(counts)
    .map(({ theme }) => theme)
    .filter((theme) => !chosen.includes(theme))
    .slice(0, SUGGESTED),
]

/** Why what was typed cannot be put on; null: it can. */
export const themeRefused = (typed: string, chosen: readonly string[]): string | null => {
  if (chosen.length >= THEMES_MOST) return `一条最多 ${THEMES_MOST} 个主题，先去掉一个`
  if (typed.trim() === '') return '先写主题，几个字就行'
  if (chosen.includes(typed.trim())) return '这个主题已经有了'
  return v.safeParse(Theme, typed).success ? null : '主题写在 12 个字以内，一行'
}
