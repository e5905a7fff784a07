import type { ErrorCode } from '#domain/errors'
import type { ExamId } from '#domain/ids'
import { useRef, useState } from 'react'
import { learningApi } from './learning.api'
import { type OpenedPaper, timed } from './opened.paper'
import { loadSheet, sheetName } from './sheet.store'

interface OpeningOptions {
  examId: ExamId
  /** Whose paper: a staff number. */
  by: string
  /** It was handed in meanwhile. */
  onOver: (no: number) => void
}

/** Draws a paper, or goes on with the one that is open: on whatever device it was begun, it is the same. */
export const useOpening = ({ examId, by, onOver }: OpeningOptions) => {
  const [opened, setOpened] = useState<OpenedPaper | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const running = useRef(false)

  /** `no` of the one that is open; null: a new one. */
  const open = async (no: number | null) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailed(null)
    try {
      const { answer, ahead } = await timed(() =>
        no === null ? learningApi.beginExam({ examId }) : learningApi.openPaper({ examId, no }),
      )
      if (answer.ok) {
        const name = sheetName(by, examId, answer.value.no)
        setOpened({ paper: answer.value, ahead, name, sheet: await loadSheet(name) })
      } else if (no !== null && answer.code === 'attempt.submitted') onOver(no)
      else setFailed(answer.code)
    } catch {
      setFailed('system.failed')
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { opened, busy, failed, open }
}
