import { useEffect } from 'react'

// The mini-program's style sheets know no @page, and the router's elements exist in the browser only.
const SHEET = `
@page { size: A4 portrait; margin: 0 }
@media print {
  html, body, #app, .taro_router, .taro_page, .page-root, .page-main {
    display: block !important; position: static !important; height: auto !important; min-height: 0 !important;
    max-width: none !important; margin: 0 !important; padding: 0 !important; overflow: visible !important;
    background: none !important; transform: none !important;
  }
  .taro_page.taro_page_shade, .toasts, .bar-place, .page-foot, .not-printed { display: none !important }
}`

/** While the page is open, the browser prints its sheets alone: A4, without margins, one a page. H5 only. */
export const usePrintPages = () => {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const style = document.createElement('style')
    style.textContent = SHEET
    document.head.append(style)
    return () => style.remove()
  }, [])
}
