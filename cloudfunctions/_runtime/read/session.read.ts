import { createHash } from 'node:crypto'
import { Pairing, Session, type SessionToken, TokenHash } from '#domain/hospital/session.model'
import * as v from 'valibot'
import { type Documents, documents } from '../documents'

/** What a browser sent beforehand for its token, and all that is stored of it. */
export const hashOfToken = (token: SessionToken): TokenHash =>
  v.parse(TokenHash, createHash('sha256').update(token).digest('hex'))

/** By the hash of the token. */
export const sessionRecords = (): Documents<Session> => documents('sessions', Session, ({ tokenHash }) => tokenHash)
/** By the hash of the code. */
export const pairingRecords = (): Documents<Pairing> => documents('pairings', Pairing)
