import { createHash } from 'node:crypto'

/** A code is stored as its hash: reading the database does not let anybody join. */
export const hashOfCode = (code: string): string => createHash('sha256').update(`invitation:${code}`).digest('hex')
