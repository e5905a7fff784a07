import type { ErrorCode } from '#domain/errors'
import { err, type Result } from '#domain/result'
import type { SurveyDetail } from '#domain/survey/office.contract'
import { Form } from '#domain/survey/question.model'
import { isSameForm } from '#domain/survey/version.rules'
import { useCallback, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { dropDraft, keepDraft, loadDraft } from './draft.store'
import { begin, edit, type History, redo, undo } from '../../ui/edit.history'
import { type Gap, gapsIn } from './form.gaps'
import { surveyApi } from './survey.api'

/** Where what is written stands. `unwritten`: something is missing that the server asks for. */
export type Saving =
  | { status: 'saved' }
  | { status: 'waiting' }
  | { status: 'saving' }
  | { status: 'unwritten'; gaps: readonly Gap[] }
  | { status: 'offline' }
  | { status: 'changed' }
  | { status: 'failed'; code: ErrorCode }

const SAVE_AFTER_MS = 700
const RETRY_MS = 4000

/** As the server keeps it: without spaces at the ends of the words. */
const asKept = (form: Form): Form => {
  const parsed = v.safeParse(Form, form)
  return parsed.success ? parsed.output : form
}

const isSame = (one: Form, other: Form): boolean => one === other || isSameForm(asKept(one), asKept(other))

const begun = ({ survey }: SurveyDetail): { history: History<Form>; restored: boolean; changed: boolean } => {
  const kept = loadDraft(survey.id)
  if (!kept || isSame(kept.form, survey.draft)) {
    dropDraft(survey.id)
    return { history: begin(survey.draft), restored: false, changed: false }
  }
  const changed = kept.rev !== survey.rev
  return { history: edit(begin(survey.draft), kept.form), restored: true, changed }
}

/** The draft of a questionnaire while it is written: every step can be undone, and all of it is saved by itself. */
export const useDraft = (detail: SurveyDetail, onDetail: () => Promise<void>) => {
  const { id } = detail.survey
  const [start] = useState(() => begun(detail))
  const [history, setHistory] = useState(start.history)
  const [stored, setStored] = useState(detail.survey.draft)
  const [theirs, setTheirs] = useState<SurveyDetail | null>(start.changed ? detail : null)
  // An object of its own for every try that failed: each is followed by another.
  const [failure, setFailure] = useState<{ code: ErrorCode } | null>(null)
  const [busy, setBusy] = useState(false)
  const [isKept, setIsKept] = useState(true)
  const form = history.present
  const rev = useRef(detail.survey.rev)
  const sent = useRef<Form | null>(null)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef({ form, stored })
  useEffect(() => {
    latest.current = { form, stored }
  })

  /** One write after the other, each from the revision that the one before has made. */
  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.current.then(work, work)
    queue.current = done
    return done
  }, [])

  const settle = useCallback(
    (written: { rev: number }, kept: Form) => {
      rev.current = written.rev
      setStored(kept)
      setFailure(null)
      latest.current.stored = kept
      if (isSame(latest.current.form, kept)) dropDraft(id)
    },
    [id],
  )

  /** A colleague was faster, or an answer of the server was lost and the change is one's own. */
  const meet = useCallback(async (): Promise<Result<unknown>> => {
    const fresh = await surveyApi.survey({ surveyId: id })
    if (!fresh.ok) return fresh
    const mine = sent.current ?? latest.current.stored
    if (isSame(fresh.value.survey.draft, mine)) {
      settle(fresh.value.survey, mine)
      return fresh
    }
    setTheirs(fresh.value)
    return { ok: false, code: 'data.changed' }
  }, [id, settle])

  /** null: all that is written is stored; else why it is not. */
  const saveAll = useCallback(async (): Promise<ErrorCode | null> => {
    for (;;) {
      const { form: draft, stored: before } = latest.current
      if (isSame(draft, before)) return null
      if (gapsIn(draft).length > 0) return 'input.invalid'
      setBusy(true)
      sent.current = draft
      const answer = await surveyApi.saveDraft({ id, rev: rev.current, draft })
      const result = answer.ok || answer.code !== 'data.changed' ? answer : await meet()
      setBusy(false)
      if (answer.ok) settle(answer.value, draft)
      else if (!result.ok) {
        setFailure({ code: result.code })
        return result.code
      }
    }
  }, [id, meet, settle])
  const save = useCallback(() => inTurn(saveAll), [inTurn, saveAll])

  const isStored = isSame(form, stored)
  const isHeld = theirs !== null
  useEffect(() => {
    if (isStored) return undefined
    setIsKept(keepDraft(id, { rev: rev.current, form }))
    if (isHeld) return undefined
    const timer = setTimeout(() => void save(), failure === null ? SAVE_AFTER_MS : RETRY_MS)
    return () => clearTimeout(timer)
  }, [form, isStored, isHeld, failure, id, save])
  useEffect(() => () => void save(), [save])

  const gaps = gapsIn(form)
  const saving: Saving = isHeld
    ? { status: 'changed' }
    : isStored
      ? { status: 'saved' }
      : gaps.length > 0
        ? { status: 'unwritten', gaps }
        : busy
          ? { status: 'saving' }
          : failure?.code === 'network.offline'
            ? { status: 'offline' }
            : failure
              ? { status: 'failed', code: failure.code }
              : { status: 'waiting' }

  /** Saves first, then writes from the revision that came of it. */
  const write = useCallback(
    async <T extends { rev: number }>(act: (rev: number) => Promise<Result<T>>): Promise<Result<T>> => {
      const failed = await save()
      if (failed) return err(failed)
      return inTurn(async () => {
        const answer = await act(rev.current)
        if (answer.ok) rev.current = answer.value.rev
        else if (answer.code === 'data.changed') await meet()
        if (answer.ok) await onDetail()
        return answer
      })
    },
    [save, inTurn, meet, onDetail],
  )

  const change = useCallback((next: (form: Form) => Form, run: string | null = null) => {
    setHistory((before) => edit(before, next(before.present), run))
  }, [])

  const adopt = (fresh: SurveyDetail) => {
    rev.current = fresh.survey.rev
    setStored(fresh.survey.draft)
    setTheirs(null)
    setFailure(null)
    void onDetail()
  }

  return {
    form,
    saving,
    /** What was left unsaved on this device is shown instead of what the server has. */
    isRestored: start.restored,
    /** False: this device has no room, so the page must stay open until it is saved. */
    isKept,
    change,
    undo: useCallback(() => setHistory(undo), []),
    redo: useCallback(() => setHistory(redo), []),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    save,
    write,
    /** Mine over what the colleague wrote. */
    keepMine: () => {
      if (theirs) adopt(theirs)
    },
    /** The colleague's; mine can be had back by undoing. */
    takeTheirs: () => {
      if (!theirs) return
      dropDraft(id)
      setHistory((before) => edit(before, theirs.survey.draft))
      adopt(theirs)
    },
  }
}

export type Draft = ReturnType<typeof useDraft>
