import { Role, type Actor } from '#domain/actor'
import { HospitalId, StaffId } from '#domain/ids'
import { followsUp, readsResults, reviewsPraise, runsSurveys, supervises } from '#domain/survey/survey.access'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

const questions = { runsSurveys, readsResults, followsUp, reviewsPraise, supervises }

const aMember = (...roles: Role[]): Actor => ({
  openid: '',
  staff: {
    id: v.parse(StaffId, 'S1'),
    hospitalId: v.parse(HospitalId, 'jinqing-peoples'),
    departmentId: null,
    name: '某人',
    roles,
  },
})

describe('who may what with surveys', () => {
  it('is one table of roles and questions', () => {
    const allowed = Object.fromEntries(
      Role.options.map((role) => [
        role,
        Object.entries(questions).flatMap(([name, ask]) => (ask(aMember(role)) === null ? [] : [name])),
      ]),
    )
    expect(allowed).toEqual({
      administrator: [],
      complaint_officer: [],
      case_handler: [],
      leader: ['readsResults'],
      survey_officer: ['runsSurveys', 'readsResults', 'followsUp', 'reviewsPraise'],
      follow_up: ['followsUp'],
      supervisor: ['supervises'],
      editor: [],
      department_head: [],
      publicity: [],
      discipline: [],
    })
  })

  it('is nothing for who has no role, or is not known', () => {
    for (const ask of Object.values(questions)) {
      expect(ask(aMember())).toBeNull()
      expect(ask({ openid: 'o', staff: null })).toBeNull()
    }
  })
})
