import { complaintContract } from '#domain/complaint/complaint.contract'
import type { ContractDefinition } from '#domain/contract'
import { cultureContract } from '#domain/culture/culture.contract'
import { isErrorCode, sentences } from '#domain/errors'
import { hospitalContract } from '#domain/hospital/hospital.contract'
import { integrityContract } from '#domain/integrity/integrity.contract'
import { quizContract } from '#domain/integrity/quiz.contract'
import { surveyContract } from '#domain/survey/survey.contract'
import { describe, expect, it } from 'vitest'

const contracts: ContractDefinition[] = [
  complaintContract,
  cultureContract,
  hospitalContract,
  integrityContract,
  quizContract,
  surveyContract,
]
const system = /^(input|action|auth|data|system|network)\.|^session\.(expired|wechat_only)$/

describe('error sentences', () => {
  it.each(Object.entries(sentences))('%s is a Chinese sentence that says what to do', (_, sentence) => {
    expect(sentence).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(sentence).toMatch(/请|再|等|换|打开|不用/)
    expect(sentence).not.toMatch(/错误|失败|非法|异常/)
  })

  it('are each used by a contract or by the system', () => {
    const declared = new Set(contracts.flatMap(({ actions }) => Object.values(actions).flatMap(({ errors }) => errors)))
    const idle = Object.keys(sentences).filter((code) => !system.test(code) && isErrorCode(code) && !declared.has(code))
    expect(idle).toEqual([])
  })
})
