import { createHash } from 'node:crypto'

/** The same for the same words of the same sheet, so that they are laid out once; nobody reads the sheet out of it. */
export const textId = (sheetId: string, questionId: string): string =>
  createHash('sha256').update(`text|${sheetId}|${questionId}`).digest('hex')
