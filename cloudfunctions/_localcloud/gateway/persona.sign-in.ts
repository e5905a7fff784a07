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

/** The openid a request speaks for, from its cookie alone, never from a body; undefined: nobody's. */
export type SignedIn = (request: IncomingMessage, response: ServerResponse) => string | undefined

const COOKIE = 'persona'
const NOBODY = 'nobody'
const ATTRIBUTES = 'Path=/; HttpOnly; SameSite=Strict'
const CLEARED = `${COOKIE}=; Max-Age=0; ${ATTRIBUTES}`

// A link typed or clicked outside a page, and this page's own. Another port of this machine is 'same-site', and not ours.
const OWN_FETCH_SITES = new Set<string | string[] | undefined>([undefined, 'none', 'same-origin'])

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
    signedIn: ((request, response) => {
      const value = cookieValue(request.headers.cookie)
      const persona = byCookie.get(value ?? '')
      // left by another local cloud of this machine, or by an older one: cookies know no ports
      if (value && !persona) response.setHeader('Set-Cookie', CLEARED)
      return persona?.openid
    }) satisfies SignedIn,

    /** /as/<persona id>?to=<hash path>; /as/nobody signs out. */
    signIn(url: URL, { headers }: IncomingMessage, response: ServerResponse): void {
      if (!OWN_FETCH_SITES.has(headers['sec-fetch-site'])) return refuse(response, 'gateway.foreign_link')
      const id = url.pathname.slice('/as/'.length)
      const persona = byCookie.get(id)
      if (!persona && id !== NOBODY) return refuse(response, 'gateway.unknown_persona')
      const page = (url.searchParams.get('to') ?? persona?.landing ?? '/').replace(/^[/#]*/, '')
      const cookie = persona ? `${COOKIE}=${id}; ${ATTRIBUTES}` : CLEARED
      // what came percent-encoded stays so; line breaks and Chinese become header-safe
      const hash = encodeURI(page).replaceAll('%25', '%')
      redirect(response, `/#/${hash}`, { 'Set-Cookie': cookie })
    },
  }
}
