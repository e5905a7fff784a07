import { StaffId } from '#domain/ids'
import * as v from 'valibot'
import { staff } from './busy-monday.story'

/** Under which number of the roster a persona works here. */
export const staffIdOf = (persona: string): StaffId =>
  v.parse(StaffId, staff.find((one) => one.persona === persona)?.staffId)
