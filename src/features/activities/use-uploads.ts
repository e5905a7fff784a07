import { randomHex } from '#cloud/random.bytes'
import { MEDIA_MAX_BYTES, type MediaKind } from '#domain/culture/desk.contract'
import { MediaId } from '#domain/ids'
import { useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { base64Of } from '../../files/file.base64'
import { chooseFile } from '../../files/file.choice'
import { sizeOfJpeg } from '../../files/jpeg.size'
import { uploadMedia } from '../../files/media.upload'
import { pickPhotos } from '../../files/photo.pick'
import { addressOf, keepPicture, removePicture } from '../../files/photo.store'
import { photoProblemIn } from '../../ui/photo.problem'
import type { Shot } from '../../ui/Shots'
import { cultureApi } from './culture.api'

type State = Shot['state']

/** Something on its way to the hospital, or there already. */
export interface Upload {
  readonly mediaId: MediaId
  readonly kind: Extract<MediaKind, 'picture' | 'file'>
  /** Of a file, as it is called here. */
  readonly fileName: string
  /** Of a picture: where it can be looked at. */
  readonly src: string
  readonly width: number
  readonly height: number
  readonly state: State
  readonly percent: number
}

const FALLBACK = { width: 1, height: 1 }

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const FILES = '.pdf,.xlsx,.docx'

/** Pictures (and in a browser files) of one form, each sent as soon as it is chosen; `most` of them. */
export const useUploads = (first: readonly Upload[], most: number) => {
  const [uploads, setUploads] = useState<readonly Upload[]>(first)
  const [picking, setPicking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const contents = useRef(new Map<MediaId, string>())
  const wanted = useRef(new Set(first.map(({ mediaId }) => mediaId)))
  const kept = useRef(new Set<MediaId>())
  useEffect(() => {
    const [sending, lying] = [wanted.current, kept.current]
    // A form that was closed sends nothing more, and leaves nothing on this phone.
    return () => {
      sending.clear()
      for (const mediaId of lying) removePicture(mediaId)
    }
  }, [])

  const put = (mediaId: MediaId, part: Partial<Upload>) =>
    setUploads((before) => before.map((one) => (one.mediaId === mediaId ? { ...one, ...part } : one)))

  const send = async ({ mediaId, kind, fileName }: Pick<Upload, 'mediaId' | 'kind' | 'fileName'>) => {
    put(mediaId, { state: 'sending' })
    const { outcome } = await uploadMedia(
      { mediaId, kind, name: fileName, base64: contents.current.get(mediaId) ?? '' },
      {
        send: cultureApi.sendMediaPart,
        wait,
        onProgress: (percent) => put(mediaId, { percent }),
        isWanted: () => wanted.current.has(mediaId),
      },
    )
    const states: Partial<Record<typeof outcome, State>> = { whole: 'sent', broken: 'broken' }
    if (outcome !== 'unwanted') put(mediaId, { state: states[outcome] ?? 'stopped' })
  }

  const take = async (base64: string, kind: Upload['kind'], fileName: string) => {
    const mediaId = v.parse(MediaId, await randomHex())
    const size = (kind === 'picture' ? sizeOfJpeg(base64) : null) ?? FALLBACK
    contents.current.set(mediaId, base64)
    wanted.current.add(mediaId)
    // Inside WeChat a page shows a file and is not handed a picture as text: it lies there until the form is closed.
    if (kind === 'picture') {
      keepPicture(mediaId, base64)
      kept.current.add(mediaId)
    }
    const src = kind === 'picture' ? addressOf(mediaId) : ''
    setUploads((before) => [...before, { mediaId, kind, fileName, src, ...size, state: 'waiting', percent: 0 }])
    await send({ mediaId, kind, fileName })
  }

  const picked = async (work: () => Promise<void>) => {
    if (picking) return
    setPicking(true)
    setProblem(null)
    try {
      await work()
    } catch (cause) {
      setProblem(photoProblemIn(cause))
    } finally {
      setPicking(false)
    }
  }

  return {
    uploads,
    most,
    picking,
    problem,
    /** How many are not there yet. */
    waiting: uploads.filter(({ state }) => state !== 'sent').length,
    addPictures: () =>
      picked(async () => {
        const { photos, unreadable } = await pickPhotos(most - uploads.length)
        if (unreadable > 0) setProblem(`有 ${unreadable} 张打不开，请换一张，或先截图再选。`)
        await Promise.all(photos.map((base64) => take(base64, 'picture', '')))
      }),
    /** Browsers only. */
    addFile: () =>
      picked(async () => {
        const file = await chooseFile(FILES)
        if (!file) return
        if (file.size > MEDIA_MAX_BYTES.file) return setProblem('这个文件太大了，请压小一些再选。')
        await take(await base64Of(file), 'file', file.name.slice(0, 120))
      }),
    remove: (mediaId: string) => {
      wanted.current.delete(mediaId as MediaId)
      contents.current.delete(mediaId as MediaId)
      removePicture(mediaId as MediaId)
      setUploads((before) => before.filter((one) => one.mediaId !== mediaId))
    },
    retry: () => {
      for (const one of uploads) if (one.state === 'stopped') void send(one)
    },
  }
}

export type UploadsInHand = ReturnType<typeof useUploads>
