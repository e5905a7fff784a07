import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { DepartmentId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { ChangeList } from '../../../features/improvements/ChangeList'
import { surveyApi } from '../../../features/improvements/survey.api'
import { goBack, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Chip } from '../../../ui/Chip'
import { Empty } from '../../../ui/Empty'
import { ErrorNote } from '../../../ui/ErrorNote'
import { Lead } from '../../../ui/Lead'
import { Page } from '../../../ui/Page'
import { semantics } from '../../../ui/semantics'
import { Skeleton } from '../../../ui/Skeleton'
import { useNow } from '../../../ui/useNow'

/** What people said and what came of it, for everybody; what was not done is said too. */
export default function ChangedPage() {
  const asked = v.safeParse(DepartmentId, useRouter().params.department)
  const [departmentId, setDepartmentId] = useState<DepartmentId | null>(asked.success ? asked.output : null)
  const { remote, reload } = useLoaded(surveyApi.changed, { departmentId })
  const now = useNow()
  const known = remote.status === 'done' ? remote.value : null
  return (
    <Page
      title="您说的，我们改了"
      className="changed-page"
      onBack={() => void goBack()}
      dock={
        <>
          <Button kind="quiet" grow onTap={() => void goTo(routes.complaint({ kind: 'complaint' }))}>
            没改好，告诉我们
          </Button>
          <Button kind="quiet" grow onTap={() => void goTo(routes.complaint({ kind: 'suggestion' }))}>
            我也想说一件
          </Button>
        </>
      }
    >
      <Lead
        above={known ? `${known.departmentName ?? known.hospitalName} · 近一年` : undefined}
        hint="没改好的、没有改的，也写在这里。"
      >
        您说的，我们改了
      </Lead>
      {known && known.departments.length > 1 ? (
        <View className="change-chips" {...semantics({ role: 'group', label: '看哪个科室' })}>
          <Chip pressed={departmentId === null} onTap={() => setDepartmentId(null)}>
            全院
          </Chip>
          {known.departments.map(({ id, name }) => (
            <Chip key={id} pressed={departmentId === id} onTap={() => setDepartmentId(id)}>
              {name}
            </Chip>
          ))}
        </View>
      ) : null}
      {known ? (
        known.items.length > 0 ? (
          <ChangeList changes={known.items} now={now} />
        ) : (
          <Empty title="还没有写下一件" hint="您说的，有了着落就登在这里。" />
        )
      ) : remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : (
        <Skeleton lines={7} />
      )}
    </Page>
  )
}
