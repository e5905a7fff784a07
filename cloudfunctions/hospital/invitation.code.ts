import { createHash } from 'node:crypto'

/** An invitation is stored under the hash of its code: reading the database does not let anybody join. */
export const invitationIdOf = (code: string): string => createHash('sha256').update(`invitation:${code}`).digest('hex')
