import { randomBytes } from '#cloud/random.bytes'
import type { ErrorCode } from '#domain/errors'
import { INVITATION_RANDOM_BYTES, invitationCodeFrom } from '#domain/hospital/staff.code'
import { INVITED_AT_ONCE, type Person } from '#domain/hospital/staff.contract'
import type { Instant } from '#domain/instant'
import { useState } from 'react'
import { staffApi } from './staff.api'

interface Coded {
  readonly person: Person
  readonly code: string
}

/** A code as it is handed to somebody; it is kept nowhere and shown once. */
export interface HandedOut extends Coded {
  readonly expiresAt: Instant
}

interface Counted {
  readonly done: number
  readonly total: number
}

export type Inviting =
  | { readonly status: 'idle' }
  | ({ readonly status: 'making' } & Counted)
  | ({ readonly status: 'stopped'; readonly code: ErrorCode; readonly goOn: () => void } & Counted)
  | { readonly status: 'made'; readonly rows: readonly HandedOut[] }

const codeFor = async (person: Person): Promise<Coded> => ({
  person,
  code: invitationCodeFrom(await randomBytes(INVITATION_RANDOM_BYTES)),
})

/** Invitations for one or for many, made on this device in parts that one call takes. */
export const useInvitations = (onMade: () => void) => {
  const [inviting, setInviting] = useState<Inviting>({ status: 'idle' })

  const send = async (all: readonly Coded[], before: readonly HandedOut[], from: number): Promise<void> => {
    const rows = [...before]
    const total = all.length
    for (let done = from; done < total; done += INVITED_AT_ONCE) {
      setInviting({ status: 'making', done, total })
      const part = all.slice(done, done + INVITED_AT_ONCE)
      const answer = await staffApi.invite({ people: part.map(({ person, code }) => ({ staffId: person.id, code })) })
      if (!answer.ok) {
        // Perhaps only the answer was lost: the same codes again are the same invitations.
        return setInviting({
          status: 'stopped',
          code: answer.code,
          done,
          total,
          goOn: () => void send(all, rows, done),
        })
      }
      const valid = new Map(answer.value.invited.map(({ staffId, expiresAt }) => [staffId, expiresAt]))
      for (const coded of part) {
        const expiresAt = valid.get(coded.person.id)
        if (expiresAt !== undefined) rows.push({ ...coded, expiresAt })
      }
    }
    setInviting({ status: 'made', rows })
    onMade()
  }

  const invite = async (people: readonly Person[]) => {
    setInviting({ status: 'making', done: 0, total: people.length })
    await send(await Promise.all(people.map(codeFor)), [], 0)
  }

  return { inviting, invite, forget: () => setInviting({ status: 'idle' }) }
}
