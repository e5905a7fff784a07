import * as v from 'valibot'
import { Form } from '../question.model'
import type { Rater } from '../survey.model'
import { peerSet, staffSet, supervisorSet } from './colleagues.sets'
import { followUpSet, inpatientSet, outpatientSet } from './patients.sets'
import type { WrittenForm } from './ready.parts'

const sets: Record<Rater, WrittenForm> = {
  outpatient: outpatientSet,
  inpatient: inpatientSet,
  follow_up: followUpSet,
  peer: peerSet,
  supervisor: supervisorSet,
  staff: staffSet,
}

/** A questionnaire to begin with for these raters, in words of this project; the office changes it as it likes. */
export const readySet = (rater: Rater): Form => v.parse(Form, sets[rater])
