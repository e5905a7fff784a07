import { Notice } from './Notice'

interface OfflineNoteProps {
  /** Where what was written is now. */
  children?: string
  onRetry?: () => void
}

/** The phone has no network: what was written is still there. */
export const OfflineNote = ({
  children = '没连上网。您写的都在这台手机里，连上就会自动送出。',
  onRetry,
}: OfflineNoteProps) => (
  <Notice
    tone="wait"
    icon="warning"
    announced="status"
    actions={onRetry ? [{ text: '现在再试一次', onTap: onRetry }] : []}
  >
    {children}
  </Notice>
)
