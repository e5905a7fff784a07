import type { PhotoId } from '#domain/ids'
import Taro from '@tarojs/taro'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { pickPhotos } from './photo.pick'
import {
  addressOf,
  keepPicture,
  type KeptPhoto,
  loadAlbum,
  pictureOf,
  removeAlbum,
  removePicture,
  saveAlbum,
  settleAlbum,
} from './photo.store'
import { type SendPart, uploadPhoto } from './photo.upload'

/** A photo as it is shown: where its picture lies, and how much of it has arrived. */
export interface AlbumShot {
  readonly id: PhotoId
  readonly src: string
  /** 「第 1 张照片」 */
  readonly label: string
  readonly state: 'waiting' | 'sending' | 'stopped' | 'sent' | 'broken'
  readonly percent: number
}

interface AlbumPorts {
  /** Names the draft. */
  readonly owner: string
  readonly most: number
  readonly send: SendPart
  readonly newId: () => Promise<PhotoId>
  /** What to say when no photo could be taken; null: nothing, it was closed. */
  readonly problemIn: (cause: unknown) => string | null
}

/** A weak network that never quite goes does not tell when it is better. */
const TRY_AGAIN_MS = 15_000

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Calls back when there is a network again. */
const onNetworkBack = (back: () => void): (() => void) => {
  if (process.env.TARO_ENV === 'weapp') {
    const listener = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) back()
    }
    Taro.onNetworkStatusChange(listener)
    return () => Taro.offNetworkStatusChange(listener)
  }
  window.addEventListener('online', back)
  return () => window.removeEventListener('online', back)
}

/**
 * Photos of one draft: kept on this phone, sent one after another while the person writes on, and gone on with where
 * a lost network or a closed page stopped them.
 */
export const useAlbum = ({ owner, most, send, newId, problemIn }: AlbumPorts) => {
  const [album, setAlbum] = useState<readonly KeptPhoto[]>(() => loadAlbum(owner))
  const [percents, setPercents] = useState<Readonly<Record<string, number>>>({})
  const [sending, setSending] = useState<PhotoId | null>(null)
  const [stopped, setStopped] = useState<'offline' | 'crowded' | null>(null)
  const [picking, setPicking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  // What the running upload looks at: the album as it is then, not as it was when it began.
  const latest = useRef(album)
  const running = useRef(false)
  const gone = useRef(false)

  const put = useCallback(
    (next: readonly KeptPhoto[]) => {
      latest.current = next
      saveAlbum(owner, next)
      setAlbum(next)
    },
    [owner],
  )

  const run = useCallback(async () => {
    if (running.current) return
    running.current = true
    setStopped(null)
    for (;;) {
      const next = latest.current.find(({ state }) => state === 'waiting')
      if (!next || gone.current) break
      setSending(next.id)
      const outcome = await uploadPhoto(next.id, pictureOf(next.id), {
        send,
        wait,
        onProgress: (percent) => setPercents((before) => ({ ...before, [next.id]: percent })),
        isWanted: () => !gone.current && latest.current.some(({ id }) => id === next.id),
      })
      if (outcome === 'stopped' || outcome === 'crowded') {
        setStopped(outcome === 'stopped' ? 'offline' : 'crowded')
        break
      }
      if (outcome === 'unwanted') continue
      const state = outcome === 'whole' ? ('sent' as const) : ('broken' as const)
      put(latest.current.map((photo) => (photo.id === next.id ? { ...photo, state } : photo)))
    }
    setSending(null)
    running.current = false
  }, [put, send])

  useEffect(() => {
    gone.current = false
    void run()
    const off = onNetworkBack(() => void run())
    return () => {
      gone.current = true
      off()
    }
  }, [run])

  useEffect(() => {
    if (stopped === null) return undefined
    const timer = setTimeout(() => void run(), TRY_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [stopped, run])

  const add = async () => {
    if (picking) return
    setPicking(true)
    setProblem(null)
    try {
      const { photos, unreadable } = await pickPhotos(most - latest.current.length)
      let kept = true
      const added: KeptPhoto[] = []
      for (const base64 of photos) {
        const id = await newId()
        kept = keepPicture(id, base64) && kept
        added.push({ id, state: 'waiting' })
      }
      put([...latest.current, ...added])
      if (unreadable > 0) setProblem(`有 ${unreadable} 张打不开，请换一张，或先截图再选。`)
      else if (!kept) setProblem('这台手机存满了，照片还没有存下；传完之前请不要关掉这一页。')
      void run()
    } catch (cause) {
      setProblem(problemIn(cause))
    } finally {
      setPicking(false)
    }
  }

  const remove = (id: string) => {
    const photo = latest.current.find((one) => one.id === id)
    if (!photo) return
    put(latest.current.filter((one) => one.id !== id))
    removePicture(photo.id)
  }

  /** Given up: nothing of them stays on this phone. */
  const clear = () => {
    removeAlbum(owner)
    latest.current = []
    setAlbum([])
  }

  /** After these were handed in; what had not arrived yet waits in the album of the case. */
  const settle = (handedIn: readonly PhotoId[], later: string) => {
    settleAlbum(owner, handedIn, later)
    latest.current = loadAlbum(owner)
    setAlbum(latest.current)
  }

  /** The hospital has some of them no more: all are sent again, as new ones. */
  const renew = useCallback(async () => {
    for (const { id } of latest.current.filter(({ state }) => state === 'sent')) {
      const fresh = await newId()
      keepPicture(fresh, pictureOf(id))
      put(latest.current.map((photo) => (photo.id === id ? { id: fresh, state: 'waiting' } : photo)))
      removePicture(id)
    }
    await run()
  }, [put, run, newId])

  const ids = album.map(({ id }) => id).join()
  // A picture is read once, not each time something about it changes.
  const addresses = useMemo(() => new Map(ids.split(',').map((id) => [id, addressOf(id as PhotoId)])), [ids])
  const shots = album.map(({ id, state }, index): AlbumShot => {
    const percent = state === 'sent' ? 100 : (percents[id] ?? 0)
    const shown =
      state === 'waiting'
        ? id === sending
          ? 'sending'
          : stopped !== null && percent > 0
            ? 'stopped'
            : 'waiting'
        : state
    return { id, src: addresses.get(id) ?? '', label: `第 ${index + 1} 张照片`, state: shown, percent }
  })
  return {
    shots,
    most,
    /** Wholly there: these can be handed in. */
    sent: album.filter(({ state }) => state === 'sent').map(({ id }) => id),
    waiting: album.filter(({ state }) => state === 'waiting').length,
    /** Why nothing is sent just now. */
    stopped,
    picking,
    problem,
    add,
    remove,
    retry: () => void run(),
    clear,
    settle,
    renew,
  }
}

export type AlbumInHand = ReturnType<typeof useAlbum>
