import { createHash } from 'node:crypto'
import { cloudPath, fileIdOf, pathOfFileId } from './cloud.path'
import type { FileStore } from './file.store'
import type { FileTickets } from './file.tickets'

type Reply = Record<string, unknown>

const MAX_FILES_PER_CALL = 50
const DEFAULT_MAX_AGE_SECONDS = 7200
const LONGEST_MAX_AGE_SECONDS = 86_400

const invalid = (message: string): Reply => ({ code: 'INVALID_PARAM', message })

/** The `storage.*` actions of the wire. Expected refusals are replies `{ code, message }`, one per file where there are many. */
export const createStorageActions = (cosUrl: string, files: FileStore, tickets: FileTickets) => {
  const urlOf = (path: string) => `${cosUrl}/${path}`

  const getUploadMetadata = ({ path, method }: Reply): Reply => {
    const target = cloudPath(path)
    if (target === null || method !== 'put') return invalid('path or method is not allowed')
    return {
      data: {
        // the SDK puts to this URL as it stands; it encodes download URLs itself
        url: encodeURI(urlOf(target)),
        ...tickets.issueUpload(target),
        fileId: fileIdOf(target),
        cosFileId: createHash('md5').update(target).digest('hex'),
      },
    }
  }

  const downloadOf = ({ fileid, max_age }: { fileid?: unknown; max_age?: unknown }): Reply => {
    const path = pathOfFileId(fileid)
    if (path === null || !files.find(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
    const asked = typeof max_age === 'number' && max_age > 0 ? Math.floor(max_age) : DEFAULT_MAX_AGE_SECONDS
    const maxAge = Math.min(asked, LONGEST_MAX_AGE_SECONDS)
    const { sign, t } = tickets.signDownload(path, maxAge)
    return { code: 'SUCCESS', fileID: fileid, maxAge, tempFileURL: `${urlOf(path)}?sign=${sign}&t=${t}` }
  }

  const removalOf = async (fileID: unknown): Promise<Reply> => {
    const path = pathOfFileId(fileID)
    const isGone = path !== null && (await files.remove(path))
    return { code: isGone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', fileID }
  }

  const listed = (list: unknown): unknown[] | null =>
    Array.isArray(list) && list.length > 0 && list.length <= MAX_FILES_PER_CALL ? list : null

  return async (action: string, body: Reply): Promise<Reply | null> => {
    switch (action) {
      case 'storage.getUploadMetadata':
        return getUploadMetadata(body)
      case 'storage.batchGetDownloadUrl': {
        const list = listed(body.file_list)
        if (!list) return invalid(`file_list must hold 1 to ${MAX_FILES_PER_CALL} files`)
        return { data: { download_list: list.map((each) => downloadOf((each ?? {}) as Reply)) } }
      }
      case 'storage.batchDeleteFile': {
        const list = listed(body.fileid_list)
        if (!list) return invalid(`fileid_list must hold 1 to ${MAX_FILES_PER_CALL} files`)
        return { data: { delete_list: await Promise.all(list.map(removalOf)) } }
      }
      default:
        return null
    }
  }
}
