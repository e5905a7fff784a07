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
  .taro_page.taro_page_shade, .toasts, .bar-place, .page-foot, .rail, .side-place, .not-printed { display: none !important }
  .tappable { cursor: auto }
}`

/** While the page is open, the browser prints its sheet without rail and buttons. `more` are rules inside @media print. H5 only. */
export const usePrintedSheet = (more: string) => {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const style = document.createElement('style')
    style.textContent = `${SHEET}\n@media print {${more}}`
    document.head.append(style)
    return () => style.remove()
  }, [more])
}
