import * as v from 'valibot'
import { defineActions } from '../contract'
import { Instant } from '../instant'
import { Kind } from './category'
import { ComplaintStatus, Contact } from './complaint.model'
import { PublicEvent } from './progress.contract'
import { ReceiptSecret, Selector } from './receipt'

/** All that is stored about the caller in one case they put their name to. */
export const MyCase = v.object({
  selector: Selector,
  kind: Kind,
  place: v.nullable(v.string()),
  text: v.string(),
  status: ComplaintStatus,
  receivedAt: Instant,
  dueAt: v.nullable(Instant),
  contact: v.nullable(Contact),
  healthConsent: v.boolean(),
  photos: v.number(),
  events: v.array(PublicEvent),
  contactSeen: v.array(Instant),
})
export type MyCase = v.InferOutput<typeof MyCase>

export const MY_CASES = 100

/** What the platform's id finds: named cases alone, for nothing else carries it (个人信息保护法 Art 44–47). */
export const mineActions = defineActions({
  mine: {
    input: v.strictObject({}),
    output: v.object({ cases: v.array(MyCase), more: v.boolean() }),
    errors: [],
    identity: 'wechat',
  },
  /** Takes name, number and id off all of one's cases. Answers how many were done and how many are left. */
  forgetMe: {
    input: v.strictObject({}),
    output: v.object({ erased: v.number(), left: v.number() }),
    errors: [],
    identity: 'wechat',
  },
  /** One message when there is an answer, to the named complainant who asks and agreed on the platform. */
  remindMe: {
    input: v.strictObject({ selector: Selector, secret: ReceiptSecret }),
    output: v.object({ remind: v.boolean() }),
    errors: ['receipt.unknown', 'complaint.not_named', 'data.changed'],
    identity: 'wechat',
  },
})
