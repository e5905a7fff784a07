/** Where the keyboard goes when a case is opened, and when a form is left. */
export const CASE_HEAD = 'case-head'
export const CASE_FORM = 'case-form'
export const CASE_PREVIEW = 'case-preview'
export const CASE_SEARCH = 'case-search'

const FIELDS = 'textarea, input, select, [role=radio][tabindex="0"], [role=checkbox], [role=button][tabindex="0"]'

// Taro's elements move their children once after mounting, and what is moved loses the focus.
const SETTLED_MS = 60

const later = (focus: () => void) => {
  if (process.env.TARO_ENV === 'weapp') return
  setTimeout(focus, SETTLED_MS)
}

export const focusOn = (id: string) => later(() => document.getElementById(id)?.focus())

/** On the first thing to fill in, inside the element with this id. */
export const focusInside = (id: string) =>
  later(() => document.getElementById(id)?.querySelector<HTMLElement>(FIELDS)?.focus())

/** Attributes of an element that is focused by the page and passed over by Tab (H5). */
export const focusable = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: -1 }
