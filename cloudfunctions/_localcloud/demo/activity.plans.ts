import { createHash } from 'node:crypto'
import type { Plan } from '#domain/culture/activity.model'
import type * as v from 'valibot'
import type { StoryActivity } from './activities.story'

export type StoryPlan = Omit<StoryActivity, 'daysAgo' | 'outcome'>

const WARD = '03.01'

/** The same id for the same words, whenever they are told. */
export const idOf = (text: string) => createHash('sha256').update(`activity ${text}`).digest('hex').slice(0, 32)

export const planOf = ({ hours, ...told }: StoryPlan, day: string): v.InferInput<typeof Plan> => ({
  place: '',
  speaker: '',
  topic: '',
  series: null,
  expected: null,
  ...told,
  day,
  from: hours?.[0] ?? null,
  until: hours?.[1] ?? null,
})

/** By the ward's writer, or the publicity officer for everybody else. */
export const tellerOf = ({ departmentId }: Pick<StoryPlan, 'departmentId'>) =>
  departmentId === WARD ? 'editor' : 'publicist'
