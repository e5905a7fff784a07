import type { ErrorCode } from '#domain/errors'
import type { QuizQuestionId } from '#domain/ids'
import type { QuestionView } from '#domain/integrity/question.contract'
import type { QuestionContent } from '#domain/integrity/question.model'
import { useCallback, useEffect, useRef, useState } from 'react'
import { begin, edit, type History, redo, undo } from '../../ui/edit.history'
import { bankApi } from './bank.api'
import { contentOf, draftOf, isSameContent, overlongIn, type QuestionDraft } from './question.draft'
import { dropQuestion, keepQuestion, keptQuestion } from './question.store'

/** Where what is written stands. `overlong`: somewhere there is more than the server takes. */
export type Saving =
  | { status: 'blank' }
  | { status: 'saved' }
  | { status: 'waiting' }
  | { status: 'saving' }
  | { status: 'overlong' }
  | { status: 'offline' }
  | { status: 'changed' }
  | { status: 'failed'; code: ErrorCode }

const SAVE_AFTER_MS = 700
const RETRY_MS = 4000

interface Begun {
  history: History<QuestionDraft>
  restored: boolean
  changed: boolean
}

const begun = (id: QuizQuestionId, first: QuestionDraft, rev: number | null, stored: QuestionContent): Begun => {
  const kept = keptQuestion(id)
  if (!kept || isSameContent(kept.draft, stored)) {
    dropQuestion(id)
    return { history: begin(first), restored: false, changed: false }
  }
  return { history: edit(begin(first), kept.draft), restored: true, changed: kept.rev !== rev }
}

interface Opened {
  id: QuizQuestionId
  /** null: a new one, of which the server knows nothing yet. */
  view: QuestionView | null
  /** What a new one begins with. */
  blank: QuestionDraft
  onSaved: (view: QuestionView) => void
}

/** A question while it is written: every step can be undone, and all of it is saved by itself. */
export const useQuestionDraft = ({ id, view, blank, onSaved }: Opened) => {
  const [first] = useState(() => (view ? draftOf(view.content, Math.random) : blank))
  const [start] = useState(() => begun(id, first, view?.rev ?? null, view?.content ?? contentOf(blank)))
  const [history, setHistory] = useState(start.history)
  const [stored, setStored] = useState<QuestionContent>(view?.content ?? contentOf(blank))
  const [latestView, setLatestView] = useState(view)
  const [theirs, setTheirs] = useState<QuestionView | null>(start.changed ? view : null)
  // An object of its own for every try that failed: each is followed by another.
  const [failure, setFailure] = useState<{ code: ErrorCode } | null>(null)
  const [busy, setBusy] = useState(false)
  const [isKept, setIsKept] = useState(true)
  const draft = history.present
  const rev = useRef<number | null>(view?.rev ?? null)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef({ draft, stored, onSaved })
  useEffect(() => {
    latest.current = { draft, stored, onSaved }
  })

  const settle = useCallback(
    (written: QuestionView) => {
      rev.current = written.rev
      setStored(written.content)
      setLatestView(written)
      setFailure(null)
      latest.current.stored = written.content
      if (isSameContent(latest.current.draft, written.content)) dropQuestion(id)
      latest.current.onSaved(written)
    },
    [id],
  )

  /** A colleague was faster, or an answer of the server was lost and the change is one's own. */
  const meet = useCallback(
    async (sent: QuestionDraft): Promise<ErrorCode | null> => {
      const fresh = await bankApi.question({ id })
      if (!fresh.ok) return fresh.code
      if (isSameContent(sent, fresh.value.content)) {
        settle(fresh.value)
        return null
      }
      setTheirs(fresh.value)
      return 'data.changed'
    },
    [id, settle],
  )

  /** null: all that is written is stored; else why it is not. */
  const saveAll = useCallback(async (): Promise<ErrorCode | null> => {
    for (;;) {
      const { draft: sent, stored: before } = latest.current
      if (isSameContent(sent, before)) return null
      if (overlongIn(sent).length > 0) return 'input.invalid'
      setBusy(true)
      const answer = await bankApi.saveQuestion({ id, rev: rev.current, content: contentOf(sent) })
      const code = answer.ok ? null : answer.code === 'data.changed' ? await meet(sent) : answer.code
      setBusy(false)
      if (answer.ok) settle(answer.value)
      if (code) {
        setFailure({ code })
        return code
      }
    }
  }, [id, meet, settle])
  /** One write after the other, each from the revision that the one before has made. */
  const save = useCallback((): Promise<ErrorCode | null> => {
    const done = queue.current.then(saveAll, saveAll)
    queue.current = done
    return done
  }, [saveAll])

  const isStored = isSameContent(draft, stored)
  const isHeld = theirs !== null
  useEffect(() => {
    if (isStored) return undefined
    setIsKept(keepQuestion(id, { rev: rev.current, draft }))
    if (isHeld) return undefined
    const timer = setTimeout(() => void save(), failure === null ? SAVE_AFTER_MS : RETRY_MS)
    return () => clearTimeout(timer)
  }, [draft, isStored, isHeld, failure, id, save])
  useEffect(() => () => void save(), [save])

  const saving: Saving = isHeld
    ? { status: 'changed' }
    : isStored
      ? { status: latestView ? 'saved' : 'blank' }
      : overlongIn(draft).length > 0
        ? { status: 'overlong' }
        : busy
          ? { status: 'saving' }
          : failure?.code === 'network.offline'
            ? { status: 'offline' }
            : failure
              ? { status: 'failed', code: failure.code }
              : { status: 'waiting' }

  const change = useCallback((next: (draft: QuestionDraft) => QuestionDraft, run: string | null = null) => {
    setHistory((before) => edit(before, next(before.present), run))
  }, [])

  const adopt = (fresh: QuestionView) => {
    rev.current = fresh.rev
    setStored(fresh.content)
    setLatestView(fresh)
    setTheirs(null)
    setFailure(null)
  }

  return {
    draft,
    saving,
    /** As the server answered last; null: it knows nothing of it yet. */
    view: latestView,
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
    /** Mine over what the colleague wrote. */
    keepMine: () => {
      if (theirs) adopt(theirs)
    },
    /** The colleague's; mine can be had back by undoing. */
    takeTheirs: () => {
      if (!theirs) return
      dropQuestion(id)
      setHistory((before) => edit(before, draftOf(theirs.content, Math.random)))
      adopt(theirs)
    },
  }
}

export type Writing = ReturnType<typeof useQuestionDraft>
