import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { PastVisitImport } from '#domain/hospital/visits.contract'
import { beijingDay, dayInWords } from '#domain/instant'
import { useState } from 'react'
import { adminSections } from '../../../features/hospital/admin.sections'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { ImportSheet } from '../../../features/visits/ImportSheet'
import { PastVisitImports } from '../../../features/visits/PastVisitImports'
import { useRecentMonths } from '../../../features/visits/use-recent-months'
import { useVisitImport } from '../../../features/visits/use-visit-import'
import { useVisitMapping, withColumns, withName } from '../../../features/visits/use-visit-mapping'
import { visitsApi } from '../../../features/visits/visits.api'
import { monthsInWords } from '../../../features/visits/visits.words'
import { VisitsHome } from '../../../features/visits/VisitsHome'
import '../../../features/visits/visits.css'
import { chooseFile } from '../../../files/file.choice'
import { goBack, routes } from '../../../routes'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Skeleton } from '../../../ui/Skeleton'
import { toast } from '../../../ui/toast'
import { useNow } from '../../../ui/useNow'
import { WideDesk } from '../../../ui/WideDesk'

const LATEST = {}

/** Visits (接诊人次) into the hospital: out of a file, looked at before anything is written, taken back if need be. */
export default function VisitsPage() {
  const now = useNow()
  const today = beijingDay(now)
  const { remote, ways, reload, settle, unsaved, saveAgain } = useVisitMapping()
  const recent = useRecentMonths(today)
  const past = useLoaded(visitsApi.visitImports, LATEST)
  const [undoing, setUndoing] = useState<PastVisitImport | null>(null)
  const [busy, setBusy] = useState(false)
  const importing = useVisitImport({
    ways,
    today,
    onWritten: () => {
      void recent.reload()
      void past.reload()
    },
    onColumnsSettled: (columns) => settle((before) => withColumns(before, columns)),
  })
  const { chosen } = importing

  const pick = async () => {
    const file = await chooseFile()
    if (file) await importing.choose(file, file.name)
  }
  const undo = async ({ id }: PastVisitImport) => {
    setBusy(true)
    const answer = await visitsApi.undoVisits({ batchId: id })
    setBusy(false)
    setUndoing(null)
    if (answer.ok) toast(`${monthsInWords(answer.value.months)}改回原样了`)
    else toast(sentenceFor(answer.code), 'wait')
    void past.reload()
    void recent.reload()
    if (chosen.step === 'open') void importing.stored.reload()
  }

  const pastImports =
    past.remote.status === 'failed' ? (
      <ErrorNote onRetry={() => void past.reload()}>{sentenceFor(past.remote.code)}</ErrorNote>
    ) : past.remote.status === 'done' ? (
      <PastVisitImports rows={past.remote.value.rows} now={now} onUndo={setUndoing} />
    ) : (
      <Skeleton lines={3} />
    )

  const shown = () => {
    if (!ways) {
      return remote.status === 'failed' ? (
        <SignInOffer code={remote.code} to={routes.visits()} onRetry={() => void reload()} />
      ) : (
        <Skeleton lines={8} />
      )
    }
    if (chosen.step === 'reading') return <Skeleton lines={8} label="正在读文件" />
    if (chosen.step === 'choosing') {
      return (
        <VisitsHome
          importing={importing}
          ways={ways}
          recent={recent}
          today={today}
          now={now}
          past={pastImports}
          onChoose={() => void pick()}
        />
      )
    }
    return (
      <ImportSheet
        key={chosen.file.batchId}
        importing={importing}
        fileName={chosen.file.fileName}
        sheet={chosen.file.sheet}
        ways={ways}
        today={today}
        past={pastImports}
        unsaved={unsaved === null ? null : sentenceFor(unsaved)}
        onSaveAgain={saveAgain}
        onSettle={(name, departmentId) => settle((before) => withName(before, name, departmentId))}
        onChoose={() => void pick()}
      />
    )
  }

  return (
    <WideDesk
      title="接诊人次"
      section="visits"
      sections={adminSections('visits')}
      onBack={() => (chosen.step === 'open' ? importing.reset() : void goBack())}
    >
      {shown()}
      {undoing ? (
        <ConfirmDialog
          title={`撤回 ${dayInWords(undoing.importedAt, now)}的这一批吗？`}
          detail={`${monthsInWords(undoing.months)}的人次改回导入以前的样子，投诉率跟着变。`}
          confirm="撤回"
          busy={busy}
          onConfirm={() => void undo(undoing)}
          onCancel={() => setUndoing(null)}
        />
      ) : null}
    </WideDesk>
  )
}
