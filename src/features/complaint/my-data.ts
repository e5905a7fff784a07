import type { ErrorCode } from '#domain/errors'
import { eventIdFrom } from '#domain/ids'
import Taro from '@tarojs/taro'
import { removeAlbum } from '../../files/photo.store'
import { albumOfCase, FILING_ALBUM } from './album.names'
import { complaintApi } from './complaint.api'
import { deleteDraft } from './complaint.draft'
import { type OwnCase, ownCaseByReceipt, ownCaseOf, withoutDoubles } from './my-data.words'
import { randomBytes } from '#cloud/random.bytes'
import { forgetReceipt, keptReceipts, type KeptReceipt } from './receipt.store'

const ID_BYTES = 16
/** Receipts asked about at once. */
const RECEIPTS = 20
const ROUNDS = 20

/** An ordinary browser, or a computer of the hospital: here nobody's WeChat is known. */
const NOBODY_HERE = new Set<ErrorCode>(['auth.required', 'session.expired', 'session.wechat_only'])

export interface Found {
  readonly cases: OwnCase[]
  /** Some could not be asked about: there is no network, or the office's machine did not answer. */
  readonly incomplete: boolean
  /** The platform names this reader, so that named cases are found without a receipt. */
  readonly recognised: boolean
}

/** What is stored about whoever holds this phone: named cases by the platform's id, the others by their receipts. */
export const findMine = async (): Promise<Found> => {
  const mine = await complaintApi.mine({})
  const receipts = keptReceipts().slice(0, RECEIPTS)
  const asked = await Promise.all(receipts.map(({ selector, secret }) => complaintApi.progress({ selector, secret })))
  const byReceipt = asked.flatMap((answer) => (answer.ok ? [ownCaseByReceipt(answer.value)] : []))
  const failed = asked.some((answer) => !answer.ok && answer.code !== 'receipt.unknown')
  return {
    cases: withoutDoubles([...(mine.ok ? mine.value.cases.map(ownCaseOf) : []), ...byReceipt]),
    incomplete: failed || (!mine.ok && !NOBODY_HERE.has(mine.code)),
    recognised: mine.ok,
  }
}

const forgetByPlatform = async (): Promise<boolean> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const answer = await complaintApi.forgetMe({})
    if (!answer.ok) return false
    if (answer.value.left === 0) return true
  }
  return false
}

const forgetByReceipt = async ({ selector, secret }: KeptReceipt): Promise<boolean> => {
  const progress = await complaintApi.progress({ selector, secret })
  if (!progress.ok) return progress.code === 'receipt.unknown'
  if (!progress.value.steps.includes('erase')) return true
  const eventId = eventIdFrom(await randomBytes(ID_BYTES))
  return (await complaintApi.erase({ selector, secret, eventId })).ok
}

/** Takes consent back in every case that is found. False when some are left: then it is asked again. */
export const takeConsentBack = async ({ recognised }: Found): Promise<boolean> => {
  const done = recognised ? [await forgetByPlatform()] : []
  for (const receipt of keptReceipts()) done.push(await forgetByReceipt(receipt))
  return done.every(Boolean)
}

const KEPT = /^(complaint\.(step|album|photo)|praise)\./

/** Takes receipts, drafts and photos off this phone: nobody can open the cases from it any more. */
export const clearPhone = (): void => {
  for (const receipt of keptReceipts()) {
    removeAlbum(albumOfCase(receipt.selector))
    forgetReceipt(receipt)
  }
  deleteDraft()
  removeAlbum(FILING_ALBUM)
  // What was begun about cases that were opened by a typed code, and thanks that were sent.
  for (const key of Taro.getStorageInfoSync().keys) {
    if (KEPT.test(key)) Taro.removeStorageSync(key)
  }
}
