import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openOwnerDirectory, replaceFile } from '../disk/owner.files'

const KEY_BYTES = 32

/**
 * Keys that single functions hold as environment variables, made once and kept in secrets.json (readable by its owner alone).
 * `wanted` names them: `{ hospital: ['SETUP_CODE'] }`. In production the console's function settings hold them.
 */
export const openFunctionSecrets = (
  dataDir: string,
  wanted: Record<string, string[]>,
): Record<string, Record<string, string>> => {
  const file = join(dataDir, 'secrets.json')
  const secrets: Record<string, Record<string, string>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  let isNew = false
  for (const [functionName, keys] of Object.entries(wanted)) {
    const held = (secrets[functionName] ??= {})
    for (const key of keys.filter((each) => held[each] === undefined)) {
      held[key] = randomBytes(KEY_BYTES).toString('base64url')
      isNew = true
    }
  }
  if (isNew) {
    openOwnerDirectory(dataDir)
    replaceFile(file, `${JSON.stringify(secrets, null, 2)}\n`)
  }
  return secrets
}
