import { randomHex } from '#cloud/random.bytes'
import type { ArticleContent } from '#domain/culture/article.model'
import type { MediaKind } from '#domain/culture/desk.contract'
import type { MediaLink } from '#domain/culture/reader.contract'
import { MediaId } from '#domain/ids'
import { useCallback, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { chooseRecording, type RecordingProblem } from '../../files/audio.choice'
import { sizeOfJpeg } from '../../files/jpeg.size'
import { uploadMedia } from '../../files/media.upload'
import { pickPhotos } from '../../files/photo.pick'
import { addressOf, keepPicture, pictureOf, removePicture } from '../../files/photo.store'
import { photoProblemIn } from '../../ui/photo.problem'
import { publicityApi } from './publicity.api'

/** How far a picture or a recording has come. */
export interface Arrival {
  readonly state: 'waiting' | 'sending' | 'stopped' | 'crowded' | 'broken' | 'whole'
  readonly percent: number
}

export interface NewPicture {
  readonly mediaId: MediaId
  readonly width: number
  readonly height: number
}

export interface NewRecording {
  readonly mediaId: MediaId
  readonly title: string
  readonly seconds: number
}

interface Parcel {
  readonly mediaId: MediaId
  readonly kind: MediaKind
  readonly name: string
  readonly base64: string
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const TRY_AGAIN_MS = 15_000

const newMediaId = async (): Promise<MediaId> => v.parse(MediaId, await randomHex())

const RECORDING_WORDS: Record<RecordingProblem, string> = {
  too_large: '录音太大，最多 8 MB。请在录音软件里存成 64 kbps 的 MP3 再选。',
  too_long: '录音太长，最多两小时，请剪短再选。',
  unreadable: '这个录音打不开，请存成 MP3 或 M4A 再选。',
}

/** Ids of all that an article shows or plays. */
export const mediaIdsIn = ({ blocks, cover }: Pick<ArticleContent, 'blocks' | 'cover'>): MediaId[] => [
  ...blocks.flatMap((block) => (block.kind === 'image' || block.kind === 'audio' ? [block.mediaId] : [])),
  ...(cover?.kind === 'photo' ? [cover.mediaId] : []),
]

/**
 * Pictures and recordings of an article on their way: one after the other, in parts, while the writer writes on. Kept on
 * this device until they have arrived.
 */
export const useMedia = (links: readonly MediaLink[]) => {
  const [arrivals, setArrivals] = useState<Readonly<Record<string, Arrival>>>({})
  const [urls, setUrls] = useState<Readonly<Record<string, string>>>({})
  const [picking, setPicking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const parcels = useRef<Parcel[]>([])
  const running = useRef(false)
  const gone = useRef(false)

  const mark = useCallback((id: MediaId, arrival: Arrival) => {
    setArrivals((before) => ({ ...before, [id]: arrival }))
  }, [])

  const run = useCallback(async () => {
    if (running.current) return
    running.current = true
    for (;;) {
      const [parcel] = parcels.current
      if (!parcel || gone.current) break
      const { mediaId } = parcel
      mark(mediaId, { state: 'sending', percent: 0 })
      let percent = 0
      const isWanted = () => !gone.current && parcels.current.includes(parcel)
      const { outcome, url } = await uploadMedia(parcel, {
        send: publicityApi.sendMediaPart,
        wait,
        isWanted,
        onProgress: (arrived) => {
          percent = arrived
          mark(mediaId, { state: 'sending', percent })
        },
      })
      if (outcome === 'unwanted') continue
      if (outcome === 'stopped' || outcome === 'crowded') {
        mark(mediaId, { state: outcome, percent })
        break
      }
      parcels.current = parcels.current.filter((each) => each !== parcel)
      if (url !== null && parcel.kind === 'audio') setUrls((before) => ({ ...before, [mediaId]: url }))
      mark(mediaId, outcome === 'whole' ? { state: 'whole', percent: 100 } : { state: 'broken', percent })
    }
    running.current = false
  }, [mark])

  // An object of its own for every try that failed: each is followed by another.
  const stuck = Object.values(arrivals).find(({ state }) => state === 'stopped' || state === 'crowded') ?? null
  useEffect(() => {
    if (!stuck) return undefined
    const timer = setTimeout(() => void run(), TRY_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [stuck, run])
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])

  const send = useCallback(
    (parcel: Parcel) => {
      parcels.current = [...parcels.current, parcel]
      mark(parcel.mediaId, { state: 'waiting', percent: 0 })
      void run()
    },
    [mark, run],
  )

  const addPictures = async (most: number): Promise<NewPicture[]> => {
    if (picking) return []
    setPicking(true)
    setProblem(null)
    try {
      const { photos, unreadable } = await pickPhotos(most)
      const added: NewPicture[] = []
      let unread = unreadable
      for (const base64 of photos) {
        const size = sizeOfJpeg(base64)
        if (!size) {
          unread += 1
          continue
        }
        const mediaId = await newMediaId()
        keepPicture(mediaId, base64)
        setUrls((before) => ({ ...before, [mediaId]: addressOf(mediaId) }))
        send({ mediaId, kind: 'picture', name: '', base64 })
        added.push({ mediaId, ...size })
      }
      if (unread > 0) setProblem(`有 ${unread} 张打不开，请换一张，或先截图再选。`)
      return added
    } catch (cause) {
      setProblem(photoProblemIn(cause))
      return []
    } finally {
      setPicking(false)
    }
  }

  const addRecording = async (): Promise<NewRecording | null> => {
    if (picking) return null
    setPicking(true)
    setProblem(null)
    try {
      const chosen = await chooseRecording()
      if (chosen === null) return null
      if (typeof chosen === 'string') {
        setProblem(RECORDING_WORDS[chosen])
        return null
      }
      const mediaId = await newMediaId()
      send({ mediaId, kind: 'audio', name: chosen.name, base64: chosen.base64 })
      return { mediaId, title: chosen.name.replace(/\.[^.]*$/, ''), seconds: chosen.seconds }
    } catch {
      setProblem(RECORDING_WORDS.unreadable)
      return null
    } finally {
      setPicking(false)
    }
  }

  const known = new Map(links.map(({ mediaId, url }) => [mediaId, url]))

  /** What this device kept of an earlier time is sent on; what it did not is lost and has to be chosen again. */
  const resume = useCallback(
    (ids: readonly MediaId[]) => {
      for (const mediaId of ids) {
        const base64 = pictureOf(mediaId)
        if (base64 === '') mark(mediaId, { state: 'broken', percent: 0 })
        else {
          setUrls((before) => ({ ...before, [mediaId]: addressOf(mediaId) }))
          send({ mediaId, kind: 'picture', name: '', base64 })
        }
      }
    },
    [mark, send],
  )

  return {
    arrivalOf: (id: MediaId): Arrival =>
      arrivals[id] ?? (known.has(id) ? { state: 'whole', percent: 100 } : { state: 'waiting', percent: 0 }),
    urlOf: (id: MediaId): string | null => urls[id] ?? known.get(id) ?? null,
    /** Not there yet: the article cannot be saved with it. */
    isArriving: (content: ArticleContent): boolean =>
      mediaIdsIn(content).some((id) => !known.has(id) && arrivals[id]?.state !== 'whole'),
    links: [
      ...links.filter(({ mediaId }) => !urls[mediaId]),
      ...Object.entries(urls).map(([mediaId, url]): MediaLink => ({ mediaId: mediaId as MediaId, url })),
    ],
    /** Links of what a version shows, that the article on the desk did not. */
    learn: useCallback((more: readonly MediaLink[]) => {
      setUrls((before) => ({ ...Object.fromEntries(more.map(({ mediaId, url }) => [mediaId, url])), ...before }))
      setArrivals((before) => ({
        ...Object.fromEntries(more.map(({ mediaId }) => [mediaId, { state: 'whole', percent: 100 } as const])),
        ...before,
      }))
    }, []),
    /** The server keeps an article with these: this device need not any more. */
    settle: useCallback((stored: readonly MediaLink[]) => {
      for (const { mediaId } of stored) removePicture(mediaId)
    }, []),
    picking,
    problem,
    addPictures,
    addRecording,
    retry: () => void run(),
    cancel: (id: MediaId) => {
      parcels.current = parcels.current.filter(({ mediaId }) => mediaId !== id)
      removePicture(id)
    },
    resume,
  }
}

export type MediaInHand = ReturnType<typeof useMedia>
