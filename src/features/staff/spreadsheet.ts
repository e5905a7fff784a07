import type { Sheet } from '#domain/hospital/roster'

// Not a branch of an async function: only where the choice stands alone does the mini-program's bundle leave them out.
const libraries =
  process.env.TARO_ENV === 'h5'
    ? {
        xlsxReader: () => import('read-excel-file/browser'),
        csvReader: () => import('papaparse'),
        xlsxWriter: () => import('write-excel-file/browser'),
      }
    : null

/** Far more than a hospital's roster: what is larger was chosen by mistake. */
const MOST_BYTES = 5 * 1024 * 1024

export type ReadFailure = 'too_large' | 'old_excel' | 'unreadable'

const startsWith = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)

const isXlsx = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)
const isOldExcel = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)

/** UTF-8, with or without its mark; UTF-16 with its mark; otherwise what Excel in China has always written. */
const decode = (bytes: Uint8Array): string => {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const asText = (cell: unknown): string => (cell === null || cell === undefined ? '' : String(cell))

/** Reads the first sheet of a chosen file, .xlsx or .csv, as text. Browsers only: the mini-program carries no reader. */
export const readSheetOf = async (file: Blob): Promise<Sheet | ReadFailure> => {
  if (!libraries) return 'unreadable'
  if (file.size > MOST_BYTES) return 'too_large'
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isOldExcel(bytes)) return 'old_excel'
  try {
    if (isXlsx(bytes)) {
      const { readSheet } = await libraries.xlsxReader()
      // As it was typed: a number read as one would lose its zeros.
      const rows = await readSheet(file, { parseNumber: (digits) => digits })
      return rows.map((row) => row.map(asText))
    }
    const { default: papa } = await libraries.csvReader()
    const { data } = papa.parse<string[]>(decode(bytes), { delimitersToGuess: [',', '\t', ';', '，'] })
    return data.map((row) => row.map(asText))
  } catch {
    return 'unreadable'
  }
}

/** Saves rows of text as an .xlsx file, the first row as its heading. Browsers only. */
export const saveSheet = async (
  rows: readonly (readonly string[])[],
  { fileName, widths }: { fileName: string; widths: readonly number[] },
): Promise<void> => {
  if (!libraries) return
  const { default: writeXlsxFile } = await libraries.xlsxWriter()
  const cells = rows.map((row, line) =>
    row.map((value) => ({ value, type: String, ...(line === 0 ? { fontWeight: 'bold' as const } : {}) })),
  )
  await writeXlsxFile(cells, { columns: widths.map((width) => ({ width })) }).toFile(fileName)
}
