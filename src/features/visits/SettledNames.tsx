import type { DepartmentId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Item, List } from '../../ui/List'
import type { VisitWays } from './use-visit-mapping'

interface SettledNamesProps {
  ways: VisitWays
  names: ReadonlyMap<DepartmentId, string>
  onForget: (name: string) => void
}

/** Names that were settled before, each to be forgotten where it was wrong (记住的科室名). */
export const SettledNames = ({ ways, names, onForget }: SettledNamesProps) => {
  const [shown, setShown] = useState(false)
  if (ways.departments.length === 0) return null
  return (
    <View className="gap-5">
      <Head
        aside={
          <LinkText role="button" onTap={() => setShown(!shown)}>
            {shown ? '收起' : `看 ${ways.departments.length} 个`}
          </LinkText>
        }
      >
        记住的科室名
      </Head>
      {shown ? (
        <List label="记住的科室名">
          {ways.departments.map(({ name, departmentId }) => (
            <Item
              key={name}
              title={name}
              detail={departmentId === null ? '这样的行不要' : `归到${names.get(departmentId) ?? departmentId}`}
              end="忘掉"
              onTap={() => onForget(name)}
            />
          ))}
        </List>
      ) : null}
    </View>
  )
}
