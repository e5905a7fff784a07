import { inflateRawSync } from 'node:zlib'

/** PDF, XLSX or DOCX by its content; null for everything else, and for one that could do something by itself. */
export const fileTypeOf = (file: Buffer): 'pdf' | 'xlsx' | 'docx' | null => {
  if (isPdf(file)) return 'pdf'
  const names = namesIn(file)
  if (!names?.includes('[Content_Types].xml')) return null
  if (names.some((name) => /vbaProject|activeX|\.bin$|\.exe$|embeddings\//i.test(name))) return null
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  return names.includes('word/document.xml') ? 'docx' : null
}

const PDF_TAIL_BYTES = 2048

/** What runs, opens or carries something else when a PDF is opened. */
const ACTIVE_IN_PDF = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/

const isPdf = (file: Buffer): boolean => {
  if (!/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 8))) return false
  if (!file.toString('latin1', Math.max(0, file.length - PDF_TAIL_BYTES)).includes('%%EOF')) return false
  // Packed streams hold every row of letters by chance.
  return !ACTIVE_IN_PDF.test(file.toString('latin1').replace(/stream\r?\n[\s\S]*?endstream/g, ''))
}

// ZIP (APPNOTE 4.3): the end of the directory, an entry of it, the head of a file.
const END_SIGNATURE = 0x06054b50
const END_BYTES = 22
const COMMENT_MAX = 0xffff
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_BYTES = 46
const FILE_SIGNATURE = 0x04034b50
const FILE_BYTES = 30
const ENCRYPTED = 1
const ENTRIES_MAX = 3000
/** Unpacked; more is a bomb and no form. */
const UNPACKED_MAX = 200 * 1024 * 1024

const endOfDirectory = (zip: Buffer): number => {
  for (let at = zip.length - END_BYTES; at >= 0 && at >= zip.length - END_BYTES - COMMENT_MAX; at -= 1) {
    if (zip.readUInt32LE(at) === END_SIGNATURE) return at
  }
  return -1
}

/** Names in the directory of a ZIP whose every entry is where it says; null where it is none, or hides something. */
const namesIn = (zip: Buffer): string[] | null => {
  if (zip.length < END_BYTES || zip.readUInt32LE(0) !== FILE_SIGNATURE) return null
  const end = endOfDirectory(zip)
  if (end < 0) return null
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  let unpacked = 0
  const names: string[] = []
  if (count > ENTRIES_MAX) return null
  for (let entry = 0; entry < count; entry += 1) {
    if (at + ENTRY_BYTES > end || zip.readUInt32LE(at) !== ENTRY_SIGNATURE) return null
    const nameBytes = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes)
    const head = zip.readUInt32LE(at + 42)
    unpacked += zip.readUInt32LE(at + 24)
    if (zip.readUInt16LE(at + 8) & ENCRYPTED || name.includes('..') || name.startsWith('/')) return null
    if (unpacked > UNPACKED_MAX || head + FILE_BYTES > at || zip.readUInt32LE(head) !== FILE_SIGNATURE) return null
    if (name === '[Content_Types].xml' && !isXml(zip, at, head)) return null
    names.push(name)
    at += ENTRY_BYTES + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return new Set(names).size === names.length ? names : null
}

const STORED = 0
const TYPES_MAX = 1024 * 1024

/** The list of what is inside opens and is what it should be. */
const isXml = (zip: Buffer, entry: number, head: number): boolean => {
  const from = head + FILE_BYTES + zip.readUInt16LE(head + 26) + zip.readUInt16LE(head + 28)
  const packed = zip.subarray(from, from + zip.readUInt32LE(entry + 20))
  try {
    const isStored = zip.readUInt16LE(entry + 10) === STORED
    const text = (isStored ? packed : inflateRawSync(packed, { maxOutputLength: TYPES_MAX })).toString('utf8')
    return text.includes('<Types')
  } catch {
    return false
  }
}
