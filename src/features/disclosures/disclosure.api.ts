import { createClient } from '#cloud/client'
import { send } from '#cloud/transport'
import type { cultureContract } from '#domain/culture/culture.contract'
import type { Audience } from '#domain/culture/disclosure.model'

export const disclosureApi = createClient<typeof cultureContract>('culture', send)

/** The same questions for everybody and for those who work here. */
export const readingOf = (audience: Audience) =>
  audience === 'staff'
    ? {
        board: disclosureApi.staffDisclosures,
        slot: disclosureApi.staffDisclosureSlot,
        entry: disclosureApi.staffDisclosureEntry,
        find: disclosureApi.findStaffDisclosures,
      }
    : {
        board: disclosureApi.disclosures,
        slot: disclosureApi.disclosureSlot,
        entry: disclosureApi.disclosureEntry,
        find: disclosureApi.findDisclosures,
      }
