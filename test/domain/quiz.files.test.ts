import { readGift } from '#domain/integrity/gift.read'
import { writeGift } from '#domain/integrity/gift.write'
import { IMPORT_MOST, topicFrom } from '#domain/integrity/question.import'
import { QuestionContent } from '#domain/integrity/question.model'
import { partsOf } from '#domain/integrity/question.parts'
import { readSheet, SHEET_HEADINGS, writeSheet } from '#domain/integrity/question.sheet'
import { topicNames, topics } from '#domain/integrity/question.topics'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'

// Words with every sign that means something in GIFT or in a table.
const words = (most: number) =>
  fc
    .array(
      fc.constantFrom(
        ...'红包第六条，。？ab 12',
        '{',
        '}',
        '=',
        '~',
        '#',
        ':',
        '\\',
        '%',
        '->',
        '::',
        '//',
        '[html]',
        '$',
        '****',
        '%50%',
        '【',
        '&lt;',
        '<b>',
      ),
      { minLength: 1, maxLength: most },
    )
    .map((pieces) => `问${pieces.join('')}答`.replace(/\s+/g, ' '))

const lines = (most: number) => fc.array(words(most), { minLength: 1, maxLength: 3 }).map((each) => each.join('\n'))

const explained = fc.record({
  point: words(4).map((text) => text.slice(0, 20)),
  explanation: lines(10),
  practice: fc.oneof(fc.constant(''), words(8)),
  rule: fc.record({ document: words(5).map((text) => text.replace(/\|/g, '')), article: words(3) }),
})

const options = fc
  .uniqueArray(words(6), { minLength: 2, maxLength: 6 })
  .map((texts) => texts.map((text, at) => ({ id: 'abcdef'.charAt(at), text })))

const coins = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 })

const chosen = fc.tuple(options, fc.boolean(), coins).map(([each, fixedOrder, fell]) => {
  const key = each.map(({ id }) => id).filter((_, at) => fell[at])
  return { options: each, fixedOrder, key: key.length > 0 ? key : ['a'] }
})

const part = fc
  .tuple(explained, words(12), chosen, fc.boolean(), fc.constantFrom('single', 'multiple', 'true_false'))
  .map(([about, stem, { options: each, key, fixedOrder }, isTrue, kind]) => {
    if (kind === 'true_false') return { ...about, kind, stem, isTrue }
    const isMultiple = kind === 'multiple' && key.length > 1
    return {
      ...about,
      kind: isMultiple ? kind : 'single',
      stem,
      options: each,
      fixedOrder,
      key: isMultiple ? key : key.slice(0, 1),
    }
  })

const placed = fc.record({
  topic: fc.constantFrom(...topics),
  difficulty: fc.constantFrom(1, 2, 3),
  evidence: fc.constantFrom('V', 'M'),
})

const question = fc
  .oneof(
    { weight: 3, arbitrary: fc.tuple(placed, part).map(([about, asked]) => ({ ...about, ...asked })) },
    fc.tuple(placed, words(20), fc.array(part, { minLength: 2, maxLength: 4 })).map(([about, stem, parts]) => ({
      ...about,
      kind: 'case',
      stem,
      parts: parts.map((asked, at) => ({ ...asked, id: `p${at + 1}` })),
    })),
  )
  .map((written) => v.parse(QuestionContent, written))

const file = fc
  .array(question, { minLength: 1, maxLength: 4 })
  .map((contents) => contents.map((content, at) => ({ title: `T-${String(at + 1).padStart(4, '0')}`, content })))

/** What a question means, whatever its options are called. */
const meaning = (content: QuestionContent) => ({
  topic: content.topic,
  difficulty: content.difficulty,
  evidence: content.evidence,
  kind: content.kind,
  story: content.kind === 'case' ? content.stem : '',
  parts: partsOf(content).map(({ options: each, key, id: _id, fixedOrder, ...about }) => ({
    ...about,
    fixedOrder: about.kind !== 'true_false' && fixedOrder,
    options: each.map(({ id, text }) => ({ text, right: key.includes(id) })),
  })),
})

const read = (text: string) => {
  const questions = readGift(text)
  if (!questions) throw new Error('the file is not too long')
  return questions
}

const headed = (...rows: Record<string, string>[]) => [
  [...SHEET_HEADINGS],
  ...rows.map((cells) => SHEET_HEADINGS.map((heading) => cells[heading] ?? '')),
]
const table = (...rows: Record<string, string>[]) => {
  const reading = readSheet(headed(...rows))
  if (reading.kind !== 'read') throw new Error(reading.kind)
  return reading.questions
}

describe('questions written to a GIFT file', () => {
  it('come back as they were, whatever signs they hold', () => {
    fc.assert(
      fc.property(file, (questions) => {
        const back = read(writeGift(questions))
        expect(back.flatMap(({ faults }) => faults)).toEqual([])
        expect(back.map(({ content }) => content && meaning(content))).toEqual(
          questions.map(({ content }) => meaning(content)),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('a GIFT file from elsewhere', () => {
  it('gives single and multiple choices and judgements, by its specification', () => {
    const questions = read(
      [
        '$CATEGORY: $course$/行风/红包礼品',
        '',
        "// question: 1  name: Grant's tomb",
        '::第一题::家属递来红包，先做什么？{',
        '=当面退回#对',
        '~收下再说#不对',
        '~转给同事',
        '####退不掉再登记上交。}',
        '',
        '哪些算红包？ {~%50%购物卡 ~%50%礼金 ~%-100%锦旗}',
        '',
        '锦旗也算红包。{FALSE#想想看#对了####感谢信和锦旗不是财物。}',
        '',
        '[html]<p>面额小的<b>购物卡</b>可以收&nbsp;吗</p>{T}',
      ].join('\n'),
    )
    expect(questions.flatMap(({ faults }) => faults)).toEqual([])
    expect(questions.map(({ line, content }) => [line, content?.kind, content?.topic])).toEqual([
      [3, 'single', 'gifts'],
      [10, 'multiple', 'gifts'],
      [12, 'true_false', 'gifts'],
      [14, 'true_false', 'gifts'],
    ])
    const [first, second, third, fourth] = questions.map(({ content }) => content && meaning(content))
    expect(first?.parts[0]).toMatchObject({ stem: '家属递来红包，先做什么？', explanation: '退不掉再登记上交。' })
    expect(first?.parts[0]?.options).toEqual([
      { text: '当面退回', right: true },
      { text: '收下再说', right: false },
      { text: '转给同事', right: false },
    ])
    expect(second?.parts[0]?.options.map(({ right }) => right)).toEqual([true, true, false])
    expect(third?.parts[0]?.explanation).toBe('感谢信和锦旗不是财物。')
    expect(fourth?.parts[0]?.stem).toBe('面额小的购物卡可以收 吗')
  })

  it('comes in as drafts that have yet to be confirmed and say what they lack', () => {
    const [one] = read('家属递来红包，先做什么？{=退回 ~收下}')
    expect(one).toMatchObject({ content: { evidence: 'M', topic: 'conduct' }, faults: [] })
    expect(one?.lacks).toEqual(['解析没有写', '没有写依据的文件', '没有写依据的条款'])
  })

  it('gives options ids that do not say which came first', () => {
    const firsts = Array.from(
      { length: 12 },
      (_, at) => read(`第 ${at} 题问什么？{=对的${at} ~错的 ~也错 ~都错}`)[0]?.content,
    )
    const ids = firsts.map((content) => (content?.kind === 'single' ? content.key[0] : null))
    expect(new Set(ids).size).toBeGreaterThan(1)
  })

  it('says of each question by itself what is wrong with it, in Chinese and with its line', () => {
    const questions = read(
      [
        '好的题{=A ~B}',
        '',
        '坏的题 {=A ~B',
        '',
        '几分？{#6}',
        '',
        '写写看 {}',
        '',
        '配对 {=a -> b =c -> d}',
        '',
        '简答{=甲 =乙}',
        '',
        '只有一段文字。',
        '',
        '又一道好的{T}',
      ].join('\n'),
    )
    expect(questions.map(({ line, content }) => [line, content !== null])).toEqual([
      [1, true],
      [3, false],
      [5, false],
      [7, false],
      [9, false],
      [11, false],
      [13, false],
      [15, true],
    ])
    const sentences = questions.flatMap(({ faults }) => faults.map(({ sentence }) => sentence))
    expect(sentences).toEqual([
      expect.stringMatching(/^这一题的写法读不懂，停在第 3 行/),
      '题库里没有数字题，请改成单选、多选或判断。',
      '题库里没有问答题，请改成单选、多选或判断。',
      '题库里没有匹配题，请改成单选、多选或判断。',
      '题库里没有简答题，请改成单选、多选或判断。',
      expect.stringMatching(/^只有一段文字，没有题/),
    ])
  })

  it('names a topic that the bank does not have, and reads on', () => {
    const questions = read('$CATEGORY: 消防安全\n\n灭火器放哪里？{=门口 ~柜子里}')
    expect(questions[0]?.faults).toEqual([
      { column: '主题', sentence: expect.stringContaining('没有“消防安全”这个主题') },
    ])
    expect(questions[1]?.content?.topic).toBe('conduct')
  })

  it('reads Windows line ends, a byte order mark and comments between questions', () => {
    const questions = read('\ufeff// 开头的话\r\n\r\n第一题问什么{T}\r\n\r\n\r\n// 中间\r\n第二题问什么{F}\r\n')
    expect(questions.map(({ line, content }) => [line, content?.kind])).toEqual([
      [3, 'true_false'],
      [6, 'true_false'],
    ])
  })

  it('is refused as a whole when it is too long, and never throws', () => {
    expect(readGift('题{T}\n\n'.repeat(IMPORT_MOST * 2 + 1))).toBeNull()
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words(12), fc.constantFrom('{', '}', '\n', '\n\n', '=', '~', '####', '::')), {
          maxLength: 20,
        }),
        (pieces) => {
          for (const { content, faults } of read(pieces.join(''))) expect(content === null).toBe(faults.length > 0)
        },
      ),
    )
  })
})

describe('questions written to a table', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(file, (questions) => {
        const reading = readSheet(writeSheet(questions))
        expect(reading.kind === 'read' && reading.questions.map(({ content }) => content && meaning(content))).toEqual(
          questions.map(({ content }) => meaning(content)),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('a table from elsewhere', () => {
  const good = {
    题型: '单选',
    主题: topicNames.gifts,
    难度: '易',
    题干: '家属递来红包，先做什么？',
    选项A: '收下',
    选项B: '退回',
    答案: 'b',
    解析: '当面退回最清楚。',
    依据文件: '九项准则',
    依据条款: '第八条',
    核原文: '是',
  }

  it('is read by its headings, under other names and in another order', () => {
    const reading = readSheet([
      ['题目', ' 类型', '标准答案', 'A', '选项 b', '分类', '答案解析'],
      ['家属递来红包，先做什么？', '单项选择题', 'Ｂ', '收下', '退回', '红包 礼品', '当面退回最清楚。'],
    ])
    expect(reading).toMatchObject({
      kind: 'read',
      questions: [{ line: 2, content: { kind: 'single', topic: 'gifts', difficulty: 2, evidence: 'M' }, faults: [] }],
    })
    expect(
      readSheet([
        ['题干', '答案'],
        ['问', 'A'],
      ]),
    ).toEqual({ kind: 'headings_missing', missing: ['题型', '主题'] })
    expect(readSheet([])).toMatchObject({ kind: 'headings_missing' })
  })

  it('says for each cell what is wrong with it', () => {
    const wrong = (cells: Record<string, string>) => table({ ...good, ...cells })[0]?.faults.map(({ column }) => column)
    expect(table(good)[0]).toMatchObject({ line: 2, content: { difficulty: 1, evidence: 'V' }, faults: [], lacks: [] })
    expect(wrong({ 题型: '填空' })).toEqual(['题型'])
    expect(wrong({ 主题: '消防', 难度: '很难', 核原文: '大概' })).toEqual(['主题', '难度', '核原文'])
    expect(wrong({ 答案: '' })).toEqual(['答案'])
    expect(wrong({ 答案: 'D' })).toEqual(['答案'])
    expect(wrong({ 答案: 'X' })).toEqual(['答案'])
    expect(wrong({ 题型: '判断', 答案: '也许' })).toEqual(['答案'])
    expect(wrong({ 题干: '长'.repeat(400) })).toEqual([null])
    expect(table({ ...good, 解析: '', 依据条款: '' })[0]?.lacks).toEqual(['解析没有写', '没有写依据的条款'])
  })

  it('takes 对 and 错 in the words people use', () => {
    const judged = (答案: string, more: Record<string, string> = {}) => {
      const content = table({ ...good, 选项A: '', 选项B: '', 题型: '判断题', 答案, ...more })[0]?.content
      return content?.kind === 'true_false' ? content.isTrue : null
    }
    expect(['对', '√', '正确', 'T', 'A'].map((said) => judged(said))).toEqual([true, true, true, true, true])
    expect(['错', '×', '错误', 'F', 'B'].map((said) => judged(said))).toEqual([false, false, false, false, false])
    expect(judged('A', { 选项A: '错', 选项B: '对' })).toBe(false)
  })

  it('puts rows of one case together, and tells which of them is wrong', () => {
    const first = { 题型: '案例', 主题: topicNames.gifts, 题干: '出院那天，家属塞来一张卡。', 案例号: '7' }
    const { 主题: _topic, ...asked } = good
    const one = { ...asked, 案例号: '7' }
    expect(table(first, one, { ...one, 题干: '退不掉怎么办？' })).toMatchObject([
      { line: 2, content: { kind: 'case', parts: [{ id: 'p1' }, { id: 'p2' }] }, lacks: [] },
    ])
    expect(table(first, { ...one, 答案: 'Z' }, one)).toMatchObject([{ line: 3, content: null }])
    expect(table(one, one)).toMatchObject([{ line: 2, content: null, faults: [{ column: '题型' }] }])
    expect(table(first, first)).toMatchObject([{ line: 3, faults: [{ column: '题型' }] }])
  })

  it('is refused when it is too long, and empty rows count for nothing', () => {
    expect(readSheet(headed(...Array.from({ length: IMPORT_MOST + 1 }, () => good)))).toEqual({ kind: 'too_long' })
    expect(table({}, good, {}, { ...good, 题干: '家属又递来一次，怎么办？' }).map(({ line }) => line)).toEqual([3, 5])
  })
})

describe('a topic', () => {
  it('is found by its name, its first word or its key', () => {
    for (const topic of topics) {
      expect(topicFrom(topicNames[topic])).toBe(topic)
      expect(topicFrom(topic)).toBe(topic)
    }
    expect(topicFrom('准则六')).toBe('rule6')
    expect(topicFrom(' 投诉管理 ')).toBe('complaints')
    expect(topicFrom('')).toBeNull()
  })
})
