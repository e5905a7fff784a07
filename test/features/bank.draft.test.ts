import { unfinishedIn } from '#domain/integrity/question.finished'
import { OptionId, QuestionContent } from '#domain/integrity/question.model'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  addOption,
  addPart,
  blankQuestion,
  canRemovePart,
  changePart,
  contentOf,
  draftOf,
  isSameContent,
  markRight,
  movePart,
  overlongIn,
  type QuestionDraft,
  removeOption,
  removePart,
  setKind,
} from '../../src/features/bank/question.draft'

/** Draws that never repeat. */
const counting = () => {
  let drawn = 0
  return () => {
    drawn += 1
    return (drawn * 0.618_034) % 1
  }
}
const optionId = (id: string) => v.parse(OptionId, id)

const REFERRAL = v.parse(QuestionContent, {
  kind: 'single',
  topic: 'rule6',
  difficulty: 2,
  evidence: 'V',
  stem: '推荐病人去某诊所并收感谢费，违反哪一条？',
  options: [
    { id: 'a', text: '第二条' },
    { id: 'b', text: '第六条' },
  ],
  key: ['b'],
  fixedOrder: true,
  point: '',
  explanation: '钱是为介绍病人给的。',
  practice: '',
  rule: { document: '九项准则', article: '第六条' },
})

const written = (): QuestionDraft => draftOf(REFERRAL, counting())
const kinds = QuestionContent.options.map((option) => option.entries.kind.literal)

describe('a question while it is written', () => {
  it('is what it was before it was opened', () => {
    expect(contentOf(written())).toEqual(REFERRAL)
    expect(isSameContent(written(), REFERRAL)).toBe(true)
  })

  it('is the same with spaces at the ends, which nobody keeps', () => {
    expect(isSameContent(changePart(written(), 0, { point: '  ' }), REFERRAL)).toBe(true)
    expect(isSameContent(changePart(written(), 0, { point: '看钱' }), REFERRAL)).toBe(false)
  })

  it('fits the model whichever kinds it goes through, and comes back with what was written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 6 }), (ways) => {
        const random = counting()
        const led = [...ways, 'single' as const].reduce((draft, kind) => setKind(draft, kind, random), written())
        expect(v.is(QuestionContent, contentOf(led))).toBe(true)
        expect(isSameContent(led, REFERRAL)).toBe(true)
      }),
    )
  })

  it('begins with nothing that could be sent to a second person', () => {
    for (const kind of kinds) {
      const blank = blankQuestion({ kind, topic: 'rules', evidence: 'M' }, counting())
      expect(v.is(QuestionContent, contentOf(blank))).toBe(true)
      expect(unfinishedIn(contentOf(blank))).not.toEqual([])
    }
  })

  it('names where more is written than the bank takes', () => {
    const draft = changePart(written(), 0, { point: '一'.repeat(25) })
    expect(overlongIn(draft)).toEqual(['point'])
    expect(isSameContent(draft, REFERRAL)).toBe(false)
  })
})

describe('its options', () => {
  it('are one that is right in a single choice, and any number in a multiple one', () => {
    const [part] = written().parts
    if (!part) throw new Error('no part')
    expect(markRight(part, optionId('a'))).toEqual({ key: ['a'] })
    expect(markRight({ ...part, kind: 'multiple' }, optionId('a'))).toEqual({ key: ['b', 'a'] })
    expect(markRight({ ...part, kind: 'multiple' }, optionId('b'))).toEqual({ key: [] })
  })

  it('are not right any more once they are gone, and never come back under an old name', () => {
    const random = counting()
    const [part] = written().parts
    if (!part) throw new Error('no part')
    const without = { ...part, ...removeOption(part, optionId('b')) }
    expect(without.key).toEqual([])
    const grown = { ...without, ...addOption(without, random) }
    expect(grown.options.map(({ id }) => id)).not.toContain('b')
  })
})

describe('a case', () => {
  it('keeps at least two questions, each under a name of its own', () => {
    const random = counting()
    const two = setKind(written(), 'case', random)
    expect(two.parts.map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect(canRemovePart(two)).toBe(false)
    const moved = movePart(addPart(two, random), 0, 1)
    expect(moved.parts.map(({ id }) => id)).toEqual(['p2', 'p1', 'p3'])
    expect(addPart(removePart(moved, 0), random).parts.map(({ id }) => id)).toEqual(['p1', 'p3', 'p4'])
  })
})
