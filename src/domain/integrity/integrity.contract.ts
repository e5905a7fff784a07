import { defineContract } from '../contract'
import { pledgeActions } from './pledge.contract'

export const integrityContract = defineContract({ name: 'integrity', actions: { ...pledgeActions } })
