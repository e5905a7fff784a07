const PREFIX = /^data:[^,]*,/

/** What is in a browser's file, in base64. @throws when the file cannot be read any more. */
export const base64Of = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(PREFIX, '')))
    reader.addEventListener('error', () => reject(new Error('the file cannot be read', { cause: reader.error })))
    reader.readAsDataURL(file)
  })
