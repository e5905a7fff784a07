import { useEffect } from 'react'

// The mini-program's style sheets know no @page, and the router's elements exist in the browser only.
const SHEET = `
@page { size: A4 landscape; margin: 10mm }
@media print {
  html, body, #app, .taro_router, .taro_page, .page-root, .page-main, .wide-desk, .wide-desk-sheet {
    display: block !important; position: static !important; height: auto !important; min-height: 0 !important;
    max-width: none !important; margin: 0 !important; padding: 0 !important; overflow: visible !important;
    background: none !important; transform: none !important;
  }
  .taro_page.taro_page_shade, .toasts, .bar-place, .page-foot, .rail, .side-place, .not-printed, .rate-hint,
  .department-way { display: none !important }
  .rate-printed { display: inline !important; margin-left: 12px }
  .printed-method, .departments-hidden { display: block !important; margin-top: 8px; font-size: 11px; line-height: 1.6 }
  .rates-charts { display: grid !important; grid-template-columns: 66% 31%; grid-column-gap: 3% }
  .rate-funnel { margin-top: 0 !important }
  .rate-chart, .rate-funnel, .plot, .breakdown, .department, .rate-figures { break-inside: avoid }
  .tappable { cursor: auto }
}`

/** While the page is open, the browser prints the figures without rail and buttons, and how they come about. H5 only. */
export const usePrintFigures = () => {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const style = document.createElement('style')
    style.textContent = SHEET
    document.head.append(style)
    return () => style.remove()
  }, [])
}
