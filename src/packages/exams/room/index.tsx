import { useLoaded } from '#cloud/use-action'
import { ExamId } from '#domain/ids'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { ExtendDialog } from '../../../features/exams/ExtendDialog'
import { RoomScreen } from '../../../features/exams/RoomScreen'
import { useRoom } from '../../../features/exams/use-room'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Empty } from '../../../ui/Empty'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import '../../../features/exams/Room.css'

const NOTHING = {}

/** The screen of the room where an exam is sat. */
export default function RoomPage() {
  const asked = v.safeParse(ExamId, useRouter().params.id)
  return (
    <Page title="考场" density="desk" onBack={() => void goBack()}>
      {asked.success ? (
        <OpenRoom id={asked.output} />
      ) : (
        <Empty
          title="没有说是哪一场"
          hint="从“考试”里打开正在考的那一场，再点“开考场大屏”。"
          action={
            <Button kind="quiet" onTap={() => void replaceWith(routes.examDesk())}>
              去看考试
            </Button>
          }
        />
      )}
    </Page>
  )
}

const OpenRoom = ({ id }: { id: ExamId }) => {
  const { room, left, problem, look } = useRoom(id)
  const { remote: me } = useLoaded(hospitalApi.me, NOTHING)
  const [isExtending, setIsExtending] = useState(false)
  if (!room) {
    return problem ? (
      <SignInOffer code={problem} to={routes.examRoom({ id })} onRetry={() => void look()} />
    ) : (
      <Skeleton lines={8} label="正在看考场" />
    )
  }
  return (
    <>
      <RoomScreen
        room={room}
        left={left}
        hospitalName={me.status === 'done' ? (me.value?.hospitalName ?? null) : null}
        problem={problem}
        onRetry={() => void look()}
        onExtend={() => setIsExtending(true)}
      />
      {isExtending ? (
        <ExtendDialog
          id={id}
          onExtended={() => {
            setIsExtending(false)
            void look()
          }}
          onClose={() => setIsExtending(false)}
        />
      ) : null}
    </>
  )
}
