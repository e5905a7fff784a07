import type { CandidateRow, ExamFiguresView, ExamView } from '#domain/integrity/office.contract'
import { topicNames } from '#domain/integrity/question.topics'
import { questionNumberInWords } from '#domain/integrity/question.model'
import type { WorkbookSheet } from '../../files/spreadsheet'
import { standingNames } from './exam.words'

const TENTHS = 10
const PER_CENT = 100

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * TENTHS) / TENTHS)

const shareOf = ({ part, whole }: { part: number; whole: number }): number | null =>
  whole === 0 ? null : rounded((PER_CENT * part) / whole)

/** Who sat an exam and how it went, and what its questions show, to take along; where there is no figure the cell is empty. */
export const examSheets = (
  { plan }: Pick<ExamView, 'plan'>,
  candidates: readonly CandidateRow[],
  figures: ExamFiguresView | null,
): WorkbookSheet[] => [
  {
    name: '名单',
    rows: [
      [plan.title],
      ['座号', '工号', '姓名', '科室', '结果', '最好一次', '满分', '考了几次', '离开页面', '重新记过分'],
      ...candidates.map(({ seat, number, name, departmentName, standing, best, used, leaves, regrades }) => [
        seat,
        number,
        name,
        departmentName ?? '没有登记',
        standingNames[standing],
        best?.earned ?? null,
        best?.possible ?? null,
        used,
        leaves,
        regrades.length,
      ]),
    ],
    widths: [8, 14, 14, 24, 12, 10, 8, 10, 10, 12],
    boldRows: [0, 1],
  },
  ...(figures
    ? [
        {
          name: '题目分析',
          rows: [
            [
              '题号',
              '题',
              '主题',
              '依据',
              '答的人',
              '全对',
              '全对（%）',
              '得分率（%）',
              '标准差（%）',
              '区分度（%）',
              '区分效率（%）',
              '实际权重（%）',
            ],
            ...figures.items.map((item) => [
              questionNumberInWords(item.number),
              item.stem,
              topicNames[item.topic],
              [item.rule.document, item.rule.article].filter(Boolean).join(' '),
              item.n,
              item.right.part,
              shareOf(item.right),
              rounded(item.facility),
              rounded(item.sd),
              rounded(item.discrimination),
              rounded(item.efficiency),
              rounded(item.effectiveWeight),
            ]),
          ],
          widths: [10, 48, 22, 30, 8, 8, 10, 12, 12, 12, 12, 12],
        },
      ]
    : []),
]
