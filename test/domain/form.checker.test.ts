import { checkForm, type FormFault, formSpan } from '#domain/survey/form.checker'
import { faultInWords, spanInWords } from '#domain/survey/form.words'
import { Form } from '#domain/survey/question.model'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

type Written = v.InferInput<typeof Form>['questions'][number]
type Next = Written['next']

const text = (id: string, next: Next = null): Written => ({
  kind: 'text',
  id,
  text: `题 ${id}`,
  hint: null,
  required: false,
  next,
})

const heading = (id: string, next: Next = null): Written => ({
  kind: 'section',
  id,
  text: `段 ${id}`,
  hint: null,
  next,
})

const single = (id: string, ways: readonly Next[], about: { next?: Next; required?: boolean } = {}): Written => ({
  kind: 'single',
  id,
  text: `题 ${id}`,
  hint: null,
  required: about.required ?? false,
  next: about.next ?? null,
  dimension: null,
  floor: null,
  options: ways.map((next, at) => ({ id: `o${at}`, text: `答 ${at}`, score: null, na: false, concern: null, next })),
})

const form = (questions: readonly Written[], about: Partial<v.InferInput<typeof Form>> = {}) =>
  v.parse(Form, { title: '问卷', opening: null, dimensions: [], overall: null, questions, ...about })

const kinds = (questions: readonly Written[], about?: Partial<v.InferInput<typeof Form>>) =>
  checkForm(form(questions, about)).map(({ kind, question }) => [kind, question])

describe('checking the branches of a questionnaire', () => {
  it('finds nothing in questions that follow one another', () => {
    expect(kinds([text('q1'), heading('q2'), text('q3')])).toEqual([])
  })

  it('finds a form without a question', () => {
    expect(kinds([heading('q1')])).toEqual([['nothing_asked', null]])
  })

  it('finds a way to a question that was taken out, and the answer that leads there', () => {
    expect(checkForm(form([single('q1', ['q9', null]), text('q2')]))).toEqual([
      { kind: 'unknown_target', question: 'q1', option: 'o0' },
    ])
    expect(checkForm(form([text('q1', 'q9')]))).toEqual([{ kind: 'unknown_target', question: 'q1', option: null }])
  })

  it('finds a way back, and says from where to where', () => {
    expect(checkForm(form([text('q1'), single('q2', ['q1', null]), text('q3')]))).toEqual([
      { kind: 'loop', question: 'q2', option: 'o0', target: 'q1' },
    ])
    expect(kinds([text('q1', 'q1')])).toEqual([
      ['loop', 'q1'],
      ['dead_end', 'q1'],
    ])
  })

  it('lets a way go up the list where nothing comes down it again', () => {
    expect(kinds([text('q1', 'q3'), text('q2', 'end'), text('q3', 'q2')])).toEqual([])
  })

  it('says from which question everybody passes by', () => {
    expect(
      checkForm(form([text('q1'), single('q2', ['q5', 'q5'], { required: true }), text('q3'), text('q4'), text('q5')])),
    ).toEqual([
      { kind: 'unreachable', question: 'q3', after: 'q2' },
      { kind: 'unreachable', question: 'q4', after: 'q2' },
    ])
  })

  it('counts leaving a question out as a way, unless it must be answered', () => {
    const ways = (required: boolean) => [single('q1', ['q3', 'q3'], { required }), text('q2'), text('q3')]
    expect(kinds(ways(false))).toEqual([])
    expect(kinds(ways(true))).toEqual([['unreachable', 'q2']])
  })
})

describe('checking what is counted', () => {
  const scored = (about: Record<string, unknown>) =>
    ({ ...single('q1', [null, null]), ...about }) as Extract<Written, { kind: 'single' }>
  const withScores = (...scores: (number | null)[]) =>
    scored({}).options.map((option, at) => ({ ...option, score: scores[at] ?? null }))

  it('finds an overall question that is not there, or that nobody can answer best', () => {
    expect(kinds([text('q1')], { overall: 'q9' })).toEqual([['overall_unknown', null]])
    expect(kinds([text('q1')], { overall: 'q1' })).toEqual([['overall_unscored', 'q1']])
    expect(kinds([scored({ options: withScores(90, 0) })], { overall: 'q1' })).toEqual([['overall_unscored', 'q1']])
    expect(kinds([scored({ options: withScores(0, 100) })], { overall: 'q1' })).toEqual([])
  })

  it('finds a dimension that is not there, and one that nothing is counted in', () => {
    expect(kinds([scored({ dimension: 'talk' })])).toEqual([['dimension_unknown', 'q1']])
    const dimensions = [{ id: 'talk', name: '医患沟通' }]
    expect(kinds([scored({ dimension: 'talk' })], { dimensions })).toEqual([['dimension_empty', null]])
    expect(kinds([scored({ dimension: 'talk', options: withScores(100, 0) })], { dimensions })).toEqual([])
  })

  it('finds two answers that read the same', () => {
    const options = scored({}).options.map((option) => ({ ...option, text: '满意' }))
    expect(checkForm(form([scored({ options })]))).toEqual([{ kind: 'option_twice', question: 'q1', option: 'o1' }])
  })

  it('finds 不适用 with a score', () => {
    const [first, second] = withScores(100, 0)
    const options = [first, { ...second, na: true }]
    expect(kinds([scored({ options })])).toEqual([['na_mixed', 'q1']])
    expect(kinds([scored({ options: [first, { ...second, na: true, score: null }] })])).toEqual([])
  })
})

/** Every walk from the first question, each to the end, to nowhere, or to where it comes a second time. */
const everyWalk = ({ questions }: Form) => {
  const below = (at: number) => questions[at + 1]?.id ?? 'end'
  const targets = (at: number): string[] => {
    const question = questions[at]
    if (!question) return []
    const onward = question.next ?? below(at)
    if (question.kind !== 'single') return [onward]
    const answered = question.options.map(({ next }) => next ?? onward)
    return question.required ? answered : [...answered, onward]
  }
  const walks: { path: string[]; stops: 'end' | 'nowhere' | 'again'; at: string }[] = []
  const go = (path: string[], to: string) => {
    if (to === 'end') walks.push({ path, stops: 'end', at: to })
    else if (path.includes(to)) walks.push({ path, stops: 'again', at: to })
    else {
      const at = questions.findIndex(({ id }) => id === to)
      if (at < 0) walks.push({ path, stops: 'nowhere', at: to })
      else for (const next of new Set(targets(at))) go([...path, to], next)
    }
  }
  go([], questions[0]?.id ?? 'end')
  return walks
}

/** One to twelve questions; ways lead mostly onward, some back, some to what is not there. */
const anyForm = (backward: boolean) =>
  fc.integer({ min: 1, max: 12 }).chain((count) => {
    const ids = Array.from({ length: count }, (_, at) => `q${at}`)
    const next = (at: number): fc.Arbitrary<Next> =>
      fc.oneof(
        { weight: 20, arbitrary: fc.constant(null) },
        { weight: 5, arbitrary: fc.constant('end' as const) },
        { weight: 15, arbitrary: fc.constantFrom('end', ...ids.slice(at + 1)) },
        { weight: backward ? 4 : 0, arbitrary: fc.constantFrom(...ids) },
        { weight: backward ? 1 : 0, arbitrary: fc.constant('qgone') },
      ) as fc.Arbitrary<Next>
    const question = (id: string, at: number) =>
      fc.oneof(
        next(at).map((to) => text(id, to)),
        next(at).map((to) => heading(id, to)),
        fc
          .record({ ways: fc.array(next(at), { minLength: 2, maxLength: 3 }), next: next(at), required: fc.boolean() })
          .map(({ ways, ...about }) => single(id, ways, about)),
      )
    return fc.tuple(...ids.map(question)).map((questions) => form(questions))
  })

const of = <K extends FormFault['kind']>(faults: readonly FormFault[], kind: K) =>
  faults.filter((fault): fault is Extract<FormFault, { kind: K }> => fault.kind === kind)

describe('the checker, beside every walk there is', () => {
  it('calls unreachable what no walk comes to', () => {
    fc.assert(
      fc.property(anyForm(true), (given) => {
        const visited = new Set(everyWalk(given).flatMap(({ path }) => path))
        const missed = given.questions.flatMap(({ id }) => (visited.has(id) ? [] : [id]))
        expect(of(checkForm(given), 'unreachable').map(({ question }) => question)).toEqual(missed)
      }),
      { numRuns: 400 },
    )
  })

  it('names as passing by the question that every walk leaves past the unreached one', () => {
    fc.assert(
      fc.property(anyForm(true), (given) => {
        const place = (id: string) => given.questions.findIndex((question) => question.id === id)
        const walks = everyWalk(given)
        for (const { question, after } of of(checkForm(given), 'unreachable')) {
          expect(place(after)).toBeLessThan(place(question))
          const leaving = walks.filter(({ path }) => path.includes(after))
          expect(leaving.length).toBeGreaterThan(0)
          for (const { path, at } of leaving) {
            const to = path[path.indexOf(after) + 1] ?? at
            expect(place(to) > place(after) && place(to) <= place(question)).toBe(false)
          }
        }
      }),
      { numRuns: 400 },
    )
  })

  it('finds a loop where a walk comes somewhere twice, and nowhere else', () => {
    fc.assert(
      fc.property(anyForm(true), (given) => {
        const walks = everyWalk(given)
        const loops = of(checkForm(given), 'loop')
        expect(loops.length > 0).toBe(walks.some(({ stops }) => stops === 'again'))
        for (const { question, target } of loops) {
          const { questions } = given
          const from = questions.findIndex(({ id }) => id === target)
          const rest = { ...given, questions: [...questions.slice(from), ...questions.slice(0, from)] }
          // Read from the target on, with every way said outright: somebody gets to the question that leads back.
          const outright = v.parse(Form, {
            ...rest,
            questions: rest.questions.map((one) => ({
              ...one,
              next: one.next ?? questions[questions.indexOf(one) + 1]?.id ?? 'end',
            })),
          })
          expect(everyWalk(outright).some(({ path }) => path.includes(question))).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('leaves no loop once each way that it named ends instead', () => {
    fc.assert(
      fc.property(anyForm(true), (given) => {
        const loops = of(checkForm(given), 'loop')
        const mended = given.questions.map((question) => {
          const named = new Set(loops.flatMap((fault) => (fault.question === question.id ? [fault.option] : [])))
          const next = named.has(null) ? 'end' : question.next
          if (question.kind !== 'single') return { ...question, next }
          const options = question.options.map((one) => (named.has(one.id) ? { ...one, next: 'end' } : one))
          return { ...question, next, options }
        })
        const walks = everyWalk(v.parse(Form, { ...given, questions: mended }))
        expect(walks.filter(({ stops }) => stops === 'again')).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('calls a dead end what walks come to and never leave for the end', () => {
    fc.assert(
      fc.property(anyForm(true), (given) => {
        const walks = everyWalk(given)
        const visited = given.questions.map(({ id }) => id).filter((id) => walks.some(({ path }) => path.includes(id)))
        // Whoever came round may go another way the second time: a loop is told by itself.
        const steps = walks.flatMap(({ path, at }) => path.map((id, place) => [id, path[place + 1] ?? at] as const))
        const saved = new Set(['end', 'qgone'])
        for (const _ of given.questions) for (const [from, to] of steps) if (saved.has(to)) saved.add(from)
        const lost = visited.filter((id) => !saved.has(id))
        expect(of(checkForm(given), 'dead_end').map(({ question }) => question)).toEqual(lost)
      }),
      { numRuns: 400 },
    )
  })

  it('finds a missing target where a walk comes to nowhere', () => {
    fc.assert(
      fc.property(anyForm(true), (given) => {
        const gone = new Set(everyWalk(given).flatMap(({ path, stops }) => (stops === 'nowhere' ? path.slice(-1) : [])))
        expect(new Set(of(checkForm(given), 'unknown_target').map(({ question }) => question))).toEqual(gone)
      }),
      { numRuns: 400 },
    )
  })

  it('is as long as its shortest and its longest walk', () => {
    fc.assert(
      fc.property(anyForm(false), (given) => {
        const headings = new Set<string>(given.questions.flatMap(({ id, kind }) => (kind === 'section' ? [id] : [])))
        const lengths = everyWalk(given).map(({ path }) => path.filter((id) => !headings.has(id)).length)
        expect(formSpan(given)).toMatchObject({ fewest: Math.min(...lengths), most: Math.max(...lengths) })
      }),
      { numRuns: 400 },
    )
  })

  it('has no length where a walk goes round in circles, and always one where none does', () => {
    fc.assert(
      fc.property(anyForm(true), (given) => {
        expect(formSpan(given) === null).toBe(everyWalk(given).some(({ stops }) => stops === 'again'))
      }),
      { numRuns: 400 },
    )
  })
})

describe('what the office reads', () => {
  const said = (questions: readonly Written[]) => {
    const given = form(questions)
    return checkForm(given).map((fault) => Object.values(faultInWords(given, fault)).join(' '))
  }

  it('counts as the phone counts, without headings, and says what to do', () => {
    expect(said([heading('q0'), single('q1', ['q3', 'q3'], { required: true }), text('q2'), text('q3')])).toEqual([
      '第 2 题没人走得到 从第 1 题出来的每条路都绕开了它。请让一个选项跳到它，或者删掉它。',
    ])
  })

  it('names the answer that goes wrong', () => {
    expect(said([text('q1'), single('q2', ['q1', null])])).toEqual([
      '第 2 题答“答 0”以后会绕回第 1 题 这样一圈一圈答不完。请改成跳到后面的题，或者直接结束。',
    ])
  })

  it('says how long it is, both ways where they differ', () => {
    expect(spanInWords({ fewest: 8, most: 8, minutes: 1 })).toBe('8 题，约 1 分钟')
    expect(spanInWords({ fewest: 6, most: 7, minutes: 2 })).toBe('最短走 6 题，最长走 7 题，约 2 分钟')
  })
})
