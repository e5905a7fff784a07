import type { Person } from '#domain/hospital/staff.contract'
import type { DepartmentId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Empty } from '../../ui/Empty'
import { Item, List } from '../../ui/List'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { TextField } from '../../ui/TextField'
import { countByPresence, findPeople, type Presence, presenceNames } from './people.filter'
import { rolesInWords, stateInWords } from './staff.words'
import './PeopleList.css'

interface PeopleListProps {
  people: readonly Person[]
  departments: ReadonlyMap<DepartmentId, string>
  now: Instant
  current: string | null
  onOpen: (person: Person) => void
}

const SHOWN_AT_ONCE = 100

/** Everybody on the roster by number, to search in and to open. */
export const PeopleList = ({ people, departments, now, current, onOpen }: PeopleListProps) => {
  const [typed, setTyped] = useState('')
  const [presence, setPresence] = useState<Presence>('all')
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  const counts = countByPresence(people, now)
  const found = findPeople(people, { typed, presence }, departments, now)
  return (
    <>
      <TextField label="找人" value={typed} placeholder="工号、姓名、科室或角色" maxlength={40} onInput={setTyped} />
      <View className="people-chips gap-3" {...semantics({ role: 'group', label: '按在不在岗看' })}>
        {(Object.keys(presenceNames) as Presence[])
          .filter((one) => one === 'all' || counts[one] > 0)
          .map((one) => (
            <Tappable
              key={one}
              className={classNames('people-chip', one === presence && 'is-selected')}
              pressed={one === presence}
              label={`${presenceNames[one]} ${counts[one]}`}
              onTap={() => setPresence(one)}
            >
              {`${presenceNames[one]} ${counts[one]}`}
            </Tappable>
          ))}
      </View>
      {found.length === 0 ? (
        <Empty title="没有找到这样的人" hint="换个词找，或者看“全部”。" />
      ) : (
        <List label="职工">
          {found.slice(0, shown).map((person) => (
            <Item
              key={person.id}
              title={person.name}
              detail={[
                person.number,
                person.departmentId && (departments.get(person.departmentId) ?? person.departmentId),
                rolesInWords(person.roles),
              ]
                .filter(Boolean)
                .join(' · ')}
              end={stateInWords(person, now)}
              current={person.id === current}
              onTap={() => onOpen(person)}
            />
          ))}
        </List>
      )}
      {found.length > shown ? (
        <Button kind="quiet" wide onTap={() => setShown(shown + SHOWN_AT_ONCE)}>
          {`看后面的，共 ${found.length} 人`}
        </Button>
      ) : null}
    </>
  )
}
