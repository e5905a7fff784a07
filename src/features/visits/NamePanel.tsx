import type { DepartmentId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Lookup, optionNamed } from '../../ui/Lookup'
import { SidePanel } from '../../ui/SidePanel'
import type { VisitWays } from './use-visit-mapping'

interface NamePanelProps {
  name: string
  known: VisitWays['known']
  onChoose: (departmentId: DepartmentId) => void
  onClose: () => void
}

/** Which department a name in the file means. */
export const NamePanel = ({ name, known, onChoose, onClose }: NamePanelProps) => {
  const [typed, setTyped] = useState('')
  const wanted = optionNamed(
    known.filter(({ retired }) => !retired),
    typed,
  )
  return (
    <SidePanel title={`“${name}”归到哪个科室`} onClose={onClose}>
      <Lookup label="科室" aside="写名称或编号" offer="是哪个科室" options={known} typed={typed} onTyped={setTyped} />
      <View className="gap-4">
        <Button
          wide
          disabledBecause={wanted ? undefined : '先选一个科室'}
          onTap={() => {
            if (wanted) onChoose(wanted)
          }}
        >
          归到这里，记住
        </Button>
      </View>
    </SidePanel>
  )
}
