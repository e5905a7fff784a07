import { useLoaded } from '#cloud/use-action'
import type { DeskEntry } from '#domain/culture/disclosure.contract'
import type { SlotName } from '#domain/culture/disclosure.model'
import type { ErrorCode } from '#domain/errors'
import type { DisclosureId } from '#domain/ids'
import type { Result } from '#domain/result'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { disclosureApi } from './disclosure.api'

const NOTHING = {}

export type DeskBoard = Extract<Awaited<ReturnType<typeof disclosureApi.disclosureDesk>>, { ok: true }>['value']

/** What lies open beside the list. */
export type Opened =
  | { readonly kind: 'slot'; readonly slot: SlotName }
  | { readonly kind: 'entry'; readonly entry: DeskEntry }
  | { readonly kind: 'new'; readonly slot: SlotName }

/** The desk with the slot or the entry that is worked on. */
export const useDesk = (asked: SlotName | null) => {
  const { remote, reload } = useLoaded(disclosureApi.disclosureDesk, NOTHING)
  const [opened, setOpened] = useState<Opened | null>(asked ? { kind: 'slot', slot: asked } : null)
  const [acting, setActing] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)

  const open = (next: Opened | null) => {
    setFailed(null)
    setOpened(next)
  }
  const openEntry = async (id: DisclosureId): Promise<void> => {
    setFailed(null)
    const answer = await disclosureApi.disclosureOnDesk({ id })
    if (answer.ok) setOpened({ kind: 'entry', entry: answer.value })
    else setFailed(answer.code)
  }

  const refresh = async (id: DisclosureId): Promise<void> => {
    const answer = await disclosureApi.disclosureOnDesk({ id })
    if (answer.ok) setOpened({ kind: 'entry', entry: answer.value })
  }

  /** True when it was done. Whoever was slower sees what a colleague made of it. */
  const act = async <T>(work: () => Promise<Result<T>>, after: (value: T) => void): Promise<boolean> => {
    if (acting) return false
    setActing(true)
    setFailed(null)
    const answer = await work()
    setActing(false)
    if (!answer.ok) {
      setFailed(answer.code)
      // The sentence stands over the form, the button under it.
      void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
      if (answer.code === 'data.changed') {
        void reload()
        if (opened?.kind === 'entry') await refresh(opened.entry.id)
      }
      return false
    }
    after(answer.value)
    void reload()
    return true
  }
  const change = (work: () => Promise<Result<DeskEntry>>): Promise<boolean> =>
    act(work, (entry) => setOpened({ kind: 'entry', entry }))

  return {
    board: remote.status === 'done' ? remote.value : null,
    problem: remote.status === 'failed' ? remote.code : null,
    reload,
    opened,
    open,
    openEntry,
    act,
    change,
    acting,
    failed,
  }
}

export type DeskInHand = ReturnType<typeof useDesk>
