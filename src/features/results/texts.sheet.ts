import { monthName } from '#domain/number.words'
import type { TextAnswer } from '#domain/survey/results.contract'
import type { WorkbookSheet } from '../../files/spreadsheet'

/** What people wrote, for the office that sorts it. */
export const textSheets = (texts: readonly TextAnswer[]): WorkbookSheet[] => [
  {
    name: '留言',
    rows: [
      ['月份', '科室', '题目', '写了什么', '主题'],
      ...texts.map(({ month, departmentName, question, text, themes }) => [
        monthName(month),
        departmentName ?? '不写科室',
        question,
        text,
        themes.join('、') || '还没归类',
      ]),
    ],
    widths: [14, 18, 30, 80, 24],
  },
]
