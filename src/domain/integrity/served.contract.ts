import { defineContract } from '../contract'
import { integrityContract } from './integrity.contract'
import { quizContract } from './quiz.contract'

/** Everything the function answers. Phones take one of the two: what signs a pledge carries no exams. */
export const servedContract = defineContract({
  name: 'integrity',
  actions: { ...integrityContract.actions, ...quizContract.actions },
})
