import { staffGroupNames } from '#domain/integrity/exam.model'
import type { LearningRecord } from '#domain/integrity/record.contract'
import { fullDayName } from '#domain/number.words'
import { saveSheet } from '../../files/spreadsheet'
import { saveText } from '../../files/text.save'
import { codeWords, learnedIn, recordWords } from './record.words'

const WIDTHS = [24, 36, 44, 16]

/** A year's record as it is handed over: what, when and how it ended. */
export const recordRows = (record: LearningRecord): string[][] => {
  const { number, name, departmentName, groups, year, certificates, appointment } = record
  return [
    ['学习档案', `${year} 年`, recordWords(record), ''],
    ['姓名', name, `工号 ${number}`, departmentName ?? ''],
    ...(groups.length > 0 ? [['所在人群', groups.map((group) => staffGroupNames[group]).join('、'), '', '']] : []),
    ...learnedIn(record).map(({ title, detail, end }) => ['学过的', title, detail, end]),
    ...certificates.map((certificate) => [
      '合格证',
      certificate.title,
      codeWords(certificate),
      fullDayName(certificate.passedOn),
    ]),
    ...(appointment ? [['任前考试', appointment.title, '合格', fullDayName(appointment.passedOn)]] : []),
  ]
}

/** A file in a browser; the mini-program, which saves no files for people, has it as a text to paste. */
export const saveRecord = async (record: LearningRecord): Promise<'saved' | 'copied' | 'failed'> => {
  const rows = recordRows(record)
  const name = `学习档案 ${record.year} ${record.name}`
  if (process.env.TARO_ENV !== 'h5') {
    return saveText(`${name}.txt`, rows.map((row) => row.filter(Boolean).join('，')).join('\n'))
  }
  try {
    await saveSheet(rows, { fileName: `${name}.xlsx`, widths: WIDTHS })
    return 'saved'
  } catch {
    return 'failed'
  }
}
