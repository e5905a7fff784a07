import { useLoaded } from '#cloud/use-action'
import { useState } from 'react'
import { surveyApi } from './survey.api'
import type { ResultsView } from './results.view'

/** The results of one rater and period; what is shown stays until the next ones are there. */
export const useResults = (first: ResultsView) => {
  const [view, setView] = useState(first)
  const { remote, reload } = useLoaded(surveyApi.results, { ...view, departmentId: null })
  return {
    view,
    remote,
    reload: () => void reload(),
    show: (change: Partial<ResultsView>) => setView((before) => ({ ...before, ...change })),
  }
}
