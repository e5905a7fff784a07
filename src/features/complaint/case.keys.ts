import type { Act } from '#domain/complaint/case.contract'
import { actKeys, actNames } from './case.words'

export interface DeskKey {
  readonly keys: string[]
  readonly name: string
}

const WALK: DeskKey = { keys: ['J', 'K'], name: '下一件、上一件' }
const ALL: DeskKey = { keys: ['?'], name: '全部快捷键' }

const keyOf = (act: Act): DeskKey => ({ keys: [actKeys[act].toUpperCase()], name: actNames[act] })

/** Printed at the bottom of a wide screen: what can be done now. */
export const keysFor = (acts: readonly Act[], writing: boolean): DeskKey[] =>
  writing
    ? [
        { keys: ['Ctrl', 'Enter'], name: '送出' },
        { keys: ['Esc'], name: '先放着，写的还在' },
      ]
    : [WALK, ...acts.map(keyOf), ALL]

/** All there are, whether they can be used now or not. */
export const allKeys: readonly DeskKey[] = [
  WALK,
  ...(Object.keys(actKeys) as Act[]).map(keyOf),
  { keys: ['/'], name: '找一件' },
  { keys: ['U'], name: '刷新列表' },
  { keys: ['Ctrl 或 ⌘', 'Enter'], name: '送出正在写的' },
  { keys: ['Esc'], name: '离开正在写的，写的还在' },
]
