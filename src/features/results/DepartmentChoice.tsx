import type { DepartmentId } from '#domain/ids'
import type { Results } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { Item, List } from '../../ui/List'
import { SidePanel } from '../../ui/SidePanel'
import { wholeMeasure } from './dimension.measure'
import { hiddenInWords, measuredIn, unitOf, valueInWords } from './figure.words'
import { noDepartmentsBecause } from './result.words'

interface DepartmentChoiceProps {
  results: Results
  onDepartment: (id: DepartmentId) => void
  onClose: () => void
}

/** The departments in the hospital's own order, or why there are none. */
export const DepartmentChoice = ({ results, onDepartment, onClose }: DepartmentChoiceProps) => {
  const because = noDepartmentsBecause(results)
  const measure = wholeMeasure(results)
  const figureOf = ({ cell }: Results['departments'][number]): string => {
    if (cell.state !== 'shown') return hiddenInWords(cell)
    const { value } = measuredIn(cell.figure, measure)
    return value === null ? '没有人答' : `${valueInWords(value)}${unitOf[measure]}`
  }
  return (
    <SidePanel title="看哪个科室" onClose={onClose}>
      {because ? <View className="t4 c2">{because}</View> : null}
      {because ? null : (
        <List label="科室">
          {results.departments.map((department) => (
            <Item
              key={department.id}
              title={department.name}
              end={figureOf(department)}
              onTap={department.cell.state === 'shown' ? () => onDepartment(department.id) : undefined}
            />
          ))}
        </List>
      )}
    </SidePanel>
  )
}
