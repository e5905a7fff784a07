/** Where the keyboard goes when somebody is opened, and when a call ends. */
export const CALL_HEAD = 'call-head'

// Taro's elements move their children once after mounting, and what is moved loses the focus.
const SETTLED_MS = 60

export const focusOn = (id: string) => {
  if (process.env.TARO_ENV === 'weapp') return
  setTimeout(() => document.getElementById(id)?.focus(), SETTLED_MS)
}

/** Attributes of an element that is focused by the page and passed over by Tab (H5). */
export const focusable = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: -1 }
