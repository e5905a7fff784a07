import { checkForm } from '#domain/survey/form.checker'
import {
  type DimensionId,
  Form,
  type OptionId,
  type Question,
  QUESTIONS_MOST,
  type QuestionId,
} from '#domain/survey/question.model'
import { readySet } from '#domain/survey/ready/ready.sets'
import { Rater } from '#domain/survey/survey.model'
import { changedScales, isSameForm } from '#domain/survey/version.rules'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { begin, edit, redo, undo, UNDO_STEPS } from '../../src/ui/edit.history'
import { blankForm } from '../../src/features/questionnaires/blank.form'
import {
  addDimension,
  addOption,
  addQuestion,
  asNewQuestion,
  changeOption,
  duplicateQuestion,
  hasOptions,
  moveOption,
  moveQuestion,
  type NewKind,
  newQuestion,
  offerNa,
  removeDimension,
  removeOption,
  removeQuestion,
  renameDimension,
  setConcernAt,
  setDimension,
  setFloor,
  setNext,
  setOverall,
  setRequired,
  setScale,
  writeEnds,
  writeHint,
  writeOpening,
  writeQuestion,
  writeTitle,
} from '../../src/features/questionnaires/form.edit'
import { gapsIn } from '../../src/features/questionnaires/form.gaps'
import { freshDimensionId, freshOptionId, freshQuestionId } from '../../src/features/questionnaires/form.ids'
import { mendsFor } from '../../src/features/questionnaires/form.mends'
import { railOf } from '../../src/features/questionnaires/form.rail'

const q = (id: string) => id as QuestionId
const o = (id: string) => id as OptionId

/** Were you in pain? Those who were not go on to the third question. */
const aForm = (): Form =>
  v.parse(Form, {
    title: '住院满意度',
    opening: null,
    dimensions: [{ id: 'pain', name: '疼痛管理' }],
    overall: 'qlast',
    questions: [
      {
        ...newQuestion('single', q('qpain')),
        kind: 'single',
        dimension: null,
        floor: null,
        text: '住院时疼过吗？',
        required: false,
        options: [
          { id: 'yes', text: '疼过', score: null, na: false, concern: null, next: null },
          { id: 'no', text: '没疼过', score: null, na: false, concern: null, next: 'qlast' },
        ],
      },
      { ...newQuestion('S4', q('qhelp')), text: '疼的时候，有人管吗？', dimension: 'pain', next: null },
      { ...newQuestion('D4', q('qlast')), text: '总的来说，您满意吗？' },
    ],
  })

const questionIn = (form: Form, id: string): Question => {
  const found = form.questions.find((question) => question.id === id)
  if (!found) throw new Error(`${id} is not there`)
  return found
}

const idsOf = (form: Form) => form.questions.map(({ id }) => id)

describe('editing a questionnaire', () => {
  it('adds a question after the one it is told, and at the head for none', () => {
    const added = newQuestion('text', q('qnew'))
    expect(idsOf(addQuestion(aForm(), added, q('qpain')))).toEqual(['qpain', 'qnew', 'qhelp', 'qlast'])
    expect(idsOf(addQuestion(aForm(), added, null))).toEqual(['qnew', 'qpain', 'qhelp', 'qlast'])
  })

  it('adds nothing to a full one', () => {
    let form = aForm()
    for (let n = form.questions.length; n < QUESTIONS_MOST; n += 1) {
      form = addQuestion(form, newQuestion('text', q(`q${n}`)), q('qpain'))
    }
    expect(form.questions).toHaveLength(QUESTIONS_MOST)
    expect(addQuestion(form, newQuestion('text', q('qover')), null)).toBe(form)
  })

  it('copies a question right after itself, under an id of its own', () => {
    const form = duplicateQuestion(aForm(), q('qhelp'), q('qcopy'))
    expect(idsOf(form)).toEqual(['qpain', 'qhelp', 'qcopy', 'qlast'])
    expect({ ...questionIn(form, 'qcopy'), id: 'qhelp' }).toEqual(questionIn(form, 'qhelp'))
  })

  it('moves a question by one place and leaves it at the edge', () => {
    expect(idsOf(moveQuestion(aForm(), q('qhelp'), -1))).toEqual(['qhelp', 'qpain', 'qlast'])
    expect(idsOf(moveQuestion(aForm(), q('qpain'), -1))).toEqual(['qpain', 'qhelp', 'qlast'])
    expect(idsOf(moveQuestion(aForm(), q('qlast'), 1))).toEqual(['qpain', 'qhelp', 'qlast'])
  })

  it('keeps the jumps to a deleted question, for the checker to name', () => {
    const form = removeQuestion(setOverall(aForm(), null), q('qlast'))
    expect(questionIn(form, 'qpain')).toEqual(questionIn(aForm(), 'qpain'))
    expect(checkForm(form)).toEqual([{ kind: 'unknown_target', question: 'qpain', option: 'no' }])
  })

  it('keeps the overall question named when it is deleted, for the checker to name', () => {
    expect(checkForm(removeQuestion(aForm(), q('qlast')))).toContainEqual({ kind: 'overall_unknown', question: null })
  })

  it('does not delete the only question', () => {
    const only = blankForm('staff', Math.random)
    expect(removeQuestion(only, only.questions[0]?.id ?? q('q'))).toBe(only)
  })

  it('leaves a dimension’s questions without one when it is deleted', () => {
    const form = removeDimension(aForm(), 'pain' as DimensionId)
    expect(form.dimensions).toEqual([])
    expect(questionIn(form, 'qhelp')).toMatchObject({ dimension: null })
  })

  it('takes the words of the other scale and keeps what was set on its steps', () => {
    const led = changeOption(aForm(), q('qhelp'), o('s0'), { concern: 'report', next: 'end' })
    const changed = questionIn(setScale(led, q('qhelp'), 'D4'), 'qhelp')
    expect(hasOptions(changed) && changed.options.map(({ text }) => text)).toEqual([
      '非常满意',
      '比较满意',
      '比较不满意',
      '非常不满意',
      '不适用',
    ])
    expect(hasOptions(changed) && changed.options[3]).toMatchObject({ id: 's0', concern: 'report', next: 'end' })
  })

  it('does not let a scale lose its scores', () => {
    const form = changeOption(aForm(), q('qhelp'), o('s3'), { score: 5, na: true })
    expect(questionIn(form, 'qhelp')).toEqual(questionIn(aForm(), 'qhelp'))
  })

  it('takes the score off an option that becomes 不适用', () => {
    const scored = changeOption(aForm(), q('qpain'), o('no'), { score: 100 })
    const form = changeOption(scored, q('qpain'), o('no'), { na: true })
    expect(questionIn(form, 'qpain')).toMatchObject({ options: [{ id: 'yes' }, { id: 'no', score: null, na: true }] })
  })

  it('offers 不适用 once, last, and takes it back', () => {
    const offered = offerNa(aForm(), q('qpain'), true)
    const texts = (form: Form) => {
      const question = questionIn(form, 'qpain')
      return hasOptions(question) ? question.options.map(({ text }) => text) : []
    }
    expect(texts(offerNa(offered, q('qpain'), true))).toEqual(['疼过', '没疼过', '不适用'])
    expect(texts(addOption(offered, q('qpain'), o('some')))).toEqual(['疼过', '没疼过', '', '不适用'])
    expect(texts(offerNa(offered, q('qpain'), false))).toEqual(['疼过', '没疼过'])
  })

  it('keeps two options at least', () => {
    expect(removeOption(aForm(), q('qpain'), o('yes'))).toEqual(aForm())
  })

  it('makes a question new with all that leads to it', () => {
    const form = asNewQuestion(aForm(), q('qlast'), q('qnew'))
    expect(form.overall).toBe('qnew')
    expect(questionIn(form, 'qpain')).toMatchObject({ options: [{ next: null }, { next: 'qnew' }] })
    expect(idsOf(form)).toEqual(['qpain', 'qhelp', 'qnew'])
  })

  it('asks a changed scale as a new question, which nothing is to be said against', () => {
    const rescaled = setScale(aForm(), q('qhelp'), 'D4')
    expect(changedScales(rescaled, [aForm()])).toEqual([1])
    expect(changedScales(asNewQuestion(rescaled, q('qhelp'), q('qnew')), [aForm()])).toEqual([])
  })
})

describe('ids', () => {
  it('are of the alphabet the forms allow, and not one that is there', () => {
    const zeros = () => 0
    const halves = [0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]
    const form = addQuestion(aForm(), newQuestion('text', freshQuestionId(aForm(), zeros)), null)
    expect(form.questions[0]?.id).toBe('q00000000')
    expect(freshQuestionId(form, () => halves.shift() ?? 0.9)).toBe('qiiiiiiii')
    expect(freshOptionId(form, () => 0.99)).toBe('zzzzzzzz')
    expect(freshDimensionId(form, zeros)).toBe('00000000')
  })
})

describe('what is still to be written', () => {
  it('is said field by field, where it is', () => {
    const form = writeTitle(addQuestion(aForm(), newQuestion('multiple', q('qmany')), q('qpain')), '')
    expect(gapsIn(form)).toEqual([
      { question: null, text: '问卷名称请写 2 到 30 个字。' },
      { question: 'qmany', text: '第 2 题：题目请写 2 到 60 个字。' },
      { question: 'qmany', text: '第 2 题：每个选项请写 1 到 40 个字。' },
    ])
  })

  it('is nothing in any ready set and in a blank form', () => {
    for (const rater of Rater.options) {
      expect(gapsIn(readySet(rater))).toEqual([])
      expect(gapsIn(blankForm(rater, Math.random))).toEqual([])
      expect(checkForm(blankForm(rater, Math.random))).toEqual([])
    }
  })
})

describe('one-tap mends', () => {
  const mended = (form: Form, text: string): Form => {
    const found = checkForm(form)
      .flatMap((fault) => mendsFor(form, fault))
      .find((mend) => mend.text === text)
    if (!found) throw new Error(`no mend 「${text}」`)
    return found.mended
  }

  it('lead on where a jump leads nowhere', () => {
    const form = removeQuestion(setOverall(aForm(), null), q('qlast'))
    expect(checkForm(mended(form, '改成接着往下问'))).toEqual([])
    expect(checkForm(mended(form, '改成到这里结束'))).toEqual([])
  })

  it('delete a question nobody reaches, or let the one above lead to it', () => {
    const form = setNext(setNext(aForm(), q('qpain'), q('qlast')), q('qlast'), null)
    expect(checkForm(form)).toEqual([{ kind: 'unreachable', question: 'qhelp', after: 'qpain' }])
    expect(checkForm(mended(form, '改成第 1 题以后问它'))).toEqual([])
    expect(idsOf(mended(form, '删掉第 2 题'))).toEqual(['qpain', 'qlast'])
  })

  it('break a loop', () => {
    const form = setNext(aForm(), q('qlast'), q('qpain'))
    expect(checkForm(mended(form, '改成到这里结束'))).toEqual([])
  })

  it('do without an overall question that is gone or worth nothing', () => {
    expect(mended(removeQuestion(aForm(), q('qlast')), '不设总体满意').overall).toBeNull()
    expect(mended(setOverall(aForm(), q('qpain')), '不设总体满意').overall).toBeNull()
  })
})

const words = fc.constantFrom('您满意吗？', '有人管吗？', '等得久吗？')
const kind = fc.constantFrom<NewKind>('S4', 'D4', 'single', 'multiple', 'number', 'text', 'section')
const any = fc.nat({ max: 1_000 })
const at = <T>(items: readonly T[], place: number): T => items[place % items.length] as T

/** Any edit the page can make, somewhere in the form, with the words that a person would write at once. */
const anEdit = fc.oneof(
  fc.tuple(kind, any, any).map(([which, place, seed]) => (form: Form) => {
    const id = q(`qn${seed}`)
    return form.questions.some((question) => question.id === id)
      ? form
      : addQuestion(form, newQuestion(which, id), at(form.questions, place).id)
  }),
  fc.tuple(any, fc.constantFrom<1 | -1>(1, -1)).map(([place, by]) => (form: Form) => {
    return moveQuestion(form, at(form.questions, place).id, by)
  }),
  any.map((place) => (form: Form) => removeQuestion(form, at(form.questions, place).id)),
  any.map((place) => (form: Form) => {
    const id = freshQuestionId(form, Math.random)
    return duplicateQuestion(form, at(form.questions, place).id, id)
  }),
  fc.tuple(any, words).map(
    ([place, text]) =>
      (form: Form) =>
        writeQuestion(form, at(form.questions, place).id, text),
  ),
  fc.tuple(any, words).map(
    ([place, text]) =>
      (form: Form) =>
        writeHint(form, at(form.questions, place).id, text),
  ),
  fc.tuple(any, fc.boolean()).map(
    ([place, is]) =>
      (form: Form) =>
        setRequired(form, at(form.questions, place).id, is),
  ),
  fc.tuple(any, any).map(([place, to]) => (form: Form) => {
    return setNext(form, at(form.questions, place).id, at(form.questions, to).id)
  }),
  fc.tuple(any, fc.integer({ min: 0, max: 100 })).map(
    ([place, floor]) =>
      (form: Form) =>
        setFloor(form, at(form.questions, place).id, floor),
  ),
  fc.tuple(any, fc.constantFrom<'S4' | 'D4'>('S4', 'D4')).map(([place, scale]) => (form: Form) => {
    return setScale(form, at(form.questions, place).id, scale)
  }),
  fc.tuple(any, fc.boolean()).map(
    ([place, is]) =>
      (form: Form) =>
        offerNa(form, at(form.questions, place).id, is),
  ),
  any.map((place) => (form: Form) => addOption(form, at(form.questions, place).id, freshOptionId(form, Math.random))),
  fc.tuple(any, any).map(([place, which]) => (form: Form) => {
    const question = at(form.questions, place)
    return hasOptions(question)
      ? removeOption(form, question.id, at<{ id: OptionId }>(question.options, which).id)
      : form
  }),
  fc.tuple(any, any).map(([place, which]) => (form: Form) => {
    const question = at(form.questions, place)
    return hasOptions(question)
      ? moveOption(form, question.id, at<{ id: OptionId }>(question.options, which).id, 1)
      : form
  }),
  fc.tuple(any, any, fc.boolean()).map(([place, which, is]) => (form: Form) => {
    const question = at(form.questions, place)
    if (!hasOptions(question)) return form
    const option = at<{ id: OptionId }>(question.options, which).id
    return changeOption(form, question.id, option, {
      text: '选项',
      na: is,
      alone: is,
      score: 50,
      concern: 'complaint',
      next: 'end',
    })
  }),
  fc.tuple(any, fc.integer({ min: 0, max: 10 })).map(([place, n]) => (form: Form) => {
    const { id } = at(form.questions, place)
    return writeEnds(setConcernAt(form, id, n), id, { low: '差', high: '好' })
  }),
  words.map((text) => (form: Form) => writeOpening(writeTitle(form, text), text)),
  fc.tuple(any, words).map(([place, name]) => (form: Form) => {
    const id = freshDimensionId(form, Math.random)
    return setDimension(addDimension(form, id, name), at(form.questions, place).id, id)
  }),
  fc.tuple(any, words).map(([place, name]) => (form: Form) => {
    return form.dimensions.length > 0 ? renameDimension(form, at(form.dimensions, place).id, name) : form
  }),
  any.map(
    (place) => (form: Form) =>
      form.dimensions.length > 0 ? removeDimension(form, at(form.dimensions, place).id) : form,
  ),
  any.map((place) => (form: Form) => setOverall(form, at(form.questions, place).id)),
  any.map(
    (place) => (form: Form) => asNewQuestion(form, at(form.questions, place).id, freshQuestionId(form, Math.random)),
  ),
)

const edits = fc.array(anEdit, { maxLength: 40 })
const start = fc.constantFrom(...Rater.options).map(readySet)

/** With something written wherever nothing is. */
const written = (form: Form): Form => ({
  ...form,
  questions: form.questions.map((question): Question => {
    const text = question.text === '' ? '还没写' : question.text
    if (!hasOptions(question)) return { ...question, text }
    const filled = <T extends { text: string }>(options: T[]) =>
      options.map((option) => ({ ...option, text: option.text === '' ? '某项' : option.text }))
    if (question.kind === 'multiple') return { ...question, text, options: filled(question.options) }
    return { ...question, text, options: filled(question.options) }
  }),
})

describe('any edits in any order', () => {
  it('keep the shape of a questionnaire', () => {
    fc.assert(
      fc.property(start, edits, (form, made) => {
        const edited = made.reduce((before, change) => change(before), form)
        expect(v.safeParse(Form, written(edited)).issues).toBeUndefined()
      }),
    )
  })

  it('are undone one by one to the form they began with, and done again', () => {
    fc.assert(
      fc.property(start, edits, (form, made) => {
        const done = made.reduce((history, change) => edit(history, change(history.present)), begin(form))
        let back = done
        while (back.past.length > 0) back = undo(back)
        expect(back.present).toBe(form)
        let forth = back
        while (forth.future.length > 0) forth = redo(forth)
        expect(forth.present).toBe(done.present)
      }),
    )
  })

  it('change no id but by making a question new', () => {
    fc.assert(
      fc.property(start, any, words, (form, place, text) => {
        const { id } = at(form.questions, place)
        expect(idsOf(writeQuestion(setRequired(form, id, true), id, text))).toEqual(idsOf(form))
      }),
    )
  })

  it('are drawn beside the list as the checker sees them: what nobody reaches is on no line', () => {
    fc.assert(
      fc.property(start, edits, (form, made) => {
        const edited = made.reduce((before, change) => change(before), form)
        const lost = checkForm(edited).flatMap((fault) => (fault.kind === 'unreachable' ? [fault.question] : []))
        const { rows } = railOf(edited)
        expect(edited.questions.filter((_, place) => !rows[place]?.isReached).map(({ id }) => id)).toEqual(lost)
      }),
    )
  })

  it('leave no fault that a mend names as it was', () => {
    fc.assert(
      fc.property(start, edits, (form, made) => {
        const edited = made.reduce((before, change) => change(before), form)
        for (const fault of checkForm(edited)) {
          for (const { mended } of mendsFor(edited, fault)) {
            expect(isSameForm(mended, edited)).toBe(false)
            expect(v.safeParse(Form, written(mended)).issues).toBeUndefined()
          }
        }
      }),
    )
  })
})

describe('steps back', () => {
  it('are no step where nothing changed', () => {
    const history = begin('a')
    expect(edit(history, 'a')).toBe(history)
    expect(undo(history)).toBe(history)
    expect(redo(history)).toBe(history)
  })

  it('take what is typed in one field as one', () => {
    const typed = ['您', '您满', '您满意'].reduce((history, text) => edit(history, text, 'q1.text'), begin(''))
    expect(undo(typed).present).toBe('')
    const elsewhere = edit(typed, '别的', 'q2.text')
    expect(undo(elsewhere).present).toBe('您满意')
  })

  it('begin a new run after a step back', () => {
    const typed = edit(edit(begin(''), '您', 'q1.text'), '您好', 'q1.text')
    expect(undo(edit(undo(typed), '她', 'q1.text')).present).toBe('')
  })

  it('forget what was undone once something else is done', () => {
    expect(edit(undo(edit(begin('a'), 'b')), 'c').future).toEqual([])
  })

  it(`go back ${UNDO_STEPS} times`, () => {
    let history = begin(0)
    for (let n = 1; n <= UNDO_STEPS + 5; n += 1) history = edit(history, n)
    for (let n = 0; n < UNDO_STEPS; n += 1) history = undo(history)
    expect(history.present).toBe(5)
    expect(undo(history)).toBe(history)
  })
})
