import { defineContract } from '../contract'
import { caseActions } from './case.contract'
import { filingActions } from './filing.contract'
import { mineActions } from './mine.contract'
import { photoActions } from './photo.contract'
import { progressActions } from './progress.contract'

export const complaintContract = defineContract({
  name: 'complaint',
  actions: { ...filingActions, ...photoActions, ...progressActions, ...mineActions, ...caseActions },
})
