import type { ComplaintId } from '#domain/ids'
import type { Rates } from '#domain/metrics/metrics.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Empty } from '../../ui/Empty'
import { semantics } from '../../ui/semantics'
import { useAppearance } from '../../ui/useAppearance'
import { Breakdowns } from './Breakdowns'
import { CaseDrawer } from './CaseDrawer'
import type { CaseQuery } from './case.query'
import { DepartmentTable } from './DepartmentTable'
import { ExportPanel } from './ExportPanel'
import { FunnelChart } from './FunnelChart'
import { MethodPanel, PrintedMethod } from './MethodPanel'
import { PeriodPanel } from './PeriodPanel'
import { RateChart } from './RateChart'
import { RateFigures } from './RateFigures'
import { RateHead } from './RateHead'
import type { RatesView } from './use-rates'
import './RatesBoard.css'

interface RatesBoardProps {
  rates: Rates
  /** Another page than this one was asked for and is on its way. */
  isStale: boolean
  onShow: (change: Partial<RatesView>) => void
  onReload: () => void
  onOpen: (id: ComplaintId) => void
}

type Panel = { readonly kind: 'period' | 'method' | 'export' } | { readonly kind: 'cases'; readonly query: CaseQuery }

/** The complaint rate on one page. */
export const RatesBoard = ({ rates, isStale, onShow, onReload, onOpen }: RatesBoardProps) => {
  const { elder } = useAppearance()
  const [panel, setPanel] = useState<Panel | null>(null)
  const [unfolded, setUnfolded] = useState(false)
  if (rates.known === null) return <NothingYet />
  const openCases = (query: CaseQuery) => setPanel({ kind: 'cases', query })
  const close = () => setPanel(null)
  const isWhole = !elder || unfolded
  const { known } = rates
  return (
    <View className={classNames('rates-board', isStale && 'is-stale')} {...semantics({ busy: isStale })}>
      <RateHead
        rates={rates}
        onUnit={(unit) => onShow({ unit, month: rates.period.to < known.to ? rates.period.to : known.to })}
        onPick={() => setPanel({ kind: 'period' })}
        onExport={() => setPanel({ kind: 'export' })}
        onCases={openCases}
      />
      <RateFigures rates={rates} onIndicator={(indicator) => onShow({ indicator, month: rates.period.from })} />
      <View className="rates-charts">
        <RateChart
          rates={rates}
          onMethod={() => setPanel({ kind: 'method' })}
          onCases={openCases}
          onMonth={(month) => onShow({ month, unit: 'month' })}
          onNoted={onReload}
        />
        {isWhole && rates.departments.rows.length > 0 ? <FunnelChart rates={rates} /> : null}
      </View>
      {isWhole ? (
        <>
          <DepartmentTable rates={rates} onCases={openCases} />
          <Breakdowns rates={rates} onCases={openCases} />
        </>
      ) : (
        <View className="gap-5">
          <Button kind="quiet" wide onTap={() => setUnfolded(true)}>
            再看科室和类别
          </Button>
        </View>
      )}
      <PrintedMethod rates={rates} />
      {panel?.kind === 'period' ? (
        <PeriodPanel
          rates={rates}
          onPeriod={({ from }) => {
            close()
            onShow({ month: from })
          }}
          onClose={close}
        />
      ) : null}
      {panel?.kind === 'method' ? <MethodPanel rates={rates} onClose={close} /> : null}
      {panel?.kind === 'export' ? <ExportPanel rates={rates} onClose={close} /> : null}
      {panel?.kind === 'cases' ? <CaseDrawer query={panel.query} onOpen={onOpen} onClose={close} /> : null}
    </View>
  )
}

const NothingYet = () => (
  <Empty
    title="还没有可算的数"
    hint="要有两样：投诉，患者扫码交进来；人次，由管理员从医院信息系统导出后导入。有了哪一样，这里就先显示哪一样。"
  />
)
