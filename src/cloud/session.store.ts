/**
 * The session of an ordinary browser (H5): in this tab alone, gone when it is closed. Never in an address, and never
 * in a storage that outlives the tab: a ward's computer is everybody's.
 */
const KEY = 'staff-session'

// Inside WeChat the platform knows who calls.
const hasSessions = process.env.TARO_ENV === 'h5'

// A browser that forbids storage keeps the session until the page is left.
let kept: string | null = null

const attempt = <T>(work: () => T, otherwise: T): T => {
  try {
    return work()
  } catch {
    return otherwise
  }
}

export const sessionToken = (): string | null =>
  hasSessions ? (kept ?? attempt(() => sessionStorage.getItem(KEY), null)) : null

export const keepSession = (token: string): void => {
  kept = token
  attempt(() => sessionStorage.setItem(KEY, token), undefined)
}

/** Forgets this session; one that was kept meanwhile stays. */
export const forgetSession = (token: string): void => {
  if (sessionToken() !== token) return
  kept = null
  attempt(() => sessionStorage.removeItem(KEY), undefined)
}
