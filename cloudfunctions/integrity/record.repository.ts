import { StaffRecord } from '#domain/hospital/staff.model'
import type { HospitalId, StaffId } from '#domain/ids'
import { type Day, endOfBeijingDay, startOfBeijingDay } from '#domain/instant'
import { PledgeSignature } from '#domain/integrity/pledge.model'
import { between, documents, oneOf } from '#runtime/documents'
import * as v from 'valibot'

const PAGE = 1000

/** That somebody signed a version of the pledge, without their hand. */
const SIGNED = ['id', 'rev', 'staffId', 'versionId', 'signedOn'] as const
const Signed = v.pick(PledgeSignature, SIGNED)
export type Signed = v.InferOutput<typeof Signed>

const HOLDER = ['id', 'rev', 'hospitalId', 'number', 'name', 'departmentId'] as const
const Holder = v.pick(StaffRecord, HOLDER)
export type Holder = v.InferOutput<typeof Holder>

export const recordRepository = () => {
  const signatures = documents('pledge_signatures', Signed, ({ id }) => id, SIGNED)
  const roster = documents('staff', Holder, ({ id }) => id, HOLDER)

  return {
    /** Also of whoever has left: what they learned stays on record. */
    holder: async (hospitalId: HospitalId, id: StaffId): Promise<Holder | null> => {
      const found = await roster.find(id)
      return found?.hospitalId === hospitalId ? found : null
    },
    /** The latest first. */
    signed: (people: readonly StaffId[], from: Day, to: Day): Promise<Signed[]> =>
      people.length === 0
        ? Promise.resolve([])
        : signatures.list({
            where: {
              staffId: oneOf(people),
              signedAt: between(startOfBeijingDay(from), endOfBeijingDay(to)),
            },
            orderBy: [['signedAt', 'desc']],
            limit: PAGE,
          }),
  }
}
