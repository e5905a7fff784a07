import * as v from 'valibot'
import { TouchpointId } from '../ids'

// wxacode.getUnlimited: at most 32 of these; no '%', no Chinese.
const ALLOWED = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

/** The scene printed in a touchpoint's (点位) code. */
export const sceneOf = (touchpoint: TouchpointId): string => `t=${touchpoint}`

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The touchpoint a scene names, or null. Scanners hand it over once, twice or not at all percent-encoded,
 * and people paste links: whatever cannot be understood leads to the hospital's own page, never to an error.
 */
export const touchpointIn = (scene: string | undefined): TouchpointId | null => {
  if (!scene || scene.length > 200) return null
  const text = decoded(decoded(scene))
  if (!ALLOWED.test(text)) return null
  const named = text.split('&').find((part) => part.startsWith('t='))
  const parsed = v.safeParse(TouchpointId, (named ?? '').slice(2).toUpperCase())
  return parsed.success ? parsed.output : null
}

const LONGEST = 200

/** The scene of an address as a router gives it: the first of several, and none where no scanner made it. */
export const sceneIn = (query: unknown): string | undefined => {
  const first: unknown = Array.isArray(query) ? query[0] : query
  return typeof first === 'string' && first.length <= LONGEST ? first : undefined
}
