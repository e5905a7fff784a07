import { randomHex } from '#cloud/random.bytes'
import { MEDIA_MAX_BYTES } from '#domain/culture/desk.contract'
import { type Attachment, ATTACHMENTS_MAX } from '#domain/culture/disclosure.model'
import { MediaId } from '#domain/ids'
import { useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { base64Of } from '../../files/file.base64'
import { chooseFile } from '../../files/file.choice'
import { uploadMedia } from '../../files/media.upload'
import { disclosureApi } from './disclosure.api'

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const KINDS = '.pdf,.xlsx,.docx'
const NAME_MOST = 100

export interface AttachmentOnItsWay extends Attachment {
  /** 0–100. */
  readonly percent: number
  readonly state: 'sending' | 'stopped' | 'broken' | 'whole'
}

/** Keeps the kind at its end, whatever has to go. */
const shortName = (name: string): string => {
  const kind = /\.[^.]*$/.exec(name)?.[0] ?? ''
  return name.length <= NAME_MOST ? name : name.slice(0, NAME_MOST - kind.length) + kind
}

/** Files beside an entry, sent while the writer writes on. Chosen on a computer; a phone shows and removes them. */
export const useAttachments = (begun: readonly Attachment[]) => {
  const [rows, setRows] = useState<readonly AttachmentOnItsWay[]>(() =>
    begun.map(({ mediaId, name }) => ({ mediaId, name, percent: 100, state: 'whole' as const })),
  )
  const [problem, setProblem] = useState<string | null>(null)
  const kept = useRef(new Map<MediaId, string>())
  const gone = useRef(new Set<MediaId>())
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])
  const change = (mediaId: MediaId, to: Partial<AttachmentOnItsWay>) =>
    setRows((before) => before.map((row) => (row.mediaId === mediaId ? { ...row, ...to } : row)))

  const send = async ({ mediaId, name }: Attachment) => {
    const base64 = kept.current.get(mediaId)
    if (base64 === undefined) return
    change(mediaId, { state: 'sending' })
    const { outcome } = await uploadMedia(
      { mediaId, kind: 'file', name, base64 },
      {
        send: disclosureApi.sendMediaPart,
        wait,
        isWanted: () => !left.current && !gone.current.has(mediaId),
        onProgress: (percent) => change(mediaId, { percent }),
      },
    )
    if (outcome === 'unwanted') return
    if (outcome === 'whole') kept.current.delete(mediaId)
    const isOver = outcome === 'whole' || outcome === 'broken'
    change(mediaId, { state: isOver ? outcome : 'stopped', ...(outcome === 'whole' ? { percent: 100 } : {}) })
  }

  const add = async () => {
    setProblem(null)
    const file = await chooseFile(KINDS)
    if (!file) return
    if (file.size > MEDIA_MAX_BYTES.file) {
      setProblem(`文件太大，最多 ${Math.floor(MEDIA_MAX_BYTES.file / 1024 / 1024)} MB，请拆开或压小再选。`)
      return
    }
    try {
      const mediaId = v.parse(MediaId, await randomHex())
      const name = shortName(file.name)
      kept.current.set(mediaId, await base64Of(file))
      setRows((before) => [...before, { mediaId, name, percent: 0, state: 'sending' }])
      await send({ mediaId, name })
    } catch {
      setProblem('这个文件打不开，请换一个再选。')
    }
  }

  const remove = (mediaId: MediaId) => {
    gone.current.add(mediaId)
    kept.current.delete(mediaId)
    setRows((before) => before.filter((row) => row.mediaId !== mediaId))
  }

  return {
    rows,
    problem,
    add,
    remove,
    retry: (row: Attachment) => void send(row),
    isFull: rows.length >= ATTACHMENTS_MAX,
    /** One is on its way, or did not arrive: it cannot be saved with it. */
    isWaiting: rows.some(({ state }) => state !== 'whole'),
    attachments: rows.map(({ mediaId, name }): Attachment => ({ mediaId, name })),
  }
}

export type AttachmentsInHand = ReturnType<typeof useAttachments>
