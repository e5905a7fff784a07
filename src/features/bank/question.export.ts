import type { ErrorCode } from '#domain/errors'
import { writeGift } from '#domain/integrity/gift.write'
import { SHEET_HEADINGS, writeSheet } from '#domain/integrity/question.sheet'
import { optionAt } from '#domain/integrity/starter.question'
import type { QuestionContent } from '#domain/integrity/question.model'
import type { Topic } from '#domain/integrity/question.topics'
import { ok, type Result } from '#domain/result'
import { saveSheet } from '../../files/spreadsheet'
import { saveText } from '../../files/text.save'
import { bankApi } from './bank.api'

export interface Exported {
  readonly title: string
  readonly content: QuestionContent
}

/** All questions of a topic, or of the whole bank, page after page. */
export const allQuestions = async (topic: Topic | null): Promise<Result<Exported[], ErrorCode>> => {
  const questions: Exported[] = []
  let after: number | null = null
  do {
    const answer: Awaited<ReturnType<typeof bankApi.exportQuestions>> = await bankApi.exportQuestions({ topic, after })
    if (!answer.ok) return answer
    questions.push(...answer.value.questions)
    after = answer.value.next
  } while (after !== null)
  return ok(questions)
}

const WIDE = new Set(['题干', '解析', '在科里'])
const MIDDLE = new Set(['主题', '依据文件', '依据条款', '要点'])
const widths = SHEET_HEADINGS.map((heading) =>
  WIDE.has(heading) ? 40 : MIDDLE.has(heading) ? 24 : heading.startsWith('选项') ? 20 : 10,
)

export const saveAsSheet = (questions: readonly Exported[], fileName: string): Promise<void> =>
  saveSheet(writeSheet(questions), { fileName: `${fileName}.xlsx`, widths })

export const saveAsGift = (questions: readonly Exported[], fileName: string) =>
  saveText(`${fileName}.gift.txt`, writeGift(questions))

/** What a row looks like: one that is complete, and goes away when it is overwritten. */
const EXAMPLE: QuestionContent = {
  kind: 'single',
  topic: 'rule8',
  difficulty: 1,
  evidence: 'M',
  stem: '病人家属把红包塞进白大褂口袋，当时没发现。发现以后先做什么？',
  options: ['先收着，出院时还', '当场或当天退还，退不掉的交给科里登记上交', '给科室买水果', '等对方来要'].map(
    (text, place) => ({ id: optionAt(place), text }),
  ),
  key: [optionAt(1)],
  fixedOrder: false,
  point: '发现就退，退不掉就交',
  explanation: '不是自己愿意收的，也不能留着。及时退还，退不掉的按本院规定登记上交，留下记录。',
  practice: '跟护士长说一声，两个人一起退，写清时间。',
  rule: { document: '医疗机构工作人员廉洁从业九项准则', article: '第八条' },
}

export const saveTemplate = (): Promise<void> =>
  saveSheet(writeSheet([{ title: '1', content: EXAMPLE }]), { fileName: '题库模板.xlsx', widths })
