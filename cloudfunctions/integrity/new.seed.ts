import { randomBytes } from 'node:crypto'
import { Seed } from '#domain/integrity/seeded'
import * as v from 'valibot'

const SEED_BYTES = 16

/** What a paper is drawn by: nobody can guess it, and it never leaves the server. */
export const newSeed = (): Seed => v.parse(Seed, randomBytes(SEED_BYTES).toString('hex'))
