import type { QuestionFile } from '#domain/integrity/question.contract'

/** A request holds 100 KB: what stands around the file, and signs that are escaped, need room as well. */
export const PART_BYTES = 48 * 1024

export interface FilePart {
  readonly file: QuestionFile
  /** What is added to a line of this part for the line of the whole file. */
  readonly linesBefore: number
}

/** Bytes of a text as it travels: UTF-8. */
const bytesOf = (text: string): number =>
  Array.from(text).reduce((sum, sign) => {
    const point = sign.codePointAt(0) ?? 0
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
  }, 0)

interface Chunk {
  readonly from: number
  readonly to: number
}

/** Neighbours that stay together, put together as long as they fit; what is larger than a part goes alone. */
const packed = (groups: readonly (Chunk & { readonly bytes: number })[], most: number): Chunk[] => {
  const chunks: Chunk[] = []
  let size = 0
  for (const { from, to, bytes } of groups) {
    const last = chunks[chunks.length - 1]
    if (last && size + bytes <= most) {
      chunks[chunks.length - 1] = { from: last.from, to }
      size += bytes
    } else {
      chunks.push({ from, to })
      size = bytes
    }
  }
  return chunks
}

type Table = Extract<QuestionFile, { kind: 'sheet' }>['table']

const CASE_HEADINGS = new Set(['案例号', '案例'])

const rowBytes = (row: readonly string[]): number => bytesOf(JSON.stringify(row))

/** Rows of one case stand below each other and are read together. */
const sheetParts = (table: Table, most: number): FilePart[] => {
  const [headings = [], ...rows] = table
  const caseAt = headings.findIndex((heading) => CASE_HEADINGS.has(heading.replace(/\s/g, '')))
  const caseOf = (row: readonly string[]): string => (caseAt < 0 ? '' : (row[caseAt] ?? '').trim())
  const groups: { from: number; to: number; bytes: number; name: string }[] = []
  for (const [at, row] of rows.entries()) {
    const name = caseOf(row)
    const last = groups[groups.length - 1]
    if (last && name !== '' && last.name === name) {
      last.to = at + 1
      last.bytes += rowBytes(row)
    } else groups.push({ from: at, to: at + 1, bytes: rowBytes(row), name })
  }
  const chunks = packed(groups, most)
  return (chunks.length > 0 ? chunks : [{ from: 0, to: 0 }]).map(({ from, to }) => ({
    file: { kind: 'sheet', table: [headings, ...rows.slice(from, to)] },
    linesBefore: from,
  }))
}

/** As the server understands them. */
const LINE_END = /\r\n?|[\n\u000b\u000c\u2028\u2029]/
const CATEGORY = /^\s*\$CATEGORY:/
const CASE_TAG = /\[tag:case-([^\]]*)\]/

/** Blocks between empty lines; those of one case stay together, and a part begins under the category it is of. */
const giftParts = (text: string, most: number): FilePart[] => {
  const lines = text.replace(/^\ufeff/, '').split(LINE_END)
  const groups: { from: number; to: number; bytes: number; name: string; category: string | null }[] = []
  let category: string | null = null
  let isOpen = false
  for (const [at, line] of lines.entries()) {
    const last = groups[groups.length - 1]
    const bytes = bytesOf(JSON.stringify(line)) + 1
    const name = CASE_TAG.exec(line)?.[1] ?? null
    if (last && (isOpen || line.trim() === '')) {
      last.to = at + 1
      last.bytes += bytes
      if (name !== null) last.name = name
    } else if (last && name !== null && last.name === name) {
      last.to = at + 1
      last.bytes += bytes
    } else groups.push({ from: at, to: at + 1, bytes, name: name ?? '', category })
    isOpen = line.trim() !== ''
    if (CATEGORY.test(line)) category = line
  }
  return packed(groups, most).map(({ from, to }) => {
    const under = groups.find((group) => group.from === from)?.category ?? null
    const before = under === null ? [] : [under, '']
    return {
      file: { kind: 'gift', text: [...before, ...lines.slice(from, to)].join('\n') },
      linesBefore: from - before.length,
    }
  })
}

/** A file as it is sent: whole where it is small, otherwise in parts that can each be read by itself. */
export const partsOfFile = (file: QuestionFile, most: number = PART_BYTES): FilePart[] =>
  file.kind === 'gift' ? giftParts(file.text, most) : sheetParts(file.table, most)
