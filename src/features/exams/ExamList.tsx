import type { ExamId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { ExamRow } from '#domain/integrity/office.contract'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Status } from '../../ui/Status'
import { examsHeadline, PHASES, phaseNames, phaseTone, rowDetail } from './exam.words'

interface ExamListProps {
  rows: readonly ExamRow[]
  now: Instant
  /** A new one was left unfinished on this device. */
  hasUnfinished: boolean
  onOpen: (id: ExamId) => void
  onNew: () => void
  onGroups: () => void
  onRecords: () => void
}

/** Every exam by where it stands, what is under way first. */
export const ExamList = ({ rows, now, hasUnfinished, onOpen, onNew, onGroups, onRecords }: ExamListProps) => (
  <View>
    <View className="exam-head">
      <Lead hint="按主题、题型、难度抽题，每个人的卷不一样，一样难。">{examsHeadline(rows)}</Lead>
      <View className="exam-acts">
        <Button icon="pen" onTap={onNew}>
          {hasUnfinished ? '接着安排没存的一场' : '安排一场考试'}
        </Button>
        <Button kind="quiet" onTap={onGroups}>
          重点人群
        </Button>
        <Button kind="quiet" onTap={onRecords}>
          学习档案
        </Button>
      </View>
    </View>
    {rows.length === 0 ? (
      <Empty title="还没有安排过考试" hint="任前廉政考试、季度考试、新职工考试，都从“安排一场考试”开始。" />
    ) : (
      PHASES.map((phase) => {
        const own = rows.filter((row) => row.phase === phase)
        return own.length === 0 ? null : (
          <View key={phase} className="gap-5">
            <Head>{`${phaseNames[phase]} ${own.length}`}</Head>
            <List label={phaseNames[phase]}>
              {own.map((row) => (
                <Item
                  key={row.id}
                  title={row.title}
                  detail={rowDetail(row, now)}
                  end={<Status tone={phaseTone[phase]}>{phaseNames[phase]}</Status>}
                  endLabel={phaseNames[phase]}
                  onTap={() => onOpen(row.id)}
                />
              ))}
            </List>
          </View>
        )
      })
    )}
  </View>
)
