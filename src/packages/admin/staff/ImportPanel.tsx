import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { PastImport } from '#domain/hospital/staff.contract'
import type { DepartmentId } from '#domain/ids'
import { dayInWords, type Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ImportView } from '../../../features/staff/ImportView'
import { PastImports } from '../../../features/staff/Overview'
import { saveRoster, saveTemplate } from '../../../features/staff/roster.file'
import { staffApi } from '../../../features/staff/staff.api'
import { useImport } from '../../../features/staff/use-import'
import type { People } from '../../../features/staff/use-people'
import { chooseFile } from '../../../files/file.choice'
import { ConfirmDialog } from '../../../ui/ConfirmDialog'
import { Empty } from '../../../ui/Empty'
import { toast } from '../../../ui/toast'
import './staff.css'

const LATEST = {}

interface ImportPanelProps {
  people: People
  departments: ReadonlyMap<DepartmentId, string>
  now: Instant
  uninvited: number
  onInviteAll: () => void
  onWritten: () => void
  onDone: () => void
}

/** The roster out of a file, and the ways back from earlier ones. */
export const ImportPanel = ({
  people,
  departments,
  now,
  uninvited,
  onInviteAll,
  onWritten,
  onDone,
}: ImportPanelProps) => {
  const past = useLoaded(staffApi.imports, LATEST)
  const [undoing, setUndoing] = useState<PastImport | null>(null)
  const [busy, setBusy] = useState(false)
  const { importing, choose, write, reset } = useImport(people, () => {
    onWritten()
    void past.reload()
  })

  const pick = async () => {
    const file = await chooseFile()
    if (file) await choose(file, file.name)
  }
  const undo = async ({ id }: PastImport) => {
    setBusy(true)
    for (let left = 1; left > 0; ) {
      const answer = await staffApi.undoImport({ batchId: id })
      if (!answer.ok) {
        toast(sentenceFor(answer.code), 'wait')
        break
      }
      left = answer.value.left
      if (left === 0) toast('这一批撤回了')
    }
    setBusy(false)
    setUndoing(null)
    onWritten()
    void past.reload()
  }

  // The mini-program carries no reader of spreadsheets.
  if (process.env.TARO_ENV !== 'h5') {
    return <Empty title="导入名册请在电脑上办" hint="在电脑上打开“人与权限”，选名册文件，先看会改什么再导入。" />
  }
  return (
    <View className="staff-panel">
      <ImportView
        importing={importing}
        departments={departments}
        onChoose={() => void pick()}
        onTemplate={() => void saveTemplate(people)}
        onRoster={() => void saveRoster(people, now)}
        onWrite={() => {
          if (importing.step === 'planned' || importing.step === 'stopped') void write(importing)
        }}
        onDone={() => {
          reset()
          onDone()
        }}
        uninvited={uninvited}
        onInviteAll={onInviteAll}
      />
      {importing.step === 'choosing' && past.remote.status === 'done' ? (
        <PastImports rows={past.remote.value.rows} now={now} onUndo={setUndoing} />
      ) : null}
      {undoing ? (
        <ConfirmDialog
          title={`撤回 ${dayInWords(undoing.importedAt, now)}的这一批吗？`}
          detail="这一批新增、还没进来的人会去掉；改过的改回原样，后来又改过的不动。已经进来的人不动。"
          confirm="撤回"
          busy={busy}
          onConfirm={() => void undo(undoing)}
          onCancel={() => setUndoing(null)}
        />
      ) : null}
    </View>
  )
}
