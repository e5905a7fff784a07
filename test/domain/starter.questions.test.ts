import { describe, expect, it } from 'vitest'
import { starterQuestions } from '#domain/integrity/starter/starter.questions'
import { unfinishedIn } from '../../src/domain/integrity/question.finished'
import { partsOf } from '../../src/domain/integrity/question.parts'
import { bigramsOf, comparedText, likeness } from '../../src/domain/integrity/question.similar'
import { topics } from '../../src/domain/integrity/question.topics'
import { LETTERS, starterContent } from '../../src/domain/integrity/starter.question'
import { lengthOf } from '../../src/domain/text'

const bank = starterQuestions.map((written) => ({ key: written.key, content: starterContent(written) }))
const asked = bank.flatMap(({ key, content }) =>
  partsOf(content).map((part) => ({ ...part, question: key, topic: content.topic, evidence: content.evidence })),
)
const singles = asked.filter(({ kind }) => kind === 'single')
const multiples = asked.filter(({ kind }) => kind === 'multiple')
const judged = asked.filter(({ kind }) => kind === 'true_false')

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const share = (some: readonly unknown[], all: readonly unknown[]) => some.length / all.length

/** Of options: what is right, what is not, each by length. */
const lengthsOf = ({ options, key }: (typeof asked)[number]) => {
  const right = options.filter(({ id }) => key.includes(id)).map(({ text }) => lengthOf(text))
  const wrong = options.filter(({ id }) => !key.includes(id)).map(({ text }) => lengthOf(text))
  return { right, wrong }
}

/** How often each letter is right, against equally often. */
const unevenness = (parts: typeof asked) => {
  const times = Array.from('ABCD', (_, place) =>
    sum(parts.map(({ options, key }) => Number(options[place] !== undefined && key.includes(options[place].id)))),
  )
  const expected = sum(times) / times.length
  return sum(times.map((count) => (count - expected) ** 2 / expected))
}

/** Chi-square, three degrees of freedom, one in twenty. */
const CHANCE = 7.81

/** Half of what is asked and what is right: a person would say that it was asked before. */
const ALIKE = 0.5

describe('the starter questions', () => {
  it('are at least a hundred and twenty finished questions, each under a key of its own', () => {
    expect(bank.length).toBeGreaterThanOrEqual(120)
    expect(bank.flatMap(({ key, content }) => unfinishedIn(content).map((path) => `${key}: ${path}`))).toEqual([])
    expect(new Set(bank.map(({ key }) => key)).size).toBe(bank.length)
    expect(bank.filter(({ key }) => !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(key))).toEqual([])
    const strayed = bank.filter(({ key, content }) => key.split('-')[0] !== content.topic)
    expect(strayed.map(({ key }) => key)).toEqual([])
  })

  it('cover every topic, the nine rules with six or more', () => {
    const count = (topic: string) => bank.filter(({ content }) => content.topic === topic).length
    expect(topics.filter((topic) => count(topic) < (/^rule\d$|complaints|reports/.test(topic) ? 6 : 5))).toEqual([])
  })

  it('mix the kinds and the difficulties', () => {
    const of = (field: 'kind' | 'difficulty', value: string | number) =>
      share(
        bank.filter(({ content }) => content[field] === value),
        bank,
      )
    expect(of('kind', 'single')).toBeGreaterThan(0.4)
    expect(of('kind', 'multiple')).toBeGreaterThan(0.15)
    expect(of('kind', 'true_false')).toBeGreaterThan(0.15)
    expect(of('kind', 'case')).toBeGreaterThan(0.05)
    for (const difficulty of [1, 2, 3]) expect(of('difficulty', difficulty)).toBeGreaterThan(0.15)
  })

  it('fill a paper of thirty from what was read in the text itself, two of every rule', () => {
    const read = bank.filter(({ content }) => content.evidence === 'V')
    const ofRules = /^rule\d$/
    const perRule = topics
      .filter((topic) => ofRules.test(topic))
      .map((topic) => read.filter(({ content }) => content.topic === topic).length)
    expect(Math.min(...perRule)).toBeGreaterThanOrEqual(2)
    expect(read.filter(({ content }) => !ofRules.test(content.topic)).length).toBeGreaterThanOrEqual(12)
  })

  it('explain why, say what to do, and cite the rule', () => {
    for (const { question, point, explanation, practice, rule } of asked) {
      expect([point, explanation, practice, rule.document, rule.article].every(Boolean), question).toBe(true)
      expect(explanation, question).toMatch(/。$/)
      expect(practice, question).toMatch(/[。？]”?$/)
      expect(lengthOf(explanation + practice), question).toBeLessThanOrEqual(130)
    }
    expect(new Set(asked.map(({ point }) => point)).size).toBe(asked.length)
  })

  it('leave to be confirmed what the hospital decides and what was not read', () => {
    const readOfComplaints = new Set(['首诉负责制', '组织和人员', '医患沟通'])
    const unread = ({ document, article }: (typeof asked)[number]['rule']) =>
      ['本院制度', '医疗卫生机构信息公开管理办法'].includes(document) ||
      (document === '医疗机构投诉管理办法' && !readOfComplaints.has(article))
    const early = asked.filter(({ rule, evidence }) => evidence === 'V' && unread(rule))
    expect(early.map(({ question }) => question)).toEqual([])
    // Every hospital has a day of its own for handing in.
    const days = bank.filter(
      ({ content }) =>
        content.topic === 'gifts' && /[\d一二两三]个?(小时|工作日|天之?内|日之?内)/.test(JSON.stringify(content)),
    )
    expect(days.map(({ key }) => key)).toEqual([])
  })

  it('ask nothing twice', () => {
    const texts = bank.map(({ key, content }) => ({ key, said: bigramsOf(comparedText(content)) }))
    const twice = texts.flatMap((one, at) =>
      texts
        .slice(at + 1)
        .filter((other) => likeness(one.said, other.said) >= ALIKE)
        .map((other) => `${one.key}, ${other.key}`),
    )
    expect(twice).toEqual([])
  })

  it('offer four answers that differ and none that refers to the others', () => {
    for (const { question, options } of [...singles, ...multiples]) {
      expect(new Set(options.map(({ text }) => text)).size, question).toBe(4)
      expect(
        options.filter(({ text }) => /以上(都|各|皆|均)|都对|都不对|都不是|[A-D]项/.test(text)).map(({ text }) => text),
      ).toEqual([])
    }
  })

  it('put what is right at every place about as often', () => {
    expect(unevenness(singles)).toBeLessThan(CHANCE)
    expect(unevenness(multiples)).toBeLessThan(CHANCE)
    const right = share(
      judged.filter(({ key }) => key[0] === 't'),
      judged,
    )
    expect(Math.abs(right - 0.5)).toBeLessThanOrEqual(0.1)
    // Three right of four is a guess that must not pay either.
    for (const many of [2, 3, 4])
      expect(
        share(
          multiples.filter(({ key }) => key.length === many),
          multiples,
        ),
      ).toBeLessThan(0.6)
    expect(multiples.some(({ key }) => key.length === LETTERS.indexOf('E'))).toBe(true)
  })

  it('do not give the answer away by its length', () => {
    const measured = singles.map((part) => ({ question: part.question, ...lengthsOf(part) }))
    const longest = measured.filter(({ right, wrong }) => Math.max(...right) > Math.max(...wrong))
    const shortest = measured.filter(({ right, wrong }) => Math.min(...right) < Math.min(...wrong))
    expect(share(longest, measured)).toBeLessThan(0.25)
    expect(share(shortest, measured)).toBeLessThan(0.25)
    const uneven = measured.filter(({ right, wrong }) => {
      const all = [...right, ...wrong]
      return Math.max(...all) - Math.min(...all) > 5
    })
    expect(uneven.map(({ question }) => question)).toEqual([])
    const several = multiples.map(lengthsOf)
    const mean = (numbers: number[]) => sum(numbers) / numbers.length
    const ratio = mean(several.flatMap(({ right }) => right)) / mean(several.flatMap(({ wrong }) => wrong))
    expect(Math.abs(Math.log(ratio))).toBeLessThan(0.15)
  })

  it('are written as a hospital writes, with Chinese signs', () => {
    const marks = asked.flatMap(({ question, stem, point, explanation, practice, options }) =>
      [stem, point, explanation, practice, ...options.map(({ text }) => text)]
        .filter((text) => /[,.;:?!"'()]|\s\s|^\s|\s$/.test(text))
        .map((text) => `${question}: ${text}`),
    )
    expect(marks).toEqual([])
  })
})
