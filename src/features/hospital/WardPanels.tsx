import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { TouchpointBoard, WardRow } from '#domain/hospital/place.contract'
import type { WardId } from '#domain/ids'
import { View } from '@tarojs/components'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { toast } from '../../ui/toast'
import { CodesForm, type NewCode } from './CodesForm'
import { hospitalApi } from './hospital.api'
import { WardForm, type WardWords } from './WardForm'

interface PanelProps {
  board: TouchpointBoard
  onChanged: () => Promise<void>
  /** The form is done with: the ward is shown. */
  onDone: (id: WardId) => void
}

export const NewWard = ({ board, onChanged, onDone }: PanelProps) => {
  const { remote, run } = useAction(hospitalApi.addWard)
  const save = async (ward: WardWords) => {
    const answer = await run(ward)
    if (!answer.ok) return
    await onChanged()
    onDone(ward.id)
  }
  return (
    <View className="ward">
      <Lead hint="先加病区，再给它加码。">加一个病区或场所</Lead>
      {remote.status === 'failed' ? <ErrorNote>{sentenceFor(remote.code)}</ErrorNote> : null}
      <View className="gap-4">
        <WardForm board={board} busy={remote.status === 'pending'} onSave={(ward) => void save(ward)} />
      </View>
    </View>
  )
}

export const EditWard = ({ board, ward, onChanged, onDone }: PanelProps & { ward: WardRow }) => {
  const { remote, run } = useAction(hospitalApi.changeWard)
  const save = async (words: WardWords) => {
    const answer = await run({ ...words, rev: ward.rev })
    if (answer.ok || answer.code === 'data.changed') await onChanged()
    if (!answer.ok) return
    toast('改好了，一分钟内各处都能看到')
    onDone(ward.id)
  }
  return (
    <View className="ward">
      <Lead above={ward.name} hint="改过的名字和承诺，扫码的人一分钟内就看到；墙上印的要重新打印。">
        改病区和承诺
      </Lead>
      {remote.status === 'failed' ? <ErrorNote>{sentenceFor(remote.code)}</ErrorNote> : null}
      <View className="gap-4">
        <WardForm ward={ward} board={board} busy={remote.status === 'pending'} onSave={(words) => void save(words)} />
      </View>
    </View>
  )
}

export const AddCodes = ({ board, ward, onChanged, onDone }: PanelProps & { ward: WardRow }) => {
  const { remote, run } = useAction(hospitalApi.addTouchpoints)
  const save = async (touchpoints: NewCode[]) => {
    const answer = await run({ wardId: ward.id, touchpoints })
    // Somebody else gave the number meanwhile: the board knows the next one.
    if (answer.ok || answer.code === 'hospital.code_taken') await onChanged()
    if (!answer.ok) return
    toast(`加了 ${touchpoints.length} 张码`)
    onDone(ward.id)
  }
  return (
    <View className="ward">
      <Lead above={ward.name} hint="编号接着这里最后一张往下排，印在每张码上。">
        加几张码
      </Lead>
      {remote.status === 'failed' ? <ErrorNote>{sentenceFor(remote.code)}</ErrorNote> : null}
      <View className="gap-4">
        <CodesForm board={board} ward={ward} busy={remote.status === 'pending'} onSave={(codes) => void save(codes)} />
      </View>
    </View>
  )
}
