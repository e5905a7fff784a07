import { View } from '@tarojs/components'
import { Item, List } from './List'
import { TextField } from './TextField'

export interface LookupOption<Id extends string> {
  id: Id
  name: string
  /** Known by name where it was chosen before, and not offered any more. */
  retired?: boolean
}

interface LookupProps<Id extends string> {
  label: string
  aside?: string
  /** Names what is offered: 「是哪个科室」. */
  offer: string
  options: readonly LookupOption<Id>[]
  typed: string
  error?: string
  onTyped: (text: string) => void
}

const OFFERED = 5

/** The option that a text names, by name or code. */
export const optionNamed = <Id extends string>(options: readonly LookupOption<Id>[], typed: string): Id | null => {
  const wanted = typed.trim()
  return options.find(({ id, name }) => name === wanted || id === wanted.toUpperCase())?.id ?? null
}

/** One of many, typed and completed: too many for a list of choices. */
export const Lookup = <Id extends string>({ label, aside, offer, options, typed, error, onTyped }: LookupProps<Id>) => {
  const found = options.filter(({ id, name, retired }) => !retired && `${id} ${name}`.includes(typed.trim()))
  const offered = optionNamed(options, typed) ? [] : found.slice(0, OFFERED)
  return (
    <View>
      <TextField
        label={label}
        aside={aside}
        value={typed}
        placeholder="写几个字，下面会列出来"
        error={error}
        maxlength={40}
        onInput={onTyped}
      />
      {offered.length > 0 ? (
        <List label={offer}>
          {offered.map(({ id, name }) => (
            <Item key={id} title={name} end={id} onTap={() => onTyped(name)} />
          ))}
        </List>
      ) : null}
    </View>
  )
}
