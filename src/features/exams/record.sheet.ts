import type { DepartmentLearning, EthicsRow } from '#domain/integrity/record.contract'
import { topicNames } from '#domain/integrity/question.topics'
import type { Year } from '#domain/survey/quarter'
import type { WorkbookSheet } from '../../files/spreadsheet'

const WEAKEST = 3

/** The weakest topics by name; nothing where too few people make any sure. */
export const weakInWords = ({ weak }: Pick<DepartmentLearning, 'weak'>): string =>
  weak === null
    ? '人少，说不准'
    : weak
        .slice(0, WEAKEST)
        .map(({ topic }) => topicNames[topic])
        .join('、') || '没有'

/** What goes into the annual ethics file (医德考评): everybody's year, and the departments' beside it. */
export const recordSheets = (
  year: Year,
  people: readonly EthicsRow[],
  departments: readonly DepartmentLearning[],
): WorkbookSheet[] => [
  {
    name: '医德考评',
    rows: [
      [`${year} 年廉洁学习`],
      ['工号', '姓名', '科室', '练题天数', '应考场次', '参加', '合格', '廉洁课', '签承诺书', '证书'],
      ...people.map((row) => [
        row.number,
        row.name,
        row.departmentName ?? '没有登记',
        row.daysPractised,
        row.examsInvited,
        row.examsTaken,
        row.examsPassed,
        row.lessons,
        row.pledgeSignedOn ?? '还没签',
        row.certificates,
      ]),
    ],
    widths: [14, 14, 24, 10, 10, 8, 8, 8, 14, 8],
    boldRows: [0, 1],
  },
  {
    name: '科室',
    rows: [
      ['科室', '在册', '练过题', '应交卷', '交了', '合格', '薄弱主题'],
      ...departments.map((row) => [
        row.name,
        row.staff,
        row.practised.part,
        row.took.whole,
        row.took.part,
        row.passed.part,
        weakInWords(row),
      ]),
    ],
    widths: [24, 8, 10, 10, 8, 8, 48],
  },
]
