import type { ErrorCode } from '#domain/errors'
import { useAction } from '#cloud/use-action'
import type { Rater } from '#domain/survey/survey.model'
import type { TextAnswer } from '#domain/survey/results.contract'
import { useCallback, useEffect, useState } from 'react'
import { surveyApi } from './survey.api'
import { recounted, type ThemeCount } from './theme.rules'

/** Which texts are listed: those without a theme yet, all, or of one theme. */
export type TextFilter =
  | { readonly kind: 'unread' }
  | { readonly kind: 'all' }
  | { readonly kind: 'theme'; readonly theme: string }

interface Texts {
  readonly rows: readonly TextAnswer[]
  readonly next: string | null
  readonly themes: readonly ThemeCount[]
}

/** What people wrote, page after page; a text whose themes were set stays where it is until the list is asked for again. */
export const useTexts = (rater: Rater, filter: TextFilter) => {
  const { remote, latest } = useAction(surveyApi.texts)
  const [texts, setTexts] = useState<Texts | null>(null)
  const theme = filter.kind === 'theme' ? filter.theme : null
  const unread = filter.kind === 'unread'
  const load = useCallback(
    async (after: string | null) => {
      const page = await latest({ rater, theme, unread, after })
      if (!page) return
      const { rows, next, themes } = page
      setTexts((before) => ({ rows: after && before ? [...before.rows, ...rows] : rows, next, themes }))
    },
    [latest, rater, theme, unread],
  )
  useEffect(() => {
    setTexts(null)
    void load(null)
  }, [load])
  const setThemes = async (text: TextAnswer, themes: readonly string[]): Promise<ErrorCode | null> => {
    const result = await surveyApi.setThemes({ id: text.id, rev: text.rev, themes: [...themes] })
    if (!result.ok) return result.code
    const { rev } = result.value
    setTexts(
      (before) =>
        before && {
          ...before,
          rows: before.rows.map((row) => (row.id === text.id ? { ...row, rev, themes: [...themes] } : row)),
          themes: recounted(before.themes, text.themes, themes),
        },
    )
    return null
  }
  return { remote, texts, load, setThemes }
}
