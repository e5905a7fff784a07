import path from 'node:path'
import { founded, furnished, OPENIDS, openCloud } from '../functions/opened.cloud'

/** Patients inside WeChat, as the platform names them. */
export const PATIENTS = { liu: 'openid-of-liu-7c41e9', chen: 'openid-of-chen-52b07d' }

const INBOX = '/packages/staff/inbox/index'
/** What the code on the ward's wall opens. */
export const SCANNED = '/pages/landing/index?scene=t%3DW-1'
export const PROGRESS = '/pages/progress/index'
export const MY_DATA = '/pages/mydata/index'

export type Who = keyof typeof OPENIDS | keyof typeof PATIENTS

export type Ward = Awaited<ReturnType<typeof openWard>>

/** An empty cloud that serves the built H5, and everybody who will have to do with the ward. */
export const openWard = async () => {
  const cloud = await openCloud({
    h5Dir: path.resolve('dist/h5'),
    functionProcess: path.resolve('dist/localcloud/function-process.cjs'),
    personas: Object.entries({ ...OPENIDS, ...PATIENTS }).map(([id, openid]) => ({
      id,
      name: id,
      says: id,
      openid,
      landing: '/',
    })),
  })
  return {
    ...cloud,
    found: () => founded(cloud),
    /** The ward, its code and its staff, where the hospital was founded by hand. */
    furnish: () => furnished(cloud),
    /** A page in an ordinary browser. */
    page: (route: string) => `${cloud.url}/#${route}`,
    /** The same page for somebody whom the platform knows. */
    as: (who: Who, route = INBOX) => `${cloud.url}/as/${who}?to=${encodeURIComponent(route)}`,
    /** The office's name for the case that a receipt opens. */
    caseOf: async (selector: string) => {
      const { value } = await cloud.call('complaint', 'inbox', {}, OPENIDS.officer)
      const rows = (value?.rows ?? []) as { id: string; selector: string }[]
      return rows.find((row) => row.selector === selector)?.id ?? ''
    },
    /** Documents in which these words stand. */
    holding: (words: string) =>
      cloud
        .exportAll()
        .split('\n')
        .filter((line) => line.includes(words)),
  }
}
