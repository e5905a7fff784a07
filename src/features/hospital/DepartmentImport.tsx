import { useAction } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { type DepartmentPlan, DEPARTMENTS_AT_ONCE, planDepartments } from '#domain/hospital/department.lines'
import type { DepartmentRow } from '#domain/hospital/settings.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { toast } from '../../ui/toast'
import { hospitalApi } from './hospital.api'

const WHY: Record<DepartmentPlan['refused'][number]['why'], string> = {
  code: '不是名录里的编号，也不是字母开头的职能科室编号',
  name: '名称要 2 到 30 个字',
  twice: '这个编号上面已经写过一遍',
  no_name: '编号和名称之间要空一格',
}

interface DepartmentImportProps {
  rows: readonly DepartmentRow[]
  onWritten: () => void
  onDone: () => void
}

/** Many departments from pasted lines: what would happen is shown before anything is written. */
export const DepartmentImport = ({ rows, onWritten, onDone }: DepartmentImportProps) => {
  const [pasted, setPasted] = useState('')
  const { remote, run } = useAction(hospitalApi.importDepartments)
  const plan = planDepartments(pasted, rows)
  const wanted = [
    ...plan.added.map(({ id, name }) => ({ id, name, rev: null })),
    ...plan.renamed.map(({ id, name, rev }) => ({ id, name, rev })),
  ]
  const isTooMany = wanted.length > DEPARTMENTS_AT_ONCE
  const write = async () => {
    const answer = await run({ rows: wanted })
    if (!answer.ok) return
    const { added, renamed, left } = answer.value
    onWritten()
    if (left.length > 0) return
    toast(`加了 ${added} 个，改了 ${renamed} 个`)
    onDone()
  }
  const left = remote.status === 'done' ? remote.value.left : []
  return (
    <View className="settings-section">
      <Lead hint="一行一个：编号，空一格，名称。可以从表格里整列复制过来。">一次加许多科室</Lead>
      <View className="gap-4">
        <Letter
          label="粘贴在这里"
          value={pasted}
          placeholder={'03.01 呼吸内科\n03.02 消化内科\nF01 医患关系办公室'}
          lines={8}
          onInput={setPasted}
        />
      </View>
      {left.length > 0 ? (
        <View className="gap-4">
          <Notice tone="wait" announced="status">
            {`有 ${left.length} 个没有写：${left.join('、')}。刚才有同事改过它们，请看过下面新的对照再按一次。`}
          </Notice>
        </View>
      ) : null}
      {remote.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : null}
      <Plan plan={plan} />
      <View className="settings-acts">
        <Button
          wide
          busy={remote.status === 'pending'}
          busyText="正在写入"
          disabledBecause={
            isTooMany
              ? `一次最多 ${DEPARTMENTS_AT_ONCE} 个，请分几次`
              : wanted.length === 0
                ? '还没有要写的科室'
                : undefined
          }
          onTap={() => void write()}
        >
          {wanted.length === 0 ? '写入' : `写入这 ${wanted.length} 个`}
        </Button>
        {plan.refused.length > 0 && wanted.length > 0 ? (
          <View className="settings-note">{`看不懂的 ${plan.refused.length} 行不会写入。`}</View>
        ) : null}
      </View>
    </View>
  )
}

const Plan = ({ plan: { added, renamed, same, refused } }: { plan: DepartmentPlan }) => (
  <View>
    {refused.length > 0 ? (
      <View className="gap-4">
        <Head>{`看不懂 ${refused.length} 行`}</Head>
        <List label="看不懂的行">
          {refused.map(({ line, value, why }) => (
            <Item key={line} title={`第 ${line} 行：${value}`} detail={WHY[why]} />
          ))}
        </List>
      </View>
    ) : null}
    {added.length > 0 ? (
      <View className="gap-4">
        <Head>{`新加 ${added.length} 个`}</Head>
        <List label="新加的科室">
          {added.map(({ id, name }) => (
            <Item key={id} title={name} end={id} />
          ))}
        </List>
      </View>
    ) : null}
    {renamed.length > 0 ? (
      <View className="gap-4">
        <Head>{`改名 ${renamed.length} 个`}</Head>
        <List label="改名的科室">
          {renamed.map(({ id, name, before }) => (
            <Item key={id} title={name} detail={`原来叫${before}`} end={id} />
          ))}
        </List>
      </View>
    ) : null}
    {same > 0 ? <View className="settings-note">{`${same} 个已经有了，一个字不差。`}</View> : null}
  </View>
)
