import { useAction } from '#cloud/use-action'
import type { Role } from '#domain/actor'
import { sentenceFor } from '#domain/errors'
import { InvitationCode, StaffNumber } from '#domain/hospital/staff.model'
import { useState } from 'react'
import * as v from 'valibot'
import { seesRates, worksOnCases } from '../../../features/session/staff.sections'
import { JoinForm } from '../../../features/staff/JoinForm'
import { staffApi } from '../../../features/staff/staff.api'
import { goBack, replaceWith, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Page } from '../../../ui/Page'

/** Where somebody goes who is staff from now on: cases first, then the hospital's own matters, then its figures. */
const deskOf = (roles: readonly Role[]): string => {
  if (worksOnCases(roles)) return routes.inbox()
  if (roles.includes('administrator')) return routes.staff()
  return seesRates(roles) ? routes.rates() : routes.me()
}

/** Staff bind their WeChat once, with number and code. */
export default function JoinPage() {
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const { remote, run, reset } = useAction(staffApi.join)
  const isNumber = v.safeParse(StaffNumber, number).success
  const isCode = v.safeParse(InvitationCode, code).success

  const join = async () => {
    setChecked(true)
    if (!isNumber || !isCode || remote.status === 'pending') return
    const answer = await run({ number, code })
    if (answer.ok) void replaceWith(deskOf(answer.value.roles))
  }
  const typed = (set: (text: string) => void) => (text: string) => {
    set(text)
    setChecked(false)
    reset()
  }

  return (
    <Page
      title="职工入口"
      onBack={() => void goBack()}
      dock={
        <Button grow busy={remote.status === 'pending'} busyText="正在核对" onTap={() => void join()}>
          核对并进入
        </Button>
      }
    >
      <JoinForm
        number={number}
        code={code}
        numberError={checked && !isNumber ? '请照胸牌填工号，只有字母、数字和短横。' : undefined}
        codeError={checked && !isCode ? '口令是 16 位字母和数字，请照管理员给您的再看一遍。' : undefined}
        refused={remote.status === 'failed' ? sentenceFor(remote.code) : undefined}
        onNumber={typed(setNumber)}
        onCode={typed(setCode)}
        onDone={() => void join()}
      />
    </Page>
  )
}
