import { MEDIA_MAX_BYTES } from '#domain/culture/desk.contract'
import { base64Of } from './file.base64'

export interface Recording {
  readonly name: string
  readonly base64: string
  /** Whole seconds. */
  readonly seconds: number
}

export type RecordingProblem = 'too_large' | 'too_long' | 'unreadable'

const LONGEST_SECONDS = 7200

/** A recording of this computer, with how long it runs; null when nothing was chosen. Browsers only. */
export const chooseRecording = async (): Promise<Recording | RecordingProblem | null> => {
  if (process.env.TARO_ENV !== 'h5') return null
  const file = await fileChosen()
  if (!file) return null
  if (file.size > MEDIA_MAX_BYTES.audio) return 'too_large'
  const seconds = await secondsOf(file)
  if (seconds === null) return 'unreadable'
  if (seconds > LONGEST_SECONDS) return 'too_long'
  return { name: file.name, base64: await base64Of(file), seconds }
}

const fileChosen = () =>
  new Promise<File | null>((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.mp3,.m4a,audio/mpeg,audio/mp4'
    input.hidden = true
    const finish = () => {
      input.remove()
      resolve(input.files?.[0] ?? null)
    }
    input.addEventListener('change', finish)
    input.addEventListener('cancel', finish)
    // Safari opens no dialog for an input that is not in the page.
    document.body.append(input)
    input.click()
  })

/** Null where this browser cannot play it. */
const secondsOf = (file: File) =>
  new Promise<number | null>((resolve) => {
    const url = URL.createObjectURL(file)
    const player = document.createElement('audio')
    const finish = (seconds: number | null) => {
      URL.revokeObjectURL(url)
      resolve(seconds)
    }
    player.preload = 'metadata'
    player.addEventListener('loadedmetadata', () =>
      finish(Number.isFinite(player.duration) ? Math.max(1, Math.round(player.duration)) : null),
    )
    player.addEventListener('error', () => finish(null))
    player.src = url
  })
