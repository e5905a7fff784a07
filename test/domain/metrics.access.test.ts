import { Role } from '#domain/actor'
import { countsForImport, recountsRates, readsRates } from '#domain/metrics/metrics.access'
import { describe, expect, it } from 'vitest'
import { aMember, aVisitor } from '../builders/complaint.builder'

const questions = { readsRates, countsForImport, recountsRates }
type Question = keyof typeof questions

describe('who may do what with the complaint rates', () => {
  const table: Record<Role, Question[]> = {
    administrator: ['countsForImport', 'recountsRates'],
    complaint_officer: ['readsRates', 'countsForImport'],
    case_handler: [],
    leader: ['readsRates', 'countsForImport'],
    survey_officer: [],
    follow_up: [],
    supervisor: [],
    editor: [],
    department_head: [],
    publicity: [],
    discipline: [],
  }
  const every = (Object.keys(questions) as Question[]).flatMap((question) =>
    Role.options.map((role) => [question, role] as const),
  )

  it.each(every)('%s: %s', (question, role) => {
    expect(questions[question](aMember(role))).toBe(table[role].includes(question) ? 'jinqing-peoples' : null)
  })

  it.each(Object.keys(questions) as Question[])('nobody without a role, and no visitor: %s', (question) => {
    expect(questions[question](aMember())).toBeNull()
    expect(questions[question](aVisitor)).toBeNull()
  })

  it('holds for the one of several roles that opens it', () => {
    expect(readsRates(aMember('case_handler', 'leader'))).toBe('jinqing-peoples')
    expect(recountsRates(aMember('leader', 'administrator'))).toBe('jinqing-peoples')
  })
})
