import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { sceneIn } from '#domain/hospital/scene'
import { DepartmentId } from '#domain/ids'
import type { PledgeWall } from '#domain/integrity/pledge.contract'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { CheckCertificate } from '../../../features/pledges/CheckCertificate'
import { integrityApi } from '../../../features/pledges/integrity.api'
import { PledgeWallView } from '../../../features/pledges/PledgeWallView'
import { goBack, goTo, routes } from '../../../routes'
import { beginWith } from '../../../ui/begun.words'
import { Button } from '../../../ui/Button'
import { ErrorNote } from '../../../ui/ErrorNote'
import { LinkText } from '../../../ui/LinkText'
import { Page } from '../../../ui/Page'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

const TITLE = '我承诺 你监督'

/** Opens the checking of a certificate without a code yet. */
const NO_CODE = '-'

/** The wall of pledges (亮诺墙), for everybody: of a ward, a department or the hospital. */
export default function PledgeWallPage() {
  const { params } = useRouter()
  const { code } = params
  if (code) {
    return (
      <Page title="查承诺证书" onBack={() => void goBack()}>
        <CheckCertificate code={code} />
        <View className="gap-5">
          <LinkText onTap={() => void goTo(routes.certificate())}>手里是考试合格证，到这里查</LinkText>
        </View>
      </Page>
    )
  }
  const department = v.safeParse(DepartmentId, params.department)
  return <Wall scene={sceneIn(params.scene)} departmentId={department.success ? department.output : undefined} />
}

/** 「呼吸与危重症医学科的顾护士长」, or what is known of it. */
const aboutInWords = ({ department }: PledgeWall, about: string | null): string =>
  [department?.name, about].filter(Boolean).join('的')

const Wall = ({ scene, departmentId }: { scene: string | undefined; departmentId: DepartmentId | undefined }) => {
  const { remote, reload } = useLoaded(integrityApi.pledgeWall, { scene, departmentId })
  const [about, setAbout] = useState<string | null>(null)
  const now = useNow()
  const wall = remote.status === 'done' ? remote.value : null
  const words = wall ? aboutInWords(wall, about) : ''
  const praise = () => {
    beginWith(words)
    void goTo(routes.praise({ scene }))
  }
  const complain = () => {
    beginWith(words && `说的是${words}：`)
    void goTo(routes.complaint({ scene, kind: 'complaint' }))
  }
  return (
    <Page
      title={TITLE}
      onBack={() => void goBack()}
      dock={
        wall ? (
          <>
            <Button kind="quiet" grow icon="praise" label={`做得好，谢谢${words || '一位'}`} onTap={praise}>
              做得好
            </Button>
            <Button grow icon="complaint" label={words ? `没做到，说说${words}` : '没做到，说出来'} onTap={complain}>
              没做到
            </Button>
          </>
        ) : null
      }
    >
      {wall ? (
        <PledgeWallView
          wall={wall}
          now={now}
          about={about}
          onAbout={setAbout}
          onDepartment={(id) => void goTo(routes.pledges({ department: id }))}
          onHospital={() => void goTo(routes.pledges())}
          onCheck={() => void goTo(routes.pledges({ code: NO_CODE }))}
          onChannels={() => void goTo(routes.channels())}
        />
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  )
}
