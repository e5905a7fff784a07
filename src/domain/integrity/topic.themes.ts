import type { Category } from '../complaint/category'
import type { Topic } from './question.topics'

/**
 * Which complaints are about the same matter: shown beside a weak topic, which says nothing of what causes what. None: no
 * complaint is sorted under it, or it belongs to the discipline office.
 */
export const themesOf: Record<Topic, readonly Category[]> = {
  rule1: ['L'],
  rule2: ['E'],
  rule3: ['B'],
  rule4: [],
  rule5: ['H'],
  rule6: ['I'],
  rule7: ['F', 'I'],
  rule8: [],
  rule9: [],
  rules: [],
  complaints: ['A'],
  disputes: ['D', 'K'],
  reports: [],
  disclosure: ['E', 'F'],
  purchasing: ['L'],
  gifts: [],
  privacy: ['H'],
  conduct: ['A', 'G'],
}
