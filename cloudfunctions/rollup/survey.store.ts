import type { SurveyId } from '#domain/ids'
import type { Form } from '#domain/survey/question.model'
import { bucketIn, SheetMonth } from '#domain/survey/survey.bucket'
import { versionKey } from '#domain/survey/survey.model'
import { documents, oneOf } from '#runtime/documents'
import {
  departmentSheetMonthRecords,
  recountSheetsOf,
  sheetDayRecords,
  sheetMonthRecords,
  surveyTextRecords,
} from '#runtime/read/survey.pages.read'
import { sheetRecords, versionOf } from '#runtime/read/survey.read'
import * as v from 'valibot'
import { put } from './fold.store'
import type { SheetAuditStore } from './survey.fold'

const DAYS = 31
const KEYS = ['id', 'rev'] as const

/** Forms that were read once: what is published never changes. */
const rememberingForms = () => {
  const forms = new Map<string, Promise<Form | null>>()
  return (surveyId: SurveyId, version: number): Promise<Form | null> => {
    const key = versionKey(surveyId, version)
    const known = forms.get(key) ?? versionOf(surveyId, version).then((found) => found?.form ?? null)
    forms.set(key, known)
    return known
  }
}

/** The document database as folding sheets sees it, for one run. */
export const sheetStore = (): SheetAuditStore => {
  const sheets = sheetRecords()
  const days = sheetDayRecords()
  const months = sheetMonthRecords()
  const departmentMonths = departmentSheetMonthRecords()
  const texts = surveyTextRecords()
  const monthKeys = documents('survey_months', v.pick(SheetMonth, KEYS), ({ id }) => id, KEYS)
  const formOf = rememberingForms()
  return {
    // Day by day, so that a batch counts few of them anew.
    pendingSheets: (limit) =>
      sheets.list({
        where: { pending: true },
        orderBy: [
          ['hospitalId', 'asc'],
          ['rater', 'asc'],
          ['day', 'asc'],
          ['_id', 'asc'],
        ],
        limit,
      }),
    formOf: ({ surveyId, version }) => formOf(surveyId, version),
    recount: (key) => recountSheetsOf(key, formOf),
    day: days.find,
    daysOf: (key) => {
      const { hospitalId, rater, period } = bucketIn(key)
      return days.list({ where: { hospitalId, rater, month: period }, orderBy: [['_id', 'asc']], limit: DAYS })
    },
    month: months.find,
    departmentMonth: departmentMonths.find,
    putDay: put(days),
    putMonth: put(months),
    putDepartmentMonth: put(departmentMonths),
    addText: async (text) => void (await texts.insert(text)),
    release: (ids) => sheets.setWhere({ _id: oneOf(ids) }, { pending: false }),
    someMonths: async (limit) =>
      (await monthKeys.list({ where: {}, orderBy: [['_id', 'desc']], limit })).map(({ id }) => id),
    isPending: async (key) => {
      const { hospitalId, rater, period } = bucketIn(key)
      return (await sheets.count({ hospitalId, rater, pending: true, day: period })) > 0
    },
  }
}
