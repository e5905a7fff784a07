import { useAction } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import type { QuizQuestionId } from '#domain/ids'
import type { QuestionQueue, QuestionView } from '#domain/integrity/question.contract'
import type { QuestionKind } from '#domain/integrity/question.model'
import type { Topic } from '#domain/integrity/question.topics'
import type { Result } from '#domain/result'
import { useCallback, useEffect, useState } from 'react'
import { bankApi } from './bank.api'

export type BankPage = Extract<Awaited<ReturnType<typeof bankApi.questions>>, { ok: true }>['value']

export interface BankFilter {
  readonly queue: QuestionQueue
  readonly topic: Topic | null
  readonly kind: QuestionKind | null
  readonly words: string
}

const TYPED_MS = 300

/** Questions by where they stand and what they are about, and the one that is looked at. */
export const useBank = (first: QuestionQueue, asked: QuizQuestionId | null) => {
  const [filter, setFilter] = useState<BankFilter>({ queue: first, topic: null, kind: null, words: '' })
  const [wanted, setWanted] = useState(filter)
  const [page, setPage] = useState<BankPage | null>(null)
  const [openId, setOpenId] = useState<QuizQuestionId | null>(asked)
  const [open, setOpen] = useState<QuestionView | null>(null)
  const [acting, setActing] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const { remote, latest } = useAction(bankApi.questions)

  // While somebody types, the list is asked for once they pause.
  useEffect(() => {
    const timer = setTimeout(() => setWanted(filter), filter.words === wanted.words ? 0 : TYPED_MS)
    return () => clearTimeout(timer)
  }, [filter, wanted.words])

  const reload = useCallback(async () => {
    const fresh = await latest({ ...wanted, skip: 0 })
    if (fresh) setPage(fresh)
  }, [latest, wanted])
  useEffect(() => {
    void reload()
  }, [reload])

  const look = useCallback(async (id: QuizQuestionId) => {
    const answer = await bankApi.question({ id })
    if (answer.ok) setOpen(answer.value)
    setFailed(answer.ok ? null : answer.code)
  }, [])
  useEffect(() => {
    if (openId) void look(openId)
  }, [openId, look])

  const more = async () => {
    if (!page) return
    const fresh = await latest({ ...wanted, skip: page.rows.length })
    if (fresh) setPage({ ...fresh, rows: [...page.rows, ...fresh.rows] })
  }

  const show = (id: QuizQuestionId | null) => {
    setFailed(null)
    if (id !== openId) setOpen(null)
    setOpenId(id)
  }

  /** True when it was done. Whoever was slower sees what a colleague made of it. */
  const act = async (work: () => Promise<Result<QuestionView>>): Promise<boolean> => {
    if (acting) return false
    setActing(true)
    setFailed(null)
    const answer = await work()
    setActing(false)
    void reload()
    if (answer.ok) {
      setOpen(answer.value)
      return true
    }
    if (answer.code === 'data.changed' && openId) await look(openId)
    setFailed(answer.code)
    return false
  }

  const remove = async ({ id, rev }: QuestionView): Promise<boolean> => {
    setActing(true)
    const answer = await bankApi.removeQuestion({ id, rev })
    setActing(false)
    if (answer.ok) show(null)
    else setFailed(answer.code)
    void reload()
    return answer.ok
  }

  /** What was written of it elsewhere on this page. */
  const take = useCallback((view: QuestionView) => setOpen(view), [])

  return {
    filter,
    setFilter,
    take,
    page,
    problem: remote.status === 'failed' ? remote.code : null,
    busy: remote.status === 'pending',
    reload: () => {
      void reload()
      if (openId) void look(openId)
    },
    more,
    openId,
    open,
    show,
    act,
    acting,
    failed,
    remove,
  }
}

export type Bank = ReturnType<typeof useBank>
