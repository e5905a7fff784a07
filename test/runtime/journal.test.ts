import { failureOf } from '#runtime/journal'
import { describe, expect, it } from 'vitest'

const thrown = (message: string) => {
  const error = new Error(message)
  return error
}

describe('the journal of a failure', () => {
  it('says where it happened', () => {
    const { name, frames } = failureOf(thrown('x'))
    expect(name).toBe('Error')
    expect(frames[0]).toMatch(/^at thrown \(journal\.test\.ts:\d+:\d+\)$/)
  })

  it.each(['他说：\n    at 张三 (电话13800000001:1:1)', 'at 张三 电话13800000001:1:1', 'x\n    at liu (liu.ts:1:1)\n'])(
    'keeps what a person wrote out of it, also in the shape of a frame: %j',
    (message) => {
      expect(JSON.stringify(failureOf(thrown(message)))).not.toMatch(/张三|13800000001|liu/)
    },
  )

  it('survives what is no error', () => {
    expect(failureOf('a sentence of a patient')).toEqual({ name: 'string', errCode: null, frames: [] })
    expect(failureOf({ errCode: -502005, errMsg: 'x' })).toEqual({ name: 'object', errCode: -502005, frames: [] })
  })
})
