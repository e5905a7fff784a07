import { ArticleContent, SUMMARY_MAX, TITLE_MAX } from '#domain/culture/article.model'
import { unfinishedIn } from '#domain/culture/article.finished'
import { ARTICLE_TEXT_MAX, WebAddress, wordsIn } from '#domain/culture/block.model'
import { lengthOf } from '#domain/text'
import * as v from 'valibot'
import { contentOf, isSomething, type Sheet } from './sheet.model'

/** Something that keeps an article from being saved or sent; `block` names where it is, null for the rest of the sheet. */
export interface Gap {
  readonly block: string | null
  readonly text: string
}

const tooLong = (name: string, length: number, most: number): string[] =>
  length > most ? [`${name}多了 ${length - most} 字，最多 ${most} 字`] : []

const notAddress = (text: string | undefined | null, words: string): string[] =>
  text === undefined || text === null || v.is(WebAddress, text) ? [] : [words]

/** Where a block is, by its place in what is handed in. */
const keysOf = (sheet: Sheet): string[] => sheet.blocks.filter(isSomething).map(({ key }) => key)

const placeIn = (path: string): number | null => {
  const place = /^blocks\.(\d+)/.exec(path)?.[1]
  return place === undefined ? null : Number(place)
}

/** What must be put right before the server can keep it; empty places may stay empty until it is sent. */
export const gapsToSave = (sheet: Sheet): Gap[] => {
  const { title, summary, source, series, byline, wrongdoersNamedBy } = sheet
  const content = contentOf(sheet)
  const whole = [
    ...tooLong('题目', lengthOf(title.trim()), TITLE_MAX),
    ...tooLong('摘要', lengthOf(summary.trim()), SUMMARY_MAX),
    ...tooLong('正文', wordsIn(content.blocks), ARTICLE_TEXT_MAX),
    ...tooLong('署名', lengthOf(byline.trim()), 40),
    ...(series === null ? [] : tooLong('系列', lengthOf(series.trim()), 20)),
    ...(source.kind === 'reprint' ? notAddress(source.address, '来源网址要以 https:// 开头') : []),
    ...notAddress(wrongdoersNamedBy, '官方通报的网址要以 https:// 开头'),
  ].map((text) => ({ block: null, text }))
  const parsed = v.safeParse(ArticleContent, content)
  if (whole.length > 0 || parsed.success) return whole
  const keys = keysOf(sheet)
  const places = new Set(parsed.issues.map((issue) => placeIn(v.getDotPath(issue) ?? '')))
  return [...places].map((place) => ({
    block: place === null ? null : (keys[place] ?? null),
    text: place === null ? '有一处写得不对，请照旁边的说明改' : '这一段太长，请分成两段',
  }))
}

const WORDS: Readonly<Record<string, string>> = {
  title: '还没有题目',
  summary: '写一两句摘要，列表和分享卡上用',
  blocks: '正文还没有写',
  'cover.alt': '封面照片还没写替代文字',
  'source.name': '转载的，请写从哪里来',
  'source.licence': '转载的，请写凭什么能用',
  wrongdoersNamedBy: '点了名的，只能凭政府网站（gov.cn）的通报，请换成那一页的网址',
  'title.deidentified': '题目里有电话、证件号或病案号，来自真事的不能留',
  'summary.deidentified': '摘要里有电话、证件号或病案号，来自真事的不能留',
  text: '这一段还没有写',
  alt: '图片还没写替代文字：看不见的人靠它知道图里是什么',
  label: '链接还没写名字',
  deidentified: '这一段有电话、证件号或病案号，来自真事的不能留',
}

const wordsFor = (path: string): string => WORDS[path] ?? WORDS[path.replace(/^.*\./, '')] ?? '还有一处没有写好'

/** What it needs before others look at it. */
export const gapsToSend = (sheet: Sheet): Gap[] => {
  const keys = keysOf(sheet)
  const missing = unfinishedIn(contentOf(sheet)).map((path): Gap => {
    const place = placeIn(path)
    const isAudio = place !== null && sheet.blocks.find(({ key }) => key === keys[place])?.kind === 'audio'
    return {
      block: place === null ? null : (keys[place] ?? null),
      text: isAudio && path.endsWith('title') ? '录音还没写名字' : wordsFor(path),
    }
  })
  return [...gapsToSave(sheet), ...missing]
}
