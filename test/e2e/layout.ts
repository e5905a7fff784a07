import type { Page } from 'playwright-core'

export interface Least {
  /** px, either way across what a finger meets. */
  target: number
  /** px of the smallest letters. */
  text: number
}

/**
 * What of the page that is shown now reaches past the side of the screen, is too small to hit or too small to read.
 * A link within a sentence may be as low as its line, as WCAG 2.5.5 has it; a field counts with the box around it.
 */
export const misfits = (page: Page, least: Least): Promise<string[]> =>
  page.evaluate(({ target, text }) => {
    const TARGETS = '[role=button],[role=link],[role=radio],[role=checkbox],input,textarea'
    const found = new Set<string>()
    const width = document.documentElement.clientWidth
    const round = (length: number) => Math.round(length * 10) / 10
    const nameOf = (element: Element) =>
      `${element.className || element.tagName.toLowerCase()} 「${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 16)}」`
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const isClipped = (element: Element): boolean => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (getComputedStyle(at).overflowX !== 'visible' && at.getBoundingClientRect().right <= width + 1) return true
      }
      return false
    }
    const isInSentence = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      Array.from(element.parentNode?.childNodes ?? []).some(
        (sibling) => sibling.nodeType === Node.TEXT_NODE && sibling.textContent?.trim(),
      )
    const boxOf = (element: Element) =>
      (/^(INPUT|TEXTAREA)$/.test(element.tagName)
        ? (element.parentElement ?? element)
        : element
      ).getBoundingClientRect()

    if (document.documentElement.scrollWidth > width) found.add(`the page scrolls sideways within ${width} px`)
    for (const element of document.body.querySelectorAll('*')) {
      if (!isShown(element)) continue
      const box = element.getBoundingClientRect()
      if (box.width > 0 && (box.right > width + 1 || box.left < -1) && !isClipped(element)) {
        found.add(`${nameOf(element)} reaches from ${round(box.left)} to ${round(box.right)} of ${width} px`)
      }
      const speaks = Array.from(element.childNodes).some(
        (child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim(),
      )
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (speaks && box.width > 1 && size < text) found.add(`${nameOf(element)} is written in ${size} px`)
      if (element.matches(TARGETS) && !isInSentence(element)) {
        const { width: across, height } = boxOf(element)
        if (across < target - 0.1 || height < target - 0.1) {
          found.add(`${nameOf(element)} is ${round(across)} × ${round(height)} px`)
        }
      }
    }
    return [...found]
  }, least)
