// An old .xls can be chosen too: only then can it be said what to do about it.
const TABLES = '.xlsx,.xls,.csv,.txt'

/** A browser's own way of choosing a file; null when it was closed without one. */
export const chooseFile = (accept: string = TABLES): Promise<File | null> =>
  new Promise((resolve) => {
    if (process.env.TARO_ENV !== 'h5') return resolve(null)
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
