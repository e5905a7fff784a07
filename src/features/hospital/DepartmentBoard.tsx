import { useAction, useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { DepartmentRow } from '#domain/hospital/settings.contract'
import type { DepartmentId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Item, List } from '../../ui/List'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { DepartmentForm } from './DepartmentForm'
import { DepartmentImport } from './DepartmentImport'
import { hospitalApi } from './hospital.api'
import './settings.css'

type Showing = { view: 'list' | 'new' | 'import' } | { view: 'one'; id: DepartmentId }

const NOTHING = {}

/** Departments of the hospital: add one or many, rename, retire. */
export const DepartmentBoard = ({ onChanged }: { onChanged: () => void }) => {
  const { remote, reload } = useLoaded(hospitalApi.departments, NOTHING)
  const [showing, setShowing] = useState<Showing>({ view: 'list' })
  const toList = () => setShowing({ view: 'list' })
  const changed = () => {
    void reload()
    onChanged()
  }
  if (remote.status === 'failed') {
    return <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
  }
  if (remote.status !== 'done') return <Skeleton lines={8} label="正在取科室" />
  const { rows } = remote.value
  if (showing.view === 'list') return <Rows rows={rows} onShow={setShowing} />
  const one = showing.view === 'one' ? rows.find(({ id }) => id === showing.id) : undefined
  return (
    <View>
      <LinkText role="button" onTap={toList}>
        回到科室列表
      </LinkText>
      {showing.view === 'import' ? (
        <DepartmentImport rows={rows} onWritten={changed} onDone={toList} />
      ) : one ? (
        <OneDepartment key={`${one.id}:${one.rev}`} rows={rows} department={one} onChanged={changed} onDone={toList} />
      ) : (
        <NewDepartment rows={rows} onChanged={changed} onDone={toList} />
      )}
    </View>
  )
}

const Rows = ({ rows, onShow }: { rows: readonly DepartmentRow[]; onShow: (showing: Showing) => void }) => {
  const acts = (
    <View>
      <Button kind="quiet" onTap={() => onShow({ view: 'new' })}>
        加一个科室
      </Button>
      <View className="gap-3">
        <Button kind="quiet" onTap={() => onShow({ view: 'import' })}>
          一次加许多
        </Button>
      </View>
    </View>
  )
  if (rows.length === 0) {
    return (
      <Empty
        title="还没有科室"
        hint="编号用《医疗机构诊疗科目名录》的；医务、护理、后勤这些职能科室用 F01、F02 往下排。"
        action={acts}
      />
    )
  }
  const inUse = rows.filter(({ retired }) => !retired)
  return (
    <View className="settings-section">
      <Lead hint="病区、职工和投诉都归到科室。停用的不再让人选，以前的记录还叫原来的名字。">
        {`${inUse.length} 个科室`}
      </Lead>
      <View className="gap-4">{acts}</View>
      <View className="gap-4">
        <List label="科室">
          {[...inUse, ...rows.filter(({ retired }) => retired)].map(({ id, name, retired }) => (
            <Item
              key={id}
              title={name}
              detail={retired ? '停用了' : undefined}
              end={id}
              onTap={() => onShow({ view: 'one', id })}
            />
          ))}
        </List>
      </View>
    </View>
  )
}

interface PanelProps {
  rows: readonly DepartmentRow[]
  onChanged: () => void
  onDone: () => void
}

const NewDepartment = ({ rows, onChanged, onDone }: PanelProps) => {
  const { remote, run } = useAction(hospitalApi.addDepartment)
  const add = async (department: { id: DepartmentId; name: string }) => {
    const answer = await run(department)
    if (answer.ok || answer.code === 'hospital.code_taken') onChanged()
    if (!answer.ok) return
    toast('加好了')
    onDone()
  }
  return (
    <View className="settings-section">
      <Lead hint="先写名称，下面会给出可以用的编号。">加一个科室</Lead>
      {remote.status === 'failed' ? <ErrorNote>{sentenceFor(remote.code)}</ErrorNote> : null}
      <View className="gap-4">
        <DepartmentForm rows={rows} busy={remote.status === 'pending'} onSave={(one) => void add(one)} />
      </View>
    </View>
  )
}

const OneDepartment = ({ rows, department, onChanged, onDone }: PanelProps & { department: DepartmentRow }) => {
  const { remote, run } = useAction(hospitalApi.changeDepartment)
  const { id, rev, name, retired } = department
  const change = async (about: { name?: string; retired?: boolean }, done: string) => {
    const answer = await run({ id, rev, name, retired, ...about })
    if (answer.ok || answer.code === 'data.changed') onChanged()
    if (!answer.ok) return
    toast(done)
    onDone()
  }
  return (
    <View className="settings-section">
      <Lead above={id} hint={retired ? '停用了：不再让人选，以前的记录还叫这个名字。' : undefined}>
        {name}
      </Lead>
      {remote.status === 'failed' ? <ErrorNote>{sentenceFor(remote.code)}</ErrorNote> : null}
      <View className="gap-4">
        <DepartmentForm
          rows={rows}
          department={department}
          busy={remote.status === 'pending'}
          onSave={(one) => void change({ name: one.name }, '改好了')}
        />
      </View>
      <View className="gap-4">
        <LinkText
          role="button"
          onTap={() => void change({ retired: !retired }, retired ? '可以用了' : '停用了，随时可以恢复')}
        >
          {retired ? '恢复使用' : '停用这个科室'}
        </LinkText>
      </View>
    </View>
  )
}
