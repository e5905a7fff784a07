import { Item, List } from '../../ui/List'
import { Status } from '../../ui/Status'

export const SAMPLE_CASES = [
  {
    key: 'wait',
    group: '已超期 1',
    title: '候诊两小时没人解释',
    detail: '骨科门诊 · 流程 · 现场',
    tone: 'late',
    due: '晚 2 天',
  },
  {
    key: 'refund',
    group: '今天到期 1',
    title: '出院三周，预交金还没退',
    detail: '骨科 · 收费 · 12345 转',
    tone: 'wait',
    due: '17:30',
  },
  {
    key: 'parking',
    group: '下周 1',
    title: '停车场出口排队四十分钟',
    detail: '后勤 · 环境 · 小程序',
    tone: 'rest',
    due: '11-23 周一',
  },
] as const

export type SampleCase = (typeof SAMPLE_CASES)[number]

interface SampleCasesProps {
  label: string
  cases: readonly SampleCase[]
  current: SampleCase['key']
  onOpen: (key: SampleCase['key']) => void
}

/** Rows of a desk: overdue, due today, due later. */
export const SampleCases = ({ label, cases, current, onOpen }: SampleCasesProps) => (
  <List label={label}>
    {cases.map(({ key, title, detail, tone, due }) => (
      <Item
        key={key}
        title={title}
        detail={detail}
        end={<Status tone={tone}>{due}</Status>}
        endLabel={due}
        current={key === current}
        onTap={() => onOpen(key)}
      />
    ))}
  </List>
)
