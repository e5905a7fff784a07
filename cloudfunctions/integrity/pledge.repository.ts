import { StaffRecord } from '#domain/hospital/staff.model'
import type { DepartmentId, HospitalId, PledgeVersionId, StaffId } from '#domain/ids'
import { type Day, daysAfter } from '#domain/instant'
import type { StaffNumber } from '#domain/hospital/staff.model'
import type { PledgeCode } from '#domain/integrity/pledge.code'
import { PledgeSignature, PledgeVersion, signatureKey } from '#domain/integrity/pledge.model'
import { above, below, documents, oneOf } from '#runtime/documents'
import * as v from 'valibot'

const PAGE = 1000
/** Far more versions than a hospital writes. */
const VERSIONS_MOST = 200
/** Signatures of one person. */
const EARLIER_MOST = 100

/** Enough of a signature to say who and when; nobody's hand. */
const Signed = v.pick(PledgeSignature, ['id', 'rev', 'staffId', 'signedOn'])
export type Signed = v.InferOutput<typeof Signed>

/** Enough of somebody on the roster to say who they are. */
const Rostered = v.pick(StaffRecord, ['id', 'rev', 'number', 'name', 'departmentId', 'roles', 'state'])
export type Rostered = v.InferOutput<typeof Rostered>

export const pledgeRepository = () => {
  const versions = documents('pledge_versions', PledgeVersion)
  const signatures = documents('pledge_signatures', PledgeSignature)
  const signed = documents('pledge_signatures', Signed, ({ id }) => id, Object.keys(Signed.entries))
  const roster = documents('staff', Rostered, ({ id }) => id, Object.keys(Rostered.entries))

  return {
    version: (id: PledgeVersionId) => versions.find(id),
    versions: (hospitalId: HospitalId): Promise<PledgeVersion[]> =>
      versions.list({ where: { hospitalId }, orderBy: [['number', 'desc']], limit: VERSIONS_MOST }),
    addVersion: (version: PledgeVersion) => versions.insert(version),
    replaceVersion: (version: PledgeVersion) => versions.replace(version),
    /** Whether it was still as it was read. */
    removeVersion: async ({ id, rev }: PledgeVersion): Promise<boolean> =>
      (await versions.removeAll({ _id: id, rev })) === 1,

    /** What everybody signs on that day; null: nothing yet. */
    current: async (hospitalId: HospitalId, today: Day): Promise<PledgeVersion | null> => {
      const [found] = await versions.list({
        where: { hospitalId, state: 'published', effectiveOn: below(daysAfter(today, 1)) },
        orderBy: [
          ['effectiveOn', 'desc'],
          ['number', 'desc'],
        ],
        limit: 1,
      })
      return found ?? null
    },

    signature: (versionId: PledgeVersionId, staffId: StaffId) => signatures.find(signatureKey(versionId, staffId)),
    addSignature: (signature: PledgeSignature) => signatures.insert(signature),
    byCode: (code: PledgeCode) => signatures.findBy({ code }),
    /** The newest first. */
    signaturesOf: (staffId: StaffId): Promise<PledgeSignature[]> =>
      signatures.list({ where: { staffId }, orderBy: [['signedAt', 'desc']], limit: EARLIER_MOST }),
    countSigned: (versionId: PledgeVersionId): Promise<number> => signed.count({ versionId }),

    /** Who signed that version, of these people. */
    signedAmong: (versionId: PledgeVersionId, people: readonly Rostered[]): Promise<Signed[]> =>
      people.length === 0
        ? Promise.resolve([])
        : signed.list({
            where: { _id: oneOf(people.map(({ id }) => signatureKey(versionId, id))) },
            limit: PAGE,
          }),

    /** Everybody who signed that version. */
    signedUnder: async (versionId: PledgeVersionId): Promise<ReadonlySet<StaffId>> => {
      const found = new Set<StaffId>()
      for (let last = ''; ; ) {
        const page = await signed.list({
          where: { versionId, _id: above(last) },
          orderBy: [['_id', 'asc']],
          limit: PAGE,
        })
        for (const { staffId } of page) found.add(staffId)
        if (page.length < PAGE) return found
        last = page[page.length - 1]?.id ?? ''
      }
    },

    /** By number, those behind `after`; of a department, of none (null), or of the hospital (undefined). */
    people: (
      hospitalId: HospitalId,
      departmentId: DepartmentId | null | undefined,
      after: StaffNumber | null,
      limit: number,
    ): Promise<Rostered[]> =>
      roster.list({
        where: {
          hospitalId,
          ...(departmentId === undefined ? {} : { departmentId }),
          ...(after === null ? {} : { number: above(after) }),
        },
        orderBy: [['number', 'asc']],
        limit,
      }),

    /** The whole roster, those who left among it. */
    everybody: async (hospitalId: HospitalId): Promise<Rostered[]> => {
      const found: Rostered[] = []
      for (let last = ''; ; ) {
        const page = await roster.list({
          where: { hospitalId, ...(last === '' ? {} : { number: above(last) }) },
          orderBy: [['number', 'asc']],
          limit: PAGE,
        })
        found.push(...page)
        if (page.length < PAGE) return found
        last = page[page.length - 1]?.number ?? ''
      }
    },

    person: async (id: StaffId): Promise<Rostered | null> => roster.find(id),
    named: (hospitalId: HospitalId, ids: readonly StaffId[]): Promise<Rostered[]> =>
      ids.length === 0 ? Promise.resolve([]) : roster.list({ where: { _id: oneOf(ids), hospitalId }, limit: PAGE }),
  }
}

export type PledgeRepository = ReturnType<typeof pledgeRepository>
