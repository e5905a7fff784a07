import type { Sheet } from '#domain/hospital/roster'
import { startsWith, textIn } from './text.read'

// Not a branch of an async function: only where the choice stands alone does the mini-program's bundle leave them out.
const libraries =
  process.env.TARO_ENV === 'h5'
    ? {
        xlsxReader: () => import('read-excel-file/browser'),
        csvReader: () => import('papaparse'),
        xlsxWriter: () => import('write-excel-file/browser'),
      }
    : null

/** Far more than a hospital's roster or a year of its visits: what is larger was chosen by mistake. */
const MOST_BYTES = 5 * 1024 * 1024

export type ReadFailure = 'too_large' | 'old_excel' | 'unreadable'

const isXlsx = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
const isOldExcel = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)

const DELIMITERS = ['\t', ';', ',', '，']
const LINES_LOOKED_AT = 100

/** What parts the most lines: titles are parted by nothing, and 1,234 is parted only where figures are large. */
const delimiterOf = (text: string): string => {
  const lines = text
    .split(/\r\n?|\n/, LINES_LOOKED_AT)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .filter((line) => line.trim() !== '')
  const parted = DELIMITERS.map((delimiter) => lines.filter((line) => line.includes(delimiter)).length)
  return DELIMITERS[parted.indexOf(Math.max(...parted))] ?? ','
}

/** A spreadsheet's day has no time zone: its reader gives it as midnight UTC. */
const asText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 'YYYY-MM-DD'.length) : String(cell)
}

export interface ReadSheet {
  readonly sheet: Sheet
  /** Of the sheet; empty where the file is one. */
  readonly name: string
  /** How many further sheets have something in them: they are not read. */
  readonly others: number
}

const isFilled = (rows: readonly (readonly unknown[])[]): boolean =>
  rows.some((row) => row.some((cell) => asText(cell).trim() !== ''))

/** Reads the first sheet of a chosen file, .xlsx or .csv, as text. Browsers only: the mini-program carries no reader. */
export const readSheetOf = async (file: Blob): Promise<ReadSheet | ReadFailure> => {
  if (!libraries) return 'unreadable'
  if (file.size > MOST_BYTES) return 'too_large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isOldExcel(bytes)) return 'old_excel'
  try {
    if (isXlsx(bytes)) {
      const { default: readSheets } = await libraries.xlsxReader()
      // As it was typed: a number read as one would lose its zeros.
      const [first, ...others] = await readSheets(file, { parseNumber: (digits) => digits })
      if (!first) return 'unreadable'
      return {
        sheet: first.data.map((row) => row.map(asText)),
        name: first.sheet,
        // A sheet that is a chart comes without rows, whatever its type says.
        others: others.filter(({ data }) => isFilled(data ?? [])).length,
      }
    }
    const { default: papa } = await libraries.csvReader()
    const text = textIn(bytes)
    const { data } = papa.parse<string[]>(text, { delimiter: delimiterOf(text) })
    return { sheet: data.map((row) => row.map(asText)), name: '', others: 0 }
  } catch {
    return 'unreadable'
  }
}

export interface WorkbookSheet {
  /** At most 31 characters, none of []/\:*? */
  readonly name: string
  /** Numbers stay numbers that a spreadsheet can go on calculating with; null is an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Of the columns, in characters. */
  readonly widths: readonly number[]
  /** From 0; the first unless said. */
  readonly boldRows?: readonly number[]
}

const HEADING = [0]

const cellsOf = ({ rows, boldRows = HEADING }: WorkbookSheet) => {
  const bold = new Set(boldRows)
  return rows.map((row, line) => {
    const style = bold.has(line) ? { fontWeight: 'bold' as const } : {}
    return row.map((value) => {
      if (value === null) return null
      return typeof value === 'number' ? { value, type: Number, ...style } : { value, type: String, ...style }
    })
  })
}

const workbook = async (sheets: readonly WorkbookSheet[]) => {
  if (!libraries) return null
  const { default: writeXlsxFile } = await libraries.xlsxWriter()
  return writeXlsxFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: cellsOf(sheet),
      columns: sheet.widths.map((width) => ({ width })),
    })),
  )
}

/** The bytes of an .xlsx file; null in the mini-program, which carries no writer. */
export const workbookOf = async (sheets: readonly WorkbookSheet[]): Promise<Blob | null> =>
  (await (await workbook(sheets))?.toBlob()) ?? null

/** Saves one .xlsx file of several sheets. Browsers only. */
export const saveWorkbook = async (sheets: readonly WorkbookSheet[], fileName: string): Promise<void> => {
  await (await workbook(sheets))?.toFile(fileName)
}

/** Saves rows of text as an .xlsx file, the first row as its heading. Browsers only. */
export const saveSheet = (
  rows: readonly (readonly string[])[],
  { fileName, widths }: { fileName: string; widths: readonly number[] },
): Promise<void> => saveWorkbook([{ name: 'Sheet1', rows, widths }], fileName)
