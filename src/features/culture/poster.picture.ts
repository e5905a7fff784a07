import { columnNames } from '#domain/culture/article.model'
import type { ArticleView } from '#domain/culture/reader.contract'
import {
  GREY,
  HAIRLINE,
  INK,
  JADE,
  linesOf,
  PAPER,
  type Picture,
  PLAIN,
  SONG,
  type Stroke,
  WASH,
} from '../../ui/picture/picture.strokes'
import { outlinesOf } from '../../ui/picture/path.outline'
import { plateStrokes } from '../../ui/picture/plate.strokes'
import type { Inlay } from '../../ui/picture/save-picture'
import { posterHint } from './culture.words'

const WIDTH = 375
const COVER_HEIGHT = 250
const MARGIN = 26
const ROOM = WIDTH - 2 * MARGIN
const SQUARE = 112
const MARK_WIDTH = 30

const SIZES = { small: 13, name: 16, title: 28, words: 19 } as const
const WORDS_LINES = 4

/** The lotus as it stands beside the hospital's name. */
const LOTUS = [
  'M153 92C130 76 128 46 147 18C168 42 174 72 153 92',
  'M153 92C122 90 104 70 101 42C114 43.5 125 49 133.2 58',
  'M153 92C186 88 203 67 204 39C191 41.5 180.5 47.5 167.2 58',
  'M153 92C127 99 98 92 80 72C88.5 66.5 98 64.5 107.4 65.2',
  'M153 92C180 97 208 88 224 67C215.5 62.5 207 61.2 198.6 62.6',
]
const LOTUS_BOX = { left: 72, top: 8, width: 160 }

const lotus = (x: number, y: number, width: number): Stroke[] => {
  const scale = width / LOTUS_BOX.width
  return LOTUS.flatMap(outlinesOf).map((outline) => ({
    kind: 'line',
    spots: outline.map((spot) => ({
      x: x + (spot.x - LOTUS_BOX.left) * scale,
      y: y + (spot.y - LOTUS_BOX.top) * scale,
    })),
    colour: JADE,
    width: 1.5,
    round: true,
  }))
}

/** The sentence that is set in large letters within it, or else what it is about. */
const wordsOf = ({ content, summary }: ArticleView): string =>
  content.blocks.find((block) => block.kind === 'quote')?.text.replace(/\s+/g, ' ') ?? summary

const shortened = (lines: readonly string[], most: number): string[] =>
  lines.length <= most ? [...lines] : [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, -1)}…`]

interface Poster {
  readonly picture: Picture
  readonly inlays: readonly Inlay[]
}

/** A picture to send on or to hang up; it says nothing of who sent it. `code`: address of the square that leads to the article. */
export const posterPicture = (article: ArticleView, code: string): Poster => {
  const { cover, title, column, hospitalName } = article
  const strokes: Stroke[] = []
  let y = COVER_HEIGHT + MARGIN
  const write = (text: string, x: number, at: number, size: number, colour: string, face = PLAIN, strong = false) => {
    strokes.push({ kind: 'words', x, y: at, text, font: `${strong ? 'bold ' : ''}${size}px ${face}`, colour })
  }
  const lines = (all: readonly string[], size: number, height: number, face: string, strong: boolean) => {
    for (const line of all) {
      write(line, MARGIN, y + (size * (height - 1)) / 2, size, INK, face, strong)
      y += size * height
    }
  }
  write(columnNames[column], MARGIN, y, SIZES.small, GREY)
  y += SIZES.small * 1.6
  lines(linesOf(title, SIZES.title, ROOM), SIZES.title, 1.35, SONG, true)
  y += 8
  lines(shortened(linesOf(wordsOf(article), SIZES.words, ROOM), WORDS_LINES), SIZES.words, 1.7, SONG, false)
  y += 18
  strokes.push({ kind: 'box', x: MARGIN, y, width: ROOM, height: 1, colour: JADE })
  y += 18
  const left = { x: MARGIN, middle: y + SQUARE / 2 }
  const name = linesOf(hospitalName, SIZES.name, ROOM - SQUARE - MARK_WIDTH - 24)
  const top = left.middle - (name.length * SIZES.name * 1.4 + SIZES.small * 2) / 2
  strokes.push(...lotus(left.x, top, MARK_WIDTH))
  name.forEach((line, index) =>
    write(line, left.x + MARK_WIDTH + 8, top + index * SIZES.name * 1.4, SIZES.name, INK, PLAIN, true),
  )
  write(posterHint(article), left.x, top + name.length * SIZES.name * 1.4 + 8, SIZES.small, GREY)
  const square = { x: WIDTH - MARGIN - SQUARE, y }
  strokes.push({ kind: 'box', ...square, width: SQUARE, height: SQUARE, colour: '#ffffff' })
  y += SQUARE + MARGIN
  const height = Math.ceil(y)
  const frame: Stroke[] = [
    { kind: 'box', x: 0, y: 0, width: WIDTH, height, colour: HAIRLINE },
    { kind: 'box', x: 1, y: 1, width: WIDTH - 2, height: height - 2, colour: PAPER },
  ]
  const head: Stroke[] =
    cover?.kind === 'plate'
      ? plateStrokes(cover.name, { x: 0, y: 0 }, WIDTH)
      : [
          { kind: 'box', x: 0, y: 0, width: WIDTH, height: COVER_HEIGHT, colour: WASH },
          ...lotus(WIDTH / 2 - 80, COVER_HEIGHT / 2 - 48, 160),
        ]
  const photo: Inlay[] =
    cover?.kind === 'photo'
      ? [{ src: cover.url, x: 0, y: 0, width: WIDTH, height: COVER_HEIGHT, crop: cover.crop, optional: true }]
      : []
  return {
    picture: { width: WIDTH, height, strokes: [...frame, ...head, ...strokes] },
    inlays: [...photo, { src: code, ...square, width: SQUARE, height: SQUARE }],
  }
}
