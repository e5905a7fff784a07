import { useLoaded } from '#cloud/use-action'
import type { ErrorCode } from '#domain/errors'
import { FollowUpId } from '#domain/ids'
import { beijingDay, monthOf } from '#domain/instant'
import { monthAfter } from '#domain/metrics/month.arithmetic'
import type { FollowUpRow } from '#domain/survey/followup.contract'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { CALL_HEAD, focusOn } from '../../../features/followup/call.focus'
import { claimCalls } from '../../../features/followup/call.drafts'
import { CallView } from '../../../features/followup/CallView'
import { FollowUpList } from '../../../features/followup/FollowUpList'
import { RatePanel, RateStrip } from '../../../features/followup/FollowUpRates'
import { ImportPanel } from '../../../features/followup/ImportPanel'
import { rowBeside } from '../../../features/followup/followup.order'
import { surveyApi } from '../../../features/followup/survey.api'
import { useCall } from '../../../features/followup/use-call'
import { useWorklist, type WorklistView } from '../../../features/followup/use-worklist'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { goBack, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Desk } from '../../../ui/Desk'
import { Empty } from '../../../ui/Empty'
import { Skeleton } from '../../../ui/Skeleton'
import { useKeys } from '../../../ui/useKeys'
import { useNow } from '../../../ui/useNow'

const SIGNED_OUT = new Set<ErrorCode>(['auth.required', 'session.expired'])
const KEYS = [
  { keys: ['J', 'K'], name: '下一位、上一位' },
  { keys: ['U'], name: '刷新' },
]

/** Those who were discharged and are to be rung, the call beside the list on a wide screen. */
export default function FollowUpsPage() {
  const now = useNow()
  const { params } = useRouter()
  const asked = v.safeParse(FollowUpId, params.id)
  const first = asked.success ? asked.output : null
  const [view, setView] = useState<WorklistView>({ view: 'due', departmentId: null, skip: 0 })
  const [choosing, setChoosing] = useState(false)
  const [beside, setBeside] = useState<'call' | 'import' | 'rates' | null>(first ? 'call' : null)
  const worklist = useWorklist(view)
  const calling = useCall(now)
  const { opened, open } = calling
  const { remote: me } = useLoaded(hospitalApi.me, {})
  const known = me.status === 'done' ? me.value : null
  const staffId = known?.id
  const month = monthOf(beijingDay(now))
  const running = useLoaded(surveyApi.followUpRates, { month })
  const last = useLoaded(surveyApi.followUpRates, { month: monthAfter(month, -1) })
  const months = [
    { name: '本月', ...running },
    { name: '上月', ...last },
  ]
  const [stood, setStood] = useState(0)

  useEffect(() => {
    if (staffId) claimCalls(staffId)
  }, [staffId])
  useEffect(() => {
    if (first) void open(first)
  }, [first, open])
  const drawn = opened?.detail?.id
  useEffect(() => {
    if (drawn) focusOn(CALL_HEAD)
  }, [drawn])

  const rows = worklist.page?.rows ?? []
  const show = (row: FollowUpRow) => {
    setStood(rows.indexOf(row))
    setBeside('call')
    void open(row.id)
  }
  const nextRow = (by: 1 | -1) => rowBeside(rows, opened?.id ?? null, stood, by)
  const step = (by: 1 | -1) => {
    const row = nextRow(by)
    if (row) show(row)
  }
  const backToList = () => {
    setBeside(null)
    calling.close()
  }
  const changed = () => {
    void worklist.reload()
    void running.reload()
    void last.reload()
  }
  const isAsking = opened !== null && opened.since !== null
  useKeys(isAsking ? {} : { j: () => step(1), k: () => step(-1), u: () => void worklist.reload() })

  const signIn = (code: ErrorCode) => <SignInOffer code={code} to={routes.followUps({ id: opened?.id })} />
  const problem = worklist.problem
  const isSignedOut = problem !== null && SIGNED_OUT.has(problem)
  const callProblem = opened?.problem ?? null
  const next = nextRow(1)
  const nothing = rows.length > 0 ? '在左边点一位，或按 J 打开最急的一位。' : '先导入出院名单，到日子的会排出来。'
  return (
    <Desk
      title="出院随访"
      section="followUps"
      sections={staffSections(known?.roles ?? null, 'followUps')}
      person={known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined}
      showing={beside ? 'detail' : 'list'}
      onBack={beside ? backToList : () => void goBack()}
      keys={isAsking ? undefined : KEYS}
      list={
        <FollowUpList
          worklist={worklist}
          view={view}
          now={now}
          current={beside === 'call' ? (opened?.id ?? null) : null}
          choosing={choosing}
          signIn={isSignedOut ? signIn : null}
          onChoosing={() => setChoosing(!choosing)}
          onView={setView}
          onOpen={show}
        >
          <RateStrip months={months} onOpen={() => setBeside('rates')} />
          <View className="followup-file">
            <Button kind="quiet" wide icon="ledger" onTap={() => setBeside('import')}>
              导入出院名单
            </Button>
          </View>
        </FollowUpList>
      }
      detail={
        beside === 'import' ? (
          worklist.page ? (
            <ImportPanel departments={worklist.page.departments} now={now} onWritten={changed} onDone={backToList} />
          ) : (
            <Skeleton lines={8} />
          )
        ) : beside === 'rates' ? (
          <RatePanel months={months} now={now} />
        ) : opened ? (
          <CallView
            opened={opened}
            calling={calling}
            now={now}
            signIn={callProblem !== null && SIGNED_OUT.has(callProblem) ? signIn : null}
            onChanged={changed}
            onComplain={() => void goTo(routes.complaint({ kind: 'complaint' }))}
            onNext={next && next.id !== opened.id ? () => show(next) : null}
          />
        ) : isSignedOut || !worklist.page ? null : (
          <Empty title="还没有打开哪一位" hint={nothing} />
        )
      }
    />
  )
}
