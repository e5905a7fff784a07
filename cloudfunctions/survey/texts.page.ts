import type { DepartmentId, HospitalId } from '#domain/ids'
import type { Day, Month } from '#domain/instant'
import type { HonestYear } from '#domain/survey/honest.year'
import { quarterOf } from '#domain/survey/quarter'
import type { SurveyText } from '#domain/survey/survey.bucket'
import type { Rater } from '#domain/survey/survey.model'
import { above, below } from '#runtime/documents'
import { departmentNames } from '#runtime/read/hospital.read'
import { surveyTextRecords, surveyThemeRecords } from '#runtime/read/survey.pages.read'
import { readWaiting, readYear } from '#runtime/read/survey.year.read'
import { placeIn } from './results.sources'

export const TEXTS_PAGE = 50
/** Enough for a reader to choose from. */
export const THEMES_LISTED = 60

export interface TextsWanted {
  readonly rater: Rater
  readonly theme: string | null
  readonly unread: boolean
  readonly after: string | null
}

const NEWEST = [
  ['month', 'desc'],
  ['_id', 'asc'],
] as const

/** A page of words, newest month first, and whether more follow. */
const textsAfter = async (
  hospitalId: HospitalId,
  { rater, theme, unread, after }: TextsWanted,
): Promise<SurveyText[]> => {
  const records = surveyTextRecords()
  const where = { hospitalId, rater, ...(theme === null ? {} : { themes: theme }), ...(unread ? { unread } : {}) }
  const limit = TEXTS_PAGE + 1
  if (after === null) return records.list({ where, orderBy: NEWEST, limit })
  const place = await records.find(after)
  if (place?.hospitalId !== hospitalId) return []
  const sameMonth = { ...where, month: place.month, _id: above(place.id) }
  const rest = await records.list({ where: sameMonth, orderBy: [['_id', 'asc']], limit })
  if (rest.length > TEXTS_PAGE) return rest
  const earlier = { ...where, month: below(place.month) }
  return [...rest, ...(await records.list({ where: earlier, orderBy: NEWEST, limit: limit - rest.length }))]
}

/** Which department wrote it is said where that department's quarter is shown. */
const namesFor = async (hospitalId: HospitalId, rater: Rater, texts: readonly SurveyText[], today: Day) => {
  const years = [...new Set(texts.flatMap(({ month, departmentId }) => (departmentId ? [month.slice(0, 4)] : [])))]
  const [names, waiting] = await Promise.all([departmentNames(hospitalId), readWaiting(hospitalId, rater)])
  const read = await Promise.all(
    years.map(async (year): Promise<[string, HonestYear]> => {
      return [year, await readYear({ hospitalId, rater, year, today, waiting, withDetails: false })]
    }),
  )
  const shown = new Map(read)
  return (departmentId: DepartmentId | null, month: Month): string | null => {
    const year = shown.get(month.slice(0, 4))
    if (departmentId === null || !year) return null
    const at = placeIn({ unit: 'quarter', value: quarterOf(month) })
    return year.total(departmentId, at).state === 'shown' ? (names.get(departmentId) ?? null) : null
  }
}

const themesOf = async (hospitalId: HospitalId, rater: Rater) => {
  const known = await surveyThemeRecords().find(themesKey(hospitalId, rater))
  const counted = await Promise.all(
    (known?.themes ?? []).map(async (theme) => ({
      theme,
      count: await surveyTextRecords().count({ hospitalId, rater, themes: theme }),
    })),
  )
  return counted.filter(({ count }) => count > 0).sort((left, right) => right.count - left.count)
}

export const themesKey = (hospitalId: HospitalId, rater: Rater): string => `${hospitalId}|${rater}`

export const textsPage = async (hospitalId: HospitalId, wanted: TextsWanted, today: Day) => {
  const [found, themes] = await Promise.all([textsAfter(hospitalId, wanted), themesOf(hospitalId, wanted.rater)])
  const texts = found.slice(0, TEXTS_PAGE)
  const nameOf = await namesFor(hospitalId, wanted.rater, texts, today)
  return {
    rows: texts.map(({ id, rev, text, question, month, departmentId, themes: its }) => ({
      id,
      rev,
      text,
      question,
      month,
      departmentName: nameOf(departmentId, month),
      themes: its,
    })),
    next: found.length > TEXTS_PAGE ? (texts[texts.length - 1]?.id ?? null) : null,
    themes,
  }
}

const ATTEMPTS = 5

/** Remembers that there are these themes, so that they can be counted. */
export const rememberThemes = async (
  hospitalId: HospitalId,
  rater: Rater,
  themes: readonly string[],
): Promise<void> => {
  const records = surveyThemeRecords()
  const id = themesKey(hospitalId, rater)
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const known = await records.find(id)
    const all = [...new Set([...themes, ...(known?.themes ?? [])])].slice(0, THEMES_LISTED)
    if (themes.every((theme) => known?.themes.includes(theme))) return
    if (
      known
        ? await records.replace({ ...known, themes: all })
        : (await records.insert({ id, rev: 0, themes: all })) === 'inserted'
    )
      return
  }
}
