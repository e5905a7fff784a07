import type { ArticleView } from '#domain/culture/reader.contract'
import { type ErrorCode } from '#domain/errors'
import { useCallback, useEffect, useState } from 'react'
import { drawnSquare } from '../../files/scan.square'
import { routes } from '../../routes'
import { drawPicture, type Outcome, savePicture } from '../../ui/picture/save-picture'
import { cultureApi } from './culture.api'
import { posterPicture } from './poster.picture'

/** Where the article stands on the web. Browsers only. */
export const addressOf = ({ id }: ArticleView): string =>
  `${location.origin}${location.pathname}#${routes.article({ id })}`

/** What leads to it: a mini-program code inside WeChat, a square with its address in a browser. */
const codeOf = async (article: ArticleView): Promise<{ src: string } | { code: ErrorCode }> => {
  if (process.env.TARO_ENV === 'h5') return { src: await drawnSquare(addressOf(article)) }
  const answer = await cultureApi.articleCode({ id: article.id })
  return answer.ok ? { src: answer.value.picture } : { code: answer.code }
}

type Drawing =
  | { readonly status: 'pending' }
  | { readonly status: 'drawn'; readonly src: string; readonly poster: ReturnType<typeof posterPicture> }
  | { readonly status: 'failed'; readonly code: ErrorCode }

const drawnOf = async (article: ArticleView): Promise<Drawing> => {
  try {
    const found = await codeOf(article)
    if ('code' in found) return { status: 'failed', code: found.code }
    const poster = posterPicture(article, found.src)
    return { status: 'drawn', poster, src: await drawPicture(poster.picture, poster.inlays) }
  } catch {
    return { status: 'failed', code: 'hospital.picture_failed' }
  }
}

/** The picture that is sent on: drawn on this phone, looked at, and kept when the reader wants it. */
export const usePoster = (article: ArticleView) => {
  const [drawing, setDrawing] = useState<Drawing>({ status: 'pending' })
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [saving, setSaving] = useState(false)
  const draw = useCallback(async () => {
    setDrawing({ status: 'pending' })
    setDrawing(await drawnOf(article))
  }, [article])
  useEffect(() => {
    void draw()
  }, [draw])
  const save = async () => {
    if (drawing.status !== 'drawn' || saving) return
    setSaving(true)
    setOutcome(await savePicture(drawing.poster.picture, article.title, drawing.poster.inlays))
    setSaving(false)
  }
  return { drawing, outcome, saving, save, draw: () => void draw() }
}
