import { createHmac } from 'node:crypto'

const LEAST_CHARACTERS = 16

type Parts = readonly (string | readonly string[])[]

/**
 * HMAC-SHA256 under the key that this function alone holds, in hexadecimal: whoever has the database and not the key
 * cannot try names out. Parts are hashed as a list, so that no two lists give the same text.
 */
export const keyedHash = (parts: Parts): string => {
  const key = process.env['SURVEY_KEY'] ?? ''
  if (key.length < LEAST_CHARACTERS) throw new Error('SURVEY_KEY is not set')
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex')
}
