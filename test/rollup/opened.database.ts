import { openCloud } from '../functions/opened.cloud'

/**
 * A local cloud whose database this process talks to through the unmodified SDK, as a function would. The SDK reads its
 * environment while it is loaded: what stands on it is imported afterwards.
 */
export const openDatabase = async () => {
  const cloud = await openCloud()
  Object.assign(process.env, cloud.environment())
  const [{ documents }, { foldStore }, rebuild, audit, { exactMonths, rebuildRecords, leafRecords, monthRecords }] =
    await Promise.all([
      import('../../cloudfunctions/_runtime/documents'),
      import('../../cloudfunctions/rollup/fold.store'),
      import('../../cloudfunctions/rollup/rebuild'),
      import('../../cloudfunctions/rollup/audit'),
      import('../../cloudfunctions/_runtime/read/rollup.read'),
    ])
  return {
    cloud,
    documents,
    store: foldStore(),
    rebuildSlices: rebuild.rebuildSlices,
    audit: audit.audit,
    auditDay: audit.auditDay,
    auditMonth: audit.auditMonth,
    exactMonths,
    rebuilds: rebuildRecords(),
    leaves: leafRecords(),
    months: monthRecords(),
  }
}
