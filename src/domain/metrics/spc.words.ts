import { FEWEST_FOR_LIMITS, type LimitsBasis, OVERDISPERSED, SMALL_EXPECTED } from './spc.limits'
import type { ChartKind } from './spc.model'

const SETTLED_LIMITS = 12

/** What the words of a phase rest on; `observed` counts the points with a value that the limits come from. */
export interface PhaseBasis {
  basis: LimitsBasis
  observed: number
  frozenAfter: number | null
  isMixed: boolean
}

const chartName = (kind: ChartKind, { by }: LimitsBasis) => {
  if (kind === 'run') return '趋势图'
  if (kind === 'c') return by === 'prime' ? 'c′ 图（件数）' : 'c 图（件数）'
  if (kind === 'i') return 'XmR 图（单值）'
  const prime = by === 'prime' || kind.endsWith('-prime') ? '′' : ''
  return kind.startsWith('u') ? `u${prime} 图（率）` : `p${prime} 图（比例）`
}

const limitsWords = (basis: LimitsBasis) => {
  switch (basis.by) {
    case 'none':
      return '中线是中位数，不画界限'
    case 'too-few':
      return `不足 ${FEWEST_FOR_LIMITS} 个点，先不画界限`
    case 'moving-range':
      return '界限是均值上下 3σ，σ 由相邻两点的平均差得来'
    case 'exact': {
      const exact = `按${basis.isShare ? '二项' : '泊松'}分布算精确界限`
      return basis.isChosen ? `有的点预期数不足 ${SMALL_EXPECTED}，${exact}` : exact
    }
    case 'prime': {
      const times = basis.spread.toFixed(1)
      return basis.isChosen
        ? `各点的波动是偶然波动的 ${times} 倍，3σ 界限按 Laney 法放宽`
        : `3σ 界限按 Laney 法校正，σz 为 ${times}`
    }
    case 'sigma':
      return basis.isChosen
        ? `预期数都不少于 ${SMALL_EXPECTED}，波动不超过偶然波动的 ${OVERDISPERSED} 倍，用 3σ 界限`
        : '用 3σ 界限'
  }
}

const phaseWords = (kind: ChartKind, { basis, observed, frozenAfter, isMixed }: PhaseBasis) => {
  const isLimited = basis.by !== 'none' && basis.by !== 'too-few'
  return [
    chartName(kind, basis),
    limitsWords(basis),
    ...(isMixed && basis.by !== 'exact' ? [`后来预期数不足 ${SMALL_EXPECTED} 的点用精确界限`] : []),
    ...(frozenAfter === null ? [] : [`${isLimited ? '中线和界限' : '中线'}按前 ${frozenAfter} 个点定下`]),
    ...(isLimited && observed < SETTLED_LIMITS ? [`只有 ${observed} 个点，是试行界限`] : []),
  ].join('，')
}

/** One sentence for a chart of one phase; for several, each says its own. */
export const chartWords = (kind: ChartKind, phases: PhaseBasis[]) => {
  if (phases.length === 0) return '还没有数据，不画图。'
  const [first, ...others] = phases.map((phase) => phaseWords(kind, phase))
  if (others.length === 0) return `${first}。`
  return `${[first, ...others].map((words, index) => `第 ${index + 1} 段：${words}`).join('；')}。`
}
