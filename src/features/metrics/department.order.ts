import type { DepartmentRate } from '#domain/metrics/metrics.contract'

/** Those beyond 99.8 % first; within each part the order of the hospital's own list, so that no league table comes of it. */
export const inTableOrder = (rows: readonly DepartmentRate[]): DepartmentRate[] => [
  ...rows.filter(({ outside }) => outside === '998'),
  ...rows.filter(({ outside }) => outside !== '998'),
]
