import { FollowUp } from '#domain/survey/followup.model'
import * as v from 'valibot'
import { documents } from '../documents'

export const followUpRecords = () => documents('follow_ups', FollowUp)

const COUNTED = ['departmentId', 'dueOn', 'outcome', 'doneOn'] as const
const Counted = v.pick(FollowUp, ['id', 'rev', ...COUNTED])

/** What the rates are made of, and nobody's name. */
export const countedRecords = () => documents('follow_ups', Counted, ({ id }) => id, ['id', 'rev', ...COUNTED])
