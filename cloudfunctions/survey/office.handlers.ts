import { beijingDay, type Day } from '#domain/instant'
import { err, ok } from '#domain/result'
import { letsAnswerAgain } from '#domain/survey/answering.rules'
import { checkForm, type FormFault } from '#domain/survey/form.checker'
import type { officeActions, SurveyRow } from '#domain/survey/office.contract'
import { type Form, isAsked } from '#domain/survey/question.model'
import { runsSurveys } from '#domain/survey/survey.access'
import { type Survey, type SurveyVersion, versionKey } from '#domain/survey/survey.model'
import { isAskedBeside, overlap, periodOn } from '#domain/survey/survey.rules'
import { changedScales, changesOverall, isSameForm } from '#domain/survey/version.rules'
import { staffNames } from '#runtime/read/staff.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenSurveys } from './survey.open'

export const officeHandlers: ActionHandlers<typeof officeActions, OpenSurveys> = {
  async surveys(_, { actor, now, surveys }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    const [all, names] = await Promise.all([surveys.all(hospitalId), staffNames(hospitalId)])
    const asked = await surveys.asked(all)
    const today = beijingDay(now)
    return ok({
      rows: all.map((survey) => asRow(survey, asked.get(survey.id), names.get(survey.changedBy) ?? '', today)),
    })
  },

  async survey({ surveyId }, { actor, surveys }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    const survey = await surveys.find(hospitalId, surveyId)
    if (!survey) return err('survey.unknown')
    const [published, names] = await Promise.all([surveys.published(survey), staffNames(hospitalId)])
    return ok({
      survey,
      asked: published.find(({ version }) => version === survey.version)?.form ?? null,
      versions: published.map(({ version, form, publishedAt, by }) => ({
        version,
        publishedOn: beijingDay(publishedAt),
        byName: names.get(by) ?? '',
        questions: questionsIn(form),
      })),
    })
  },

  async version({ surveyId, version }, { actor, surveys }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId) return err('auth.forbidden')
    const survey = await surveys.find(hospitalId, surveyId)
    if (!survey || version > survey.version) return err('survey.unknown')
    const published = await surveys.version(surveyId, version)
    return published ? ok(published.form) : err('survey.unknown')
  },

  async addSurvey({ id, rater, draft }, { actor, now, surveys }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const survey = {
      id,
      hospitalId,
      rater,
      draft,
      version: 0,
      periods: [],
      retired: false,
      quota: { total: null, perDepartment: null },
      changedAt: now,
      changedBy: actor.staff.id,
    }
    if ((await surveys.add(survey)) === 'inserted') return ok(written({ ...survey, rev: 0 }))
    const known = await surveys.find(hospitalId, id)
    const isRetry = known?.rater === rater && isSameForm(known.draft, draft)
    return isRetry ? ok(written(known)) : err('request.reused')
  },

  async saveDraft({ id, rev, draft }, { actor, now, surveys }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const survey = await surveys.find(hospitalId, id)
    if (!survey) return err('survey.unknown')
    if (isOneBehind(rev, survey) && isSameForm(survey.draft, draft)) return ok(written(survey))
    if (survey.rev !== rev) return err('data.changed')
    const saved = await surveys.replace({ ...survey, draft, changedAt: now, changedBy: actor.staff.id })
    return saved ? ok(written(saved)) : err('data.changed')
  },

  async publish({ id, rev }, { actor, now, surveys }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const survey = await surveys.find(hospitalId, id)
    if (!survey) return err('survey.unknown')
    if (survey.rev !== rev && !isOneBehind(rev, survey)) return err('data.changed')
    const published = await surveys.published(survey)
    const asked = published.find(({ version }) => version === survey.version)
    if (asked && isSameForm(asked.form, survey.draft)) return ok(written(survey))
    if (survey.rev !== rev) return err('data.changed')

    const faults = checkForm(survey.draft)
    if (faults.length > 0) return err('survey.not_sound', placesOf(survey.draft, faults))
    const forms = published.map(({ form }) => form)
    const changed = changedScales(survey.draft, forms)
    if (changed.length > 0) return err('survey.scale_changed', changed.map(placeOf))
    if (changesOverall(survey.draft, forms)) return err('survey.overall_changed', ['draft.overall'])
    const version = survey.version + 1
    if (isAskedBeside({ ...survey, version }, await surveys.all(hospitalId, survey.rater))) {
      return err('survey.another_open')
    }

    const by = actor.staff.id
    const next = {
      id: versionKey(id, version),
      surveyId: id,
      hospitalId,
      version,
      form: survey.draft,
      publishedAt: now,
    }
    if ((await surveys.prepare(survey, { ...next, by })) === 'overtaken') return err('data.changed')
    const asking = await surveys.replace({ ...survey, version, changedAt: now, changedBy: by })
    return asking ? ok(written(asking)) : err('data.changed')
  },

  async schedule({ id, rev, ...plan }, { actor, now, surveys }) {
    const hospitalId = runsSurveys(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    const survey = await surveys.find(hospitalId, id)
    if (!survey) return err('survey.unknown')
    if (isOneBehind(rev, survey) && isPlanOf(survey, plan)) return ok(written(survey))
    if (survey.rev !== rev) return err('data.changed')
    const planned = { ...survey, ...plan, changedAt: now, changedBy: actor.staff.id }
    if (overlap(plan.periods)) return err('survey.periods_overlap')
    if (letsAnswerAgain(survey, plan.periods, beijingDay(now))) return err('survey.period_begun')
    if (isAskedBeside(planned, await surveys.all(hospitalId, survey.rater))) return err('survey.another_open')
    const saved = await surveys.replace(planned)
    return saved ? ok(written(saved)) : err('data.changed')
  },
}

const questionsIn = (form: Form) => form.questions.filter(isAsked).length

const asRow = (survey: Survey, asked: SurveyVersion | undefined, changedByName: string, today: Day): SurveyRow => ({
  ...survey,
  title: survey.draft.title,
  questions: questionsIn(survey.draft),
  isOpen: periodOn(survey, today) !== null,
  isChanged: asked !== undefined && !isSameForm(survey.draft, asked.form),
  changedByName,
})

const written = ({ id, rev, version, changedAt }: Survey) => ({ id, rev, version, changedAt })

/** What was asked for may be so already: a retry after a lost answer comes with the revision before. */
const isOneBehind = (rev: number, survey: Survey) => survey.rev === rev + 1

type Plan = Pick<Survey, 'periods' | 'quota' | 'retired'>

const isPlanOf = (survey: Survey, { periods, quota, retired }: Plan) =>
  JSON.stringify([survey.periods.map(({ from, to }) => [from, to]), survey.quota.total, survey.quota.perDepartment]) ===
    JSON.stringify([periods.map(({ from, to }) => [from, to]), quota.total, quota.perDepartment]) &&
  survey.retired === retired

const placeOf = (at: number) => `draft.questions.${at}`

/** Where the draft is to be put right. */
const placesOf = (form: Form, faults: readonly FormFault[]): string[] => [
  ...new Set(
    faults.map((fault) => {
      if (fault.question !== null) return placeOf(form.questions.findIndex(({ id }) => id === fault.question))
      if (fault.kind === 'dimension_empty') {
        return `draft.dimensions.${form.dimensions.findIndex(({ id }) => id === fault.dimension)}`
      }
      return fault.kind === 'overall_unknown' ? 'draft.overall' : 'draft.questions'
    }),
  ),
]
