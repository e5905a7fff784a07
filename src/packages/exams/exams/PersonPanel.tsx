import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { StaffId } from '#domain/ids'
import type { Year } from '#domain/survey/quarter'
import { examsApi } from '../../../features/exams/exams.api'
import { RecordView } from '../../../features/learning/RecordView'
import { ErrorNote } from '../../../ui/ErrorNote'
import { SidePanel } from '../../../ui/SidePanel'
import { Skeleton } from '../../../ui/Skeleton'

interface PersonPanelProps {
  staffId: StaffId
  year: Year
  onClose: () => void
}

/** One person's year, beside everybody's. */
export const PersonPanel = ({ staffId, year, onClose }: PersonPanelProps) => {
  const { remote, reload } = useLoaded(examsApi.personRecord, { staffId, year })
  return (
    <SidePanel title="学习档案" onClose={onClose}>
      {remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : remote.status === 'done' ? (
        <RecordView record={remote.value} isOwn={false} />
      ) : (
        <Skeleton lines={6} />
      )}
    </SidePanel>
  )
}
