import type { DepartmentId } from '#domain/ids'
import { View } from '@tarojs/components'
import { Item, List } from '../../ui/List'
import { TextField } from '../../ui/TextField'
import type { People } from './use-people'

interface DepartmentFieldProps {
  departments: People['departments']
  typed: string
  error?: string
  onTyped: (text: string) => void
}

const OFFERED = 5

/** The department that a text names, by name or code; null for none, undefined when there is no such one. */
export const departmentNamed = (departments: People['departments'], typed: string): DepartmentId | null | undefined => {
  const wanted = typed.trim()
  if (wanted === '') return null
  return departments.find(({ id, name }) => name === wanted || id === wanted.toUpperCase())?.id
}

/** A department, typed and completed: a hospital has too many for a list of choices. */
export const DepartmentField = ({ departments, typed, error, onTyped }: DepartmentFieldProps) => {
  const isNamed = departmentNamed(departments, typed) !== undefined
  const offered = isNamed
    ? []
    : departments.filter(({ id, name, retired }) => !retired && `${id} ${name}`.includes(typed.trim()))
  return (
    <View>
      <TextField
        label="科室"
        aside="可以空着"
        value={typed}
        placeholder="写几个字，下面会列出来"
        error={error}
        maxlength={40}
        onInput={onTyped}
      />
      {offered.length > 0 ? (
        <List label="是哪个科室">
          {offered.slice(0, OFFERED).map(({ id, name }) => (
            <Item key={id} title={name} end={id} onTap={() => onTyped(name)} />
          ))}
        </List>
      ) : null}
    </View>
  )
}
