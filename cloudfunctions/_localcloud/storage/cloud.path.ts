const MAX_PATH_BYTES = 850
// separators of URLs and of other systems' paths, and what prints nothing
const REFUSED_CHARACTERS = /[\\#?%\p{Cc}]/u
const FILE_ID_PREFIX = 'cloud://local.6c6f-local-1300000000/'

/** A path inside the storage, as `cloudPath`: relative, no empty, `.` or `..` segment, at most 850 bytes. Null: refused. */
export const cloudPath = (path: unknown): string | null => {
  if (typeof path !== 'string' || path === '' || Buffer.byteLength(path) > MAX_PATH_BYTES) return null
  if (REFUSED_CHARACTERS.test(path)) return null
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..') ? path : null
}

export const fileIdOf = (path: string): string => `${FILE_ID_PREFIX}${path}`

export const pathOfFileId = (fileId: unknown): string | null =>
  typeof fileId === 'string' && fileId.startsWith(FILE_ID_PREFIX)
    ? cloudPath(fileId.slice(FILE_ID_PREFIX.length))
    : null
