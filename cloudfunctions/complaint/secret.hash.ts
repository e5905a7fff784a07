import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/**
 * Cost of scrypt (RFC 7914). The secret is 10^24 random digits, not a password: no search finds it at any cost,
 * so the smallest useful cost is taken and filing stays fast. The parameters stand in each hash and can be raised.
 */
const COST = { N: 256, r: 8, p: 1 }
const KEY_BYTES = 32

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt)

/** 'scrypt$N$r$p$salt$key', salt and key in base64url. */
export const hashSecret = async (secret: string, salt: Buffer = randomBytes(16)): Promise<string> => {
  const key = await derive(secret, salt, KEY_BYTES, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** A hash that no secret has, to compare with where there is none. */
export const NOBODYS_HASH = ['scrypt', COST.N, COST.r, COST.p, '', '0'.repeat(43)].join('$')

export const secretMatches = async (secret: string, hash: string): Promise<boolean> => {
  const [, N, r, p, salt = '', key = ''] = hash.split('$')
  const expected = Buffer.from(key, 'base64url')
  const derived = await derive(secret, Buffer.from(salt, 'base64url'), KEY_BYTES, {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return expected.length === derived.length && timingSafeEqual(expected, derived)
}
