/** Four digits at a time, as they are printed and read out. The last group takes what is left. */
export const groupsOf = (digits: string, size = 4): string[] => digits.match(new RegExp(`.{1,${size}}`, 'g')) ?? []
