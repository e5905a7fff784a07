import { usePrintedSheet } from '../../ui/usePrintedSheet'

const RESULTS = `
  .results-printed { display: block !important; font-size: 13px }
  .results-method { display: block !important; margin-top: 8px; font-size: 11px; line-height: 1.6 }
  .results-parts { display: grid !important; grid-template-columns: 48% 48%; grid-column-gap: 4%;
    grid-template-areas: "dimensions trend" "departments questions" }
  .results-trend { grid-area: trend }
  .results-dimensions { grid-area: dimensions }
  .results-questions { grid-area: questions }
  .results-departments { grid-area: departments }
  .trend, .plot, .question, .figure-row, .result-figures { break-inside: avoid }
`

/** The results as a browser prints them: with how they come about. */
export const usePrintResults = () => usePrintedSheet(RESULTS)
