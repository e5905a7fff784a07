import type { LearningRecord } from '#domain/integrity/record.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { toast } from '../../ui/toast'
import { saveRecord } from './record.file'

const SAID = { saved: '导出好了', copied: '复制好了，粘贴到聊天或备忘录里就行' }

interface RecordExportProps {
  record: LearningRecord
  /** Otherwise the office hands it over. */
  isOwn: boolean
}

/** A year's record, to be handed over. */
export const RecordExport = ({ record, isOwn }: RecordExportProps) => {
  const [busy, setBusy] = useState(false)
  const [isFailed, setFailed] = useState(false)
  const save = async () => {
    setBusy(true)
    const kept = await saveRecord(record)
    setBusy(false)
    setFailed(kept === 'failed')
    if (kept !== 'failed') toast(SAID[kept])
  }
  return (
    <View className="gap-6">
      <Button kind="quiet" icon="save" wide busy={busy} busyText="正在导出" onTap={() => void save()}>
        {`${process.env.TARO_ENV === 'h5' ? '导出' : '复制'}${isOwn ? '我的' : '这份'}学习档案`}
      </Button>
      {isFailed ? (
        <View className="gap-3">
          <ErrorNote onRetry={() => void save()}>没有导出来。请再试一次，或者截图留存。</ErrorNote>
        </View>
      ) : null}
    </View>
  )
}
