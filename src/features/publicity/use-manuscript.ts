import type { ArticleContent } from '#domain/culture/article.model'
import { ArticleContent as Content } from '#domain/culture/article.model'
import { isSameContent } from '#domain/culture/article.rules'
import type { DraftView } from '#domain/culture/desk.contract'
import type { ErrorCode } from '#domain/errors'
import type { ArticleId } from '#domain/ids'
import { err, ok, type Result } from '#domain/result'
import { useCallback, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { begin, edit, type History, redo, undo } from '../../ui/edit.history'
import { publicityApi } from './publicity.api'
import { type Gap, gapsToSave } from './sheet.gaps'
import { BLANK, contentOf, type Sheet, sheetOf } from './sheet.model'
import { dropSheet, keepSheet, loadSheet } from './sheet.store'

/** Where what is written stands. */
export type Saving =
  | { status: 'blank' }
  | { status: 'saved' }
  | { status: 'waiting' }
  | { status: 'saving' }
  /** Something in it the server would not take. */
  | { status: 'unwritten'; gaps: readonly Gap[] }
  /** A picture or a recording is still on its way. */
  | { status: 'sending' }
  | { status: 'offline' }
  | { status: 'changed' }
  | { status: 'failed'; code: ErrorCode }

const SAVE_AFTER_MS = 1200
const RETRY_MS = 4000
/** As often a version is kept by itself while somebody writes. */
const KEEP_EVERY_MS = 10 * 60 * 1000

/** As the server keeps it: without spaces at the ends of the words. */
const asKept = (content: ArticleContent): ArticleContent => {
  const parsed = v.safeParse(Content, content)
  return parsed.success ? parsed.output : content
}

const isSame = (one: ArticleContent, other: ArticleContent): boolean =>
  one === other || isSameContent(asKept(one), asKept(other))

interface Start {
  readonly history: History<Sheet>
  readonly isRestored: boolean
  readonly isChanged: boolean
}

const started = (id: ArticleId, view: DraftView | null): Start => {
  const stored = view?.content ?? BLANK
  const kept = loadSheet(id)
  if (!kept || isSame(kept.content, stored)) {
    dropSheet(id)
    return { history: begin(sheetOf(stored)), isRestored: false, isChanged: false }
  }
  const history = edit(begin(sheetOf(stored)), sheetOf(kept.content))
  return { history, isRestored: true, isChanged: kept.rev !== (view?.rev ?? null) }
}

/** An article while it is written: every step can be undone, and all of it is saved by itself. */
export const useManuscript = (
  id: ArticleId,
  opened: DraftView | null,
  isArriving: (content: ArticleContent) => boolean,
) => {
  const [start] = useState(() => started(id, opened))
  const [history, setHistory] = useState(start.history)
  const [view, setView] = useState(opened)
  const [stored, setStored] = useState(opened?.content ?? BLANK)
  const [theirs, setTheirs] = useState<DraftView | null>(start.isChanged ? opened : null)
  // An object of its own for every try that failed: each is followed by another.
  const [failure, setFailure] = useState<{ code: ErrorCode } | null>(null)
  const [busy, setBusy] = useState(false)
  const [isKept, setIsKept] = useState(true)
  const sheet = history.present
  const content = contentOf(sheet)
  const arriving = isArriving(content)
  const rev = useRef(opened?.rev ?? null)
  const sent = useRef<ArticleContent | null>(null)
  const [openedAt] = useState(() => Date.now())
  const keptAt = useRef(openedAt)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef({ sheet: start.history.present, stored, isArriving })
  useEffect(() => {
    latest.current = { sheet, stored, isArriving }
  })

  /** One write after the other, each from the revision that the one before has made. */
  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.current.then(work, work)
    queue.current = done
    return done
  }, [])

  const settle = useCallback(
    (written: DraftView, kept: ArticleContent) => {
      rev.current = written.rev
      setView(written)
      setStored(kept)
      setFailure(null)
      latest.current.stored = kept
      if (isSame(contentOf(latest.current.sheet), kept)) dropSheet(id)
    },
    [id],
  )

  /** A colleague was faster, or an answer of the server was lost and the change is one's own. */
  const meet = useCallback(async (): Promise<Result<DraftView>> => {
    const fresh = await publicityApi.draft({ id })
    if (!fresh.ok) return fresh
    const mine = sent.current ?? latest.current.stored
    if (isSame(fresh.value.content, mine)) {
      settle(fresh.value, mine)
      return fresh
    }
    setTheirs(fresh.value)
    return err('data.changed')
  }, [id, settle])

  /** null: all that is written is stored; else why it is not. `keep` makes a version of it. */
  const saveAll = useCallback(
    async (keep: boolean): Promise<ErrorCode | null> => {
      let wants = keep
      for (;;) {
        const { sheet: now, stored: before } = latest.current
        const draft = contentOf(now)
        const isDone = isSame(draft, before) && rev.current !== null
        if (isDone && !wants) return null
        if (rev.current === null && isSame(draft, BLANK)) return 'input.invalid'
        if (gapsToSave(now).length > 0) return 'input.invalid'
        if (latest.current.isArriving(draft)) return 'media.unknown'
        const isVersion = wants || Date.now() - keptAt.current > KEEP_EVERY_MS
        setBusy(true)
        sent.current = draft
        const answer = await publicityApi.saveDraft({ id, rev: rev.current, content: draft, keep: isVersion })
        const result = answer.ok || answer.code !== 'data.changed' ? answer : await meet()
        setBusy(false)
        if (answer.ok) {
          if (isVersion) keptAt.current = Date.now()
          wants = false
          settle(answer.value, draft)
        } else if (!result.ok) {
          setFailure({ code: result.code })
          return result.code
        }
      }
    },
    [id, meet, settle],
  )
  const save = useCallback((keep = false) => inTurn(() => saveAll(keep)), [inTurn, saveAll])

  const isStored = isSame(content, stored)
  const isHeld = theirs !== null
  useEffect(() => {
    if (isStored) return undefined
    setIsKept(keepSheet(id, { rev: rev.current, content: contentOf(sheet) }))
    if (isHeld || arriving) return undefined
    const timer = setTimeout(() => void save(), failure === null ? SAVE_AFTER_MS : RETRY_MS)
    return () => clearTimeout(timer)
  }, [sheet, isStored, isHeld, arriving, failure, id, save])
  useEffect(() => () => void save(), [save])

  const gaps = gapsToSave(sheet)
  const saving: Saving = isHeld
    ? { status: 'changed' }
    : isStored
      ? { status: view ? 'saved' : 'blank' }
      : gaps.length > 0
        ? { status: 'unwritten', gaps }
        : arriving
          ? { status: 'sending' }
          : busy
            ? { status: 'saving' }
            : failure?.code === 'network.offline'
              ? { status: 'offline' }
              : failure
                ? { status: 'failed', code: failure.code }
                : { status: 'waiting' }

  /** Saves first, then acts on the revision that came of it. */
  const act = useCallback(
    async (work: (which: { id: ArticleId; rev: number }) => Promise<Result<DraftView>>): Promise<Result<DraftView>> => {
      const failed = await save()
      if (failed) return err(failed)
      return inTurn(async () => {
        const answer = await work({ id, rev: rev.current ?? 0 })
        if (answer.ok) {
          const { content: now } = answer.value
          if (!isSame(now, latest.current.stored)) setHistory((before) => edit(before, sheetOf(now)))
          settle(answer.value, now)
        } else if (answer.code === 'data.changed') await meet()
        return answer
      })
    },
    [id, save, inTurn, meet, settle],
  )

  const change = useCallback((next: (sheet: Sheet) => Sheet, run: string | null = null) => {
    setHistory((before) => edit(before, next(before.present), run))
  }, [])

  const adopt = (fresh: DraftView) => {
    settle(fresh, fresh.content)
    setTheirs(null)
  }

  /** Mine over what the colleague wrote, of which a version is kept first. */
  const keepMine = async (): Promise<Result<null>> => {
    if (!theirs) return ok(null)
    const kept = await publicityApi.saveDraft({ id, rev: theirs.rev, content: theirs.content, keep: true })
    if (!kept.ok) {
      if (kept.code === 'data.changed') await meet()
      return err(kept.code)
    }
    adopt(kept.value)
    return ok(null)
  }

  /** The colleague's; mine can be had back by undoing. */
  const takeTheirs = () => {
    if (!theirs) return
    dropSheet(id)
    setHistory((before) => edit(before, sheetOf(theirs.content)))
    adopt(theirs)
  }

  return {
    sheet,
    content,
    /** As the server last answered; null: it knows nothing of it yet. */
    view,
    theirs,
    saving,
    /** What was left unsaved on this device is shown instead of what the server has. */
    isRestored: start.isRestored,
    /** False: this device has no room, so the page must stay open until it is saved. */
    isKept,
    change,
    undo: useCallback(() => setHistory(undo), []),
    redo: useCallback(() => setHistory(redo), []),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    save,
    act,
    keepMine,
    takeTheirs,
  }
}

export type Manuscript = ReturnType<typeof useManuscript>
