import type { DepartmentId, StaffId } from '#domain/ids'
import type { SupervisorRow } from '#domain/survey/supervision.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '../../ui/Chip'
import { Lead } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { DutiesDone } from './DutiesDone'
import { RatingsGiven } from './RatingsGiven'
import { SupervisorPanel } from './SupervisorPanel'
import { SupervisorTable } from './SupervisorTable'
import { supervisorsInWords } from './supervision.words'
import './supervision.css'

interface SupervisorBoardProps {
  rows: readonly SupervisorRow[]
  onChanged: () => void
}

type Part =
  | { show: 'people' }
  | { show: 'duties'; of: { staffId: StaffId; name: string } | null }
  | { show: 'ratings'; about: { departmentId: DepartmentId; name: string } | null }

/** The supervisors of conduct (行风监督员): who is appointed, what they did, what they found. */
export const SupervisorBoard = ({ rows, onChanged }: SupervisorBoardProps) => {
  const [part, setPart] = useState<Part>({ show: 'people' })
  const [open, setOpen] = useState<StaffId | null>(null)
  const supervisor = rows.find(({ staffId }) => staffId === open)
  return (
    <View>
      <Lead hint="评议和履职只认聘期里的；科里看得到内容，看不到是哪一位。">{supervisorsInWords(rows)}</Lead>
      <View className="supervision-parts" {...semantics({ role: 'group', label: '看什么' })}>
        <Chip pressed={part.show === 'people'} onTap={() => setPart({ show: 'people' })}>
          监督员
        </Chip>
        <Chip pressed={part.show === 'duties'} onTap={() => setPart({ show: 'duties', of: null })}>
          履职记录
        </Chip>
        <Chip pressed={part.show === 'ratings'} onTap={() => setPart({ show: 'ratings', about: null })}>
          评议
        </Chip>
      </View>
      <View className="gap-3">
        {part.show === 'people' ? (
          <SupervisorTable rows={rows} onOpen={({ staffId }) => setOpen(staffId)} />
        ) : part.show === 'duties' ? (
          <DutiesDone of={part.of} onAll={() => setPart({ show: 'duties', of: null })} />
        ) : (
          <RatingsGiven about={part.about} onAbout={(about) => setPart({ show: 'ratings', about })} />
        )}
      </View>
      {supervisor ? (
        <SupervisorPanel
          key={supervisor.staffId}
          supervisor={supervisor}
          onDuties={() => {
            setOpen(null)
            setPart({ show: 'duties', of: { staffId: supervisor.staffId, name: supervisor.name } })
          }}
          onChanged={onChanged}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </View>
  )
}
