import type { ErrorCode } from '#domain/errors'
import { beijingDay, type Instant } from '#domain/instant'
import type { Place } from '#domain/hospital/place.model'
import type { PraiseProgress } from '#domain/survey/praise.contract'
import { useEffect, useRef, useState } from 'react'
import { beginPraise, deletePraise, PRAISE_ALBUM, type PraiseDraft, savePraise } from './praise.draft'
import { keepPraise } from './praise.kept'
import { surveyApi } from './survey.api'
import { usePraisePhotos } from './use-praise-photos'

interface Sent {
  readonly progress: PraiseProgress
  readonly remembered: boolean
}

/** Thanks being written on this phone and sent from it. `place` undefined: not known yet; `chosen` for the first paper. */
export const useThanking = (place: Place | null | undefined, chosen: string, now: Instant) => {
  const begun = useRef(chosen)
  const [draft, setDraft] = useState<PraiseDraft | null>(null)
  const [saved, setSaved] = useState(true)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const [sent, setSent] = useState<Sent | null>(null)
  const photos = usePraisePhotos(PRAISE_ALBUM)

  useEffect(() => {
    if (draft || place === undefined) return
    const whom = begun.current
    begun.current = ''
    beginPraise(place, whom).then(setDraft, () => setFailed('system.failed'))
  }, [draft, place])

  const change = (part: Partial<PraiseDraft>) => {
    if (!draft) return
    const next = { ...draft, ...part }
    setDraft(next)
    setSaved(savePraise(next))
  }

  const send = async () => {
    if (!draft || busy) return
    setBusy(true)
    setFailed(null)
    const { id, touchpointId, whom, text, mayPublish } = draft
    // Written down first: should no answer come, the same number is sent again.
    savePraise(draft)
    const answer = await surveyApi.praise({ id, touchpointId, whom, text, mayPublish, photos: photos.sent })
    setBusy(false)
    if (!answer.ok) {
      setFailed(answer.code)
      if (answer.code === 'photo.unknown') void photos.renew()
      return
    }
    setSent({ progress: answer.value, remembered: keepPraise({ id, whom: whom.trim(), sentOn: beijingDay(now) }) })
    deletePraise()
    photos.clear()
  }

  /** Another sheet of paper. */
  const again = () => {
    setSent(null)
    setDraft(null)
  }

  return { draft, saved, busy, failed, sent, photos, change, send, again }
}
