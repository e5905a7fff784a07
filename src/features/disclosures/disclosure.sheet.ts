import type { DisclosureFigures } from '#domain/culture/disclosure.contract'
import { audienceNames } from '#domain/culture/disclosure.model'
import type { WorkbookSheet } from '../../files/spreadsheet'
import { dueTitle, rateWords } from './desk.words'
import { rhythmWords } from './disclosure.words'
import type { DeskBoard } from './use-desk'

const STANDINGS = { overdue: '逾期', waiting: '有变化，没到期', current: '按时', never: '还没有公开过' } as const

/** The twenty slots as they stand (公开目录), to print or to hand in. */
export const slotSheet = ({ slots }: Pick<DeskBoard, 'slots'>): WorkbookSheet => ({
  name: '公开目录',
  rows: [
    [
      '事项',
      '对象',
      '责任科室',
      '依据',
      '法务核对',
      '时限',
      '最近更新',
      '最近一条',
      '最晚公开',
      '状态',
      '晚几个工作日',
      '答应哪天补上',
    ],
    ...slots.map((slot) => [
      slot.name,
      audienceNames[slot.audience],
      slot.ownerName ?? `未定（一般是${slot.usualOwner}）`,
      slot.basis,
      slot.basisChecked ? '核对过' : '还没有',
      rhythmWords(slot),
      slot.lastOn ?? '',
      slot.lastTitle ?? '',
      slot.dueOn ?? '',
      STANDINGS[slot.standing],
      slot.late,
      slot.promisedOn ?? '',
    ]),
  ],
  widths: [16, 8, 16, 36, 10, 36, 12, 28, 12, 16, 14, 14],
})

/** 公开及时率 and every row it is made of. */
export const timelinessSheet = (figures: DisclosureFigures, period: string): WorkbookSheet => ({
  name: '公开及时率',
  rows: [
    [`${period}，数到 ${figures.through}`],
    ['按时公开', figures.inTime, '应当公开', figures.due, '及时率', rateWords(figures) ?? '没有到期的'],
    [],
    ['事项', '责任科室', '内容', '形成或变更', '最晚公开', '公开日期', '按时'],
    ...figures.rows.map((row) => [
      row.slotName,
      row.ownerName ?? '',
      dueTitle(row),
      row.occurredOn ?? '',
      row.dueOn,
      row.publishedOn ?? '还没有',
      row.inTime ? '是' : '否',
    ]),
  ],
  widths: [16, 16, 36, 14, 14, 14, 8],
  boldRows: [0, 3],
})
