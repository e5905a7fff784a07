import type { Form, Question, QuestionId } from '#domain/survey/question.model'
import { readySet } from '#domain/survey/ready/ready.sets'
import { changedScales, compareForms, isSameForm } from '#domain/survey/version.rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const form = readySet('outpatient')
const place = (id: string) => form.questions.findIndex((question) => question.id === id)

/** The form with one question made over. */
const withQuestion = (id: string, change: (question: Question) => Question): Form => ({
  ...form,
  questions: form.questions.map((question) => (question.id === id ? change(question) : question)),
})

type Choosing = Extract<Question, { kind: 'single' | 'scale' }>
const withOptions = (id: string, change: (options: Choosing['options']) => Choosing['options']) =>
  withQuestion(id, (question) => ({ ...(question as Choosing), options: change((question as Choosing).options) }))

describe('what a question is called', () => {
  it('may change from version to version, and so may where it leads and whether it must be answered', () => {
    const draft = withQuestion('qsigns', (question) => ({
      ...(question as Choosing),
      text: '指示牌好认吗？',
      required: true,
      next: 'end',
      floor: 80,
    }))
    expect(changedScales(draft, [form])).toEqual([])
    const words = withOptions('qgift', (options) => options.map((option) => ({ ...option, text: `${option.text}。` })))
    expect(changedScales(words, [form])).toEqual([])
  })
})

describe('what its answers mean', () => {
  it.each<[string, string, Form]>([
    ['another scale', 'qsigns', withQuestion('qsigns', (one) => ({ ...one, scale: 'S4' }) as Question)],
    ['no 不适用', 'qsigns', withOptions('qsigns', (options) => options.slice(0, 4))],
    ['another score', 'qgift', withOptions('qgift', ([first, ...rest]) => [{ ...first!, score: 100 }, ...rest])],
    ['an option taken out', 'qgift', withOptions('qgift', (options) => options.slice(1))],
    ['another kind', 'qwords', withQuestion('qwords', () => ({ ...form.questions[0]!, id: 'qwords' as QuestionId }))],
  ])('may not become %s under the same id', (_, id, draft) => {
    expect(changedScales(draft, [form])).toEqual([place(id)])
  })

  it('may not change either where the version before did not ask it', () => {
    const without = { ...form, questions: form.questions.filter(({ id }) => id !== 'qsigns') }
    const draft = withQuestion('qsigns', (one) => ({ ...one, scale: 'S4' }) as Question)
    expect(changedScales(draft, [without, form])).toEqual([place('qsigns')])
    expect(changedScales(draft, [without])).toEqual([])
  })

  it('is the same in whatever order its options stand', () => {
    expect(
      changedScales(
        withOptions('qgift', (options) => [...options].reverse()),
        [form],
      ),
    ).toEqual([])
  })
})

describe('two forms', () => {
  it('are the same in whatever order their fields were written', () => {
    const turned = JSON.parse(JSON.stringify(form), (_, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as Form
    expect(isSameForm(form, turned)).toBe(true)
    expect(
      isSameForm(
        form,
        withQuestion('qwords', (one) => ({ ...one, text: '还有吗？' })),
      ),
    ).toBe(false)
  })
})

const NOTHING = { added: [], removed: [], reworded: [], moved: [], rebranched: [], adjusted: [], about: [] }

describe('comparing a draft with the version before', () => {
  it('finds nothing between equals', () => {
    expect(compareForms(form, form)).toEqual(NOTHING)
  })

  it('finds what was added and what was taken out', () => {
    const [first, ...rest] = form.questions
    expect(compareForms({ ...form, questions: rest }, form)).toEqual({ ...NOTHING, added: [first?.id] })
    expect(compareForms(form, { ...form, questions: rest })).toEqual({ ...NOTHING, removed: [first?.id] })
  })

  it('finds other words, of a question and of an answer', () => {
    expect(
      compareForms(
        form,
        withQuestion('qsigns', (one) => ({ ...one, hint: '看一看' })),
      ),
    ).toEqual({
      ...NOTHING,
      reworded: ['qsigns'],
    })
    const answers = withOptions('qgift', ([first, ...rest]) => [{ ...first!, text: '没有过' }, ...rest])
    expect(compareForms(form, answers)).toEqual({ ...NOTHING, reworded: ['qgift'] })
  })

  it('finds what leads elsewhere, and what else was set', () => {
    const jump = withOptions('qgift', ([first, ...rest]) => [{ ...first!, next: 'end' }, ...rest])
    expect(compareForms(form, jump)).toEqual({ ...NOTHING, rebranched: ['qgift'] })
    expect(
      compareForms(
        form,
        withQuestion('qsigns', (one) => ({ ...one, floor: 70 }) as Question),
      ),
    ).toEqual({
      ...NOTHING,
      adjusted: ['qsigns'],
    })
    expect(compareForms(form, { ...form, title: '门诊评价', overall: null })).toEqual({
      ...NOTHING,
      about: ['title', 'overall'],
    })
  })

  it('finds the one question that was moved, however far', () => {
    fc.assert(
      fc.property(fc.nat(form.questions.length - 1), fc.nat(form.questions.length - 1), (from, to) => {
        const questions = [...form.questions]
        const [taken] = questions.splice(from, 1)
        questions.splice(to, 0, taken!)
        const { moved } = compareForms(form, { ...form, questions })
        if (from === to) expect(moved).toEqual([])
        // Of two neighbours that changed places either may be called the moved one.
        else if (Math.abs(from - to) === 1) expect(moved).toHaveLength(1)
        else expect(moved).toEqual([taken?.id])
      }),
    )
  })

  it('leaves the old order where what was moved is looked away from', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...form.questions], { minLength: form.questions.length }), (questions) => {
        const moved = new Set(compareForms(form, { ...form, questions }).moved)
        const stayed = questions.filter(({ id }) => !moved.has(id)).map(({ id }) => place(id))
        expect(stayed).toEqual([...stayed].sort((left, right) => left - right))
      }),
    )
  })
})
