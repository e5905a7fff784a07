import { type Kept, useKept } from '#cloud/use-action'
import type { ActionOutput } from '#domain/contract'
import type { complaintContract } from '#domain/complaint/complaint.contract'
import type { Stage } from '#domain/complaint/complaint.model'
import { complaintApi } from './complaint.api'

export interface InboxView {
  readonly stage: Stage
  readonly mine: boolean
  readonly skip: number
}

export type InboxPage = ActionOutput<typeof complaintContract, 'inbox'>

export type Inbox = Kept<InboxPage>

/** One page of the list. */
export const useInbox = (view: InboxView): Inbox => useKept(complaintApi.inbox, view)
