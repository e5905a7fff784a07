import { beijingDay } from '#domain/instant'
import { err, ok } from '#domain/result'
import type { resultsActions } from '#domain/survey/results.contract'
import { readsResults, runsSurveys } from '#domain/survey/survey.access'
import { askedRaters } from '#domain/survey/survey.rules'
import { surveyTextRecords } from '#runtime/read/survey.pages.read'
import { surveysOf } from '#runtime/read/survey.read'
import type { ActionHandlers } from '#runtime/serve'
import { readResults } from './results.sources'
import { resultsOf } from './results.view'
import type { OpenSurveys } from './survey.open'
import { rememberThemes, textsPage } from './texts.page'

const USUAL_RATER = 'outpatient'

const isSame = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((each) => right.includes(each))

export const resultsHandlers: ActionHandlers<typeof resultsActions, OpenSurveys> = {
  async results({ rater, ...asked }, { actor, now, hospitals }) {
    const hospitalId = readsResults(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [hospital, surveys] = await Promise.all([hospitals.find(hospitalId), surveysOf(hospitalId)])
    if (!hospital) return err('hospital.not_founded')
    const [usual = USUAL_RATER] = askedRaters(surveys)
    const where = { hospitalId, hospitalName: hospital.name, surveys, today: beijingDay(now) }
    return ok(resultsOf(await readResults({ ...asked, rater: rater ?? usual }, where)))
  },

  async texts(wanted, { actor, now }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    return ok(await textsPage(hospitalId, wanted, beijingDay(now)))
  },

  async setThemes({ id, rev, themes: wanted }, { actor }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    const texts = surveyTextRecords()
    const stored = await texts.find(id)
    if (stored?.hospitalId !== hospitalId) return err('survey.text_unknown')
    const themes = [...new Set(wanted)]
    // What was asked for is so already: a retry after a lost answer.
    if (isSame(stored.themes, themes)) return ok({ rev: stored.rev })
    if (stored.rev !== rev) return err('data.changed')
    // Known before it is used: a theme that nobody lists would not be counted.
    await rememberThemes(hospitalId, stored.rater, themes)
    const written = await texts.replace({ ...stored, themes, unread: themes.length === 0 })
    return written ? ok({ rev: written.rev }) : err('data.changed')
  },
}
