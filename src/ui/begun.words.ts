let begun = ''

/** Words that the next complaint, or the line 「谢谁」 of the next thanks, begins with: handed from one page to the next, and stored nowhere. */
export const beginWith = (words: string): void => {
  begun = words
}

export const takeBegun = (): string => {
  const words = begun
  begun = ''
  return words
}
