import type { IncomingMessage, ServerResponse } from 'node:http'
import { redirect, refuse } from './http.exchange'

/** Someone the local cloud may be used as. There is no password: this exists on the developer's machine alone. */
export interface Persona {
  id: string
  name: string
  says: string
  openid: string
  /** The H5 page, as a hash path, that the persona's link opens. */
  landing: string
}

/** Who a request speaks for: a persona, nobody, or a cookie this cloud knows nothing of. */
export type SignedIn = { openid: string | undefined } | 'unknown'

const COOKIE = 'persona'
const NOBODY = 'nobody'

const cookieValue = (header: string | undefined): string | null => {
  for (const part of header?.split(';') ?? []) {
    const [name, value = ''] = part.trim().split('=')
    if (name === COOKIE) return value
  }
  return null
}

export const createPersonaSignIn = (personas: Persona[]) => {
  const byCookie = new Map(personas.map((persona) => [encodeURIComponent(persona.id), persona]))

  return {
    /** From the cookie alone, never from a body. */
    signedIn({ headers }: IncomingMessage): SignedIn {
      const value = cookieValue(headers.cookie)
      if (value === null || value === '') return { openid: undefined }
      const persona = byCookie.get(value)
      return persona ? { openid: persona.openid } : 'unknown'
    },

    /** /as/<persona id>?to=<hash path>; /as/nobody signs out. */
    signIn(url: URL, response: ServerResponse): void {
      const id = url.pathname.slice('/as/'.length)
      const persona = byCookie.get(id)
      if (!persona && id !== NOBODY) return refuse(response, 'gateway.unknown_persona')
      const page = (url.searchParams.get('to') ?? persona?.landing ?? '/').replace(/^[/#]*/, '')
      const cookie = persona ? `${COOKIE}=${id}` : `${COOKIE}=; Max-Age=0`
      // what came percent-encoded stays so; line breaks and Chinese become header-safe
      const hash = encodeURI(page).replaceAll('%25', '%')
      redirect(response, `/#/${hash}`, { 'Set-Cookie': `${cookie}; Path=/; HttpOnly; SameSite=Strict` })
    },
  }
}
