import { usePrintedSheet } from '../../ui/usePrintedSheet'

const FIGURES = `
  .rate-hint, .department-way { display: none !important }
  .rate-printed { display: inline !important; margin-left: 12px }
  .printed-method, .departments-hidden { display: block !important; margin-top: 8px; font-size: 11px; line-height: 1.6 }
  .rates-charts { display: grid !important; grid-template-columns: 66% 31%; grid-column-gap: 3% }
  .rate-funnel { margin-top: 0 !important }
  .rate-chart, .rate-funnel, .plot, .breakdown, .department, .rate-figures { break-inside: avoid }
`

/** The rates as a browser prints them: with how they come about. */
export const usePrintFigures = () => usePrintedSheet(FIGURES)
