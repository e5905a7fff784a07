export interface ToastMessage {
  id: number
  text: string
  tone: 'done' | 'wait'
}

const SHOWN_FOR_MS = 3200

let current: ToastMessage | null = null
let id = 0
const listeners = new Set<() => void>()

const put = (message: ToastMessage | null) => {
  current = message
  for (const listener of listeners) listener()
}

export const readToast = () => current

export const onToast = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** One short sentence on the page that is open, gone by itself: 「已存到相册」. */
export const toast = (text: string, tone: ToastMessage['tone'] = 'done') => {
  id += 1
  const message = { id, text, tone }
  put(message)
  setTimeout(() => {
    if (current?.id === message.id) put(null)
  }, SHOWN_FOR_MS)
}
