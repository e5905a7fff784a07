import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { beijingDay, dayInWords, type Instant } from '#domain/instant'
import type { FollowUpPage, PastFollowUpImport } from '#domain/survey/followup.contract'
import { dischargeTemplate } from '#domain/survey/followup.file'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { chooseFile } from '../../files/file.choice'
import { saveSheet } from '../../files/spreadsheet'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { toast } from '../../ui/toast'
import { DischargeImport } from './DischargeImport'
import { PastDischarges } from './PastDischarges'
import { surveyApi } from './survey.api'
import { useDischarges } from './use-discharges'
import './followup.css'

const LATEST = {}
const WIDTHS = [18, 18, 14, 24, 10, 16]

interface ImportPanelProps {
  departments: FollowUpPage['departments']
  now: Instant
  onWritten: () => void
  onDone: () => void
}

/** Those who were discharged, out of a file, and the ways back from earlier ones. */
export const ImportPanel = ({ departments, now, onWritten, onDone }: ImportPanelProps) => {
  const past = useLoaded(surveyApi.followUpImports, LATEST)
  const [undoing, setUndoing] = useState<PastFollowUpImport | null>(null)
  const [busy, setBusy] = useState(false)
  const { importing, choose, write, reset } = useDischarges(departments, now, () => {
    onWritten()
    void past.reload()
  })

  const pick = async () => {
    const file = await chooseFile()
    if (file) await choose(file, file.name)
  }
  const saveTemplate = () =>
    saveSheet(dischargeTemplate(departments.find(({ retired }) => !retired)?.name ?? '', beijingDay(now)), {
      fileName: '出院名单模板.xlsx',
      widths: WIDTHS,
    })
  const undo = async ({ id }: PastFollowUpImport) => {
    setBusy(true)
    const answer = await surveyApi.undoFollowUps({ batchId: id })
    setBusy(false)
    setUndoing(null)
    if (!answer.ok) return toast(sentenceFor(answer.code), 'wait')
    const { removed, kept } = answer.value
    toast(kept > 0 ? `撤回了 ${removed} 人，打过的 ${kept} 人留着` : `撤回了 ${removed} 人`)
    onWritten()
    void past.reload()
  }

  // The mini-program carries no reader of spreadsheets.
  if (process.env.TARO_ENV !== 'h5') {
    return <Empty title="导入名单请在电脑上办" hint="在电脑上打开“随访”，选出院名单的文件，先看会加谁再导入。" />
  }
  return (
    <View className="followup-panel">
      <DischargeImport
        importing={importing}
        departments={new Map(departments.map(({ id, name }) => [id, name]))}
        onChoose={() => void pick()}
        onTemplate={() => void saveTemplate()}
        onWrite={() => {
          if (importing.step === 'planned' || importing.step === 'stopped') void write(importing)
        }}
        onDone={() => {
          reset()
          onDone()
        }}
      />
      {importing.step !== 'choosing' ? null : past.remote.status === 'done' ? (
        <PastDischarges rows={past.remote.value.rows} now={now} onUndo={setUndoing} />
      ) : past.remote.status === 'failed' ? (
        <View className="gap-6">
          <ErrorNote onRetry={() => void past.reload()}>{sentenceFor(past.remote.code)}</ErrorNote>
        </View>
      ) : null}
      {undoing ? (
        <ConfirmDialog
          title={`撤回 ${dayInWords(undoing.importedAt, now)}的这一批吗？`}
          detail="还没打过的会从名单里去掉；打过的、自己填了的留着。"
          confirm="撤回"
          busy={busy}
          onConfirm={() => void undo(undoing)}
          onCancel={() => setUndoing(null)}
        />
      ) : null}
    </View>
  )
}
