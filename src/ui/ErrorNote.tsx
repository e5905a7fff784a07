import { Notice, type NoticeAction } from './Notice'

interface ErrorNoteProps {
  /** What went wrong and what to do; never whose fault it is. */
  children: string
  onRetry?: () => void
  retryText?: string
  /** Another way out: 「打电话说」. */
  otherwise?: NoticeAction
}

/** Something did not work. Amber: 朱 is kept for what is overdue. */
export const ErrorNote = ({ children, onRetry, retryText = '再试一次', otherwise }: ErrorNoteProps) => {
  const retry = onRetry ? [{ text: retryText, onTap: onRetry }] : []
  return (
    <Notice tone="wait" icon="warning" announced="alert" actions={otherwise ? [...retry, otherwise] : retry}>
      {children}
    </Notice>
  )
}
