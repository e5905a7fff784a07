import { categoryNames } from '#domain/complaint/category'
import type { DepartmentLearning, EthicsRow } from '#domain/integrity/record.contract'
import { topicNames } from '#domain/integrity/question.topics'
import type { Year } from '#domain/survey/quarter'
import type { WorkbookSheet } from '../../files/spreadsheet'

const WEAKEST = 3
const TOO_FEW = '人少，不列'

type Weak = NonNullable<DepartmentLearning['weak']>[number]

/** 「服务态度 12 件」: complaints of the last twelve months about the same matter; none is sorted under it: nothing. */
export const besideInWords = ({ themes, complaints }: Weak): string =>
  complaints === null ? '' : `${themes.map((theme) => categoryNames[theme]).join('、')} ${complaints} 件`

/** The weakest of a department; null: too few people. */
export const weakestOf = ({ weak }: Pick<DepartmentLearning, 'weak'>): Weak[] | null => weak && weak.slice(0, WEAKEST)

/** The weakest topics by name; nothing where too few people make any sure. */
export const weakInWords = (row: Pick<DepartmentLearning, 'weak'>): string =>
  row.weak === null
    ? '人少，说不准'
    : weakestOf(row)
        ?.map(({ topic }) => topicNames[topic])
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
      ['科室', '在册', '练过题', '应交卷', '交了', '合格', '薄弱主题', '同一件事的投诉，近 12 个月'],
      ...departments.map((row) => [
        row.name,
        row.staff,
        row.practised?.part ?? TOO_FEW,
        row.took?.whole ?? TOO_FEW,
        row.took?.part ?? TOO_FEW,
        row.passed?.part ?? TOO_FEW,
        weakInWords(row),
        weakestOf(row)?.map(besideInWords).filter(Boolean).join('；') ?? '',
      ]),
    ],
    widths: [24, 8, 10, 10, 8, 8, 48, 48],
    boldRows: [0],
  },
]
