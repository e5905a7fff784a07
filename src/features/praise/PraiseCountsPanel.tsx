import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { PraiseCounts } from '#domain/survey/praise.contract'
import { praiseKindNames } from '#domain/survey/praise.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { praiseSheets, sumOf, totalsByMonth } from './praise.sheet'
import { monthOf } from './praise.words'
import { surveyApi } from './survey.api'
import './PraiseDesk.css'

const NOTHING = {}

/** How many came, month by month and department by department. */
export const PraiseCountsPanel = ({ onClose }: { onClose: () => void }) => {
  const { remote, reload } = useLoaded(surveyApi.praiseCounts, NOTHING)
  return (
    <SidePanel title="近十二个月的表扬" onClose={onClose}>
      {remote.status === 'done' ? (
        <Counts counts={remote.value} />
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={8} />
      )}
    </SidePanel>
  )
}

const Counts = ({ counts }: { counts: PraiseCounts }) => {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const totals = totalsByMonth(counts)
  const most = Math.max(1, ...totals)
  const save = async () => {
    setBusy(true)
    setFailed(false)
    try {
      await saveWorkbook(praiseSheets(counts), `表扬 ${counts.months.at(-1)} ${counts.hospitalName}.xlsx`)
      toast('下载好了')
    } catch {
      setFailed(true)
    }
    setBusy(false)
  }
  return (
    <View>
      <View className="t4 c2">
        看过、带到了的才算，算在收到的那个月；还没带到的和没有转的不算。锦旗、感谢信和留言一共多少，一条算一次。
      </View>
      <View className="gap-4" {...semantics({ role: 'list', label: '按月' })}>
        {counts.months.map((month, at) => (
          <View key={month} className="praise-month" {...semantics({ role: 'listitem' })}>
            <View className="praise-month-name">{monthOf(month)}</View>
            <View className="praise-month-track">
              <View className="praise-month-bar" style={{ width: `${((totals[at] ?? 0) / most) * 100}%` }} />
            </View>
            <View className="praise-month-count">{`${totals[at] ?? 0} 条`}</View>
          </View>
        ))}
      </View>
      <View className="gap-5">
        <Head>按种类</Head>
        <List label="按种类">
          {counts.kinds.map(({ kind, counts: of }) => (
            <Item key={kind} title={praiseKindNames[kind]} end={`${sumOf(of)} 条`} />
          ))}
        </List>
      </View>
      <View className="gap-5">
        <Head>按科室</Head>
        <List label="按科室">
          {counts.rows.map(({ departmentId, name, counts: of }) => (
            <Item key={departmentId ?? '-'} title={name} end={`${sumOf(of)} 条`} />
          ))}
        </List>
      </View>
      {failed ? (
        <View className="gap-3">
          <ErrorNote onRetry={() => void save()}>表格没有写成，请再试一次。</ErrorNote>
        </View>
      ) : null}
      {process.env.TARO_ENV === 'h5' ? (
        <View className="gap-5">
          <Button kind="quiet" wide icon="save" busy={busy} busyText="正在写表" onTap={() => void save()}>
            存成表格（XLSX）
          </Button>
        </View>
      ) : null}
    </View>
  )
}
