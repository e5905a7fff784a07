import { useAction, useLoaded } from '#cloud/use-action'
import type { Act, CaseRow } from '#domain/complaint/case.contract'
import type { ErrorCode } from '#domain/errors'
import { ComplaintId } from '#domain/ids'
import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { type CaseDraft, claimCaseDrafts, loadCaseDraft } from '../../../features/complaint/case.drafts'
import { CASE_HEAD, CASE_SEARCH, focusInside, focusOn } from '../../../features/complaint/case.focus'
import type { FormAct } from '../../../features/complaint/case.form.words'
import { keysFor } from '../../../features/complaint/case.keys'
import { besides, inDeskOrder, matching } from '../../../features/complaint/case.order'
import { actKeys, doneWords } from '../../../features/complaint/case.words'
import { CaseInbox } from '../../../features/complaint/CaseInbox'
import { CaseKeys } from '../../../features/complaint/CaseKeys'
import { CaseView } from '../../../features/complaint/CaseView'
import { type InboxView, useInbox } from '../../../features/complaint/use-inbox'
import { useListPlace } from '../../../features/complaint/use-list-place'
import { type Outcome, useOpenCase } from '../../../features/complaint/use-open-case'
import { hospitalApi } from '../../../features/hospital/hospital.api'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { staffSections } from '../../../features/session/staff.sections'
import { goBack, routes } from '../../../routes'
import { Desk } from '../../../ui/Desk'
import { Empty } from '../../../ui/Empty'
import { toast } from '../../../ui/toast'
import { useKeys } from '../../../ui/useKeys'
import { useNow } from '../../../ui/useNow'

const SIGNED_OUT = new Set<ErrorCode>(['auth.required', 'session.expired'])

/** The complaint office's cases by deadline, the case beside the list on a wide screen. */
export default function InboxPage() {
  const now = useNow()
  const { params } = useRouter()
  const asked = v.safeParse(ComplaintId, params.id)
  const [view, setView] = useState<InboxView>({ stage: 'open', mine: false, skip: 0 })
  const inbox = useInbox(view)
  const { opened, acting, open, close, reread, act, seeContact } = useOpenCase(asked.success ? asked.output : null)
  const { remote: me } = useLoaded(hospitalApi.me, {})
  const known = me.status === 'done' ? me.value : null
  const staffId = known?.id
  useEffect(() => {
    if (staffId) claimCaseDrafts(staffId)
  }, [staffId])
  const colleagues = useAction(hospitalApi.colleagues)
  const [form, setForm] = useState<FormAct | null>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  const [showingKeys, setShowingKeys] = useState(false)
  const place = useListPlace(opened !== null)
  const stood = useRef(0)

  const detail = opened?.detail ?? null
  const acts = detail?.acts ?? []
  const listed = inbox.page ? matching(inbox.page.rows, wanted ?? '') : []
  const rows = view.stage === 'open' ? inDeskOrder(listed, now) : listed

  const drawn = detail?.id
  useEffect(() => {
    if (drawn) focusOn(CASE_HEAD)
  }, [drawn])

  const show = (row: CaseRow) => {
    setForm(null)
    stood.current = rows.indexOf(row)
    place.leave()
    void open(row.id)
  }
  const step = (by: 1 | -1) => {
    const next = besides(rows, opened?.id ?? null, stood.current, by)
    if (next) show(next)
  }
  const backToList = () => {
    setForm(null)
    close()
    place.comeBack()
  }
  const leaveForm = () => {
    setForm(null)
    focusOn(CASE_HEAD)
  }
  const settle = (what: Act, outcome: Outcome) => {
    if (outcome === 'done') {
      toast(doneWords[what])
      leaveForm()
    }
    // What kept the act from arriving would keep the list from it too.
    if (outcome !== 'failed') void inbox.reload()
    return outcome
  }
  const submit = async (what: FormAct, draft: CaseDraft) => settle(what, await act(what, draft, now))
  const begin = async (what: Act) => {
    if (!detail || !acts.includes(what)) return
    if (what === 'accept') settle(what, await act(what, loadCaseDraft(detail.id, what), now))
    else if (what === 'seeContact') settle(what, await seeContact(now))
    else {
      if (what === 'assign') void colleagues.run({})
      setForm(what)
    }
  }
  const search = () => {
    setWanted(wanted === null ? '' : null)
    if (wanted === null) focusInside(CASE_SEARCH)
  }

  const idle = form === null && !showingKeys
  const toBegin = Object.fromEntries(acts.map((what) => [actKeys[what], () => void begin(what)]))
  const walking = {
    j: () => step(1),
    k: () => step(-1),
    u: () => void inbox.reload(),
    '/': search,
    '?': () => setShowingKeys(true),
  }
  useKeys(idle ? { ...toBegin, ...walking } : {})

  const signIn = (code: ErrorCode) => <SignInOffer code={code} to={routes.inbox({ id: opened?.id })} />
  const person = known ? [known.name, known.departmentName].filter(Boolean).join(' · ') : undefined
  const signedOut = inbox.problem !== null && SIGNED_OUT.has(inbox.problem) ? inbox.problem : null
  const others = colleagues.remote
  return (
    <>
      <Desk
        title="待办"
        section="complaints"
        sections={staffSections(known?.roles ?? null, 'complaints')}
        person={person}
        showing={opened ? 'detail' : 'list'}
        onBack={opened ? backToList : () => void goBack()}
        keys={keysFor(acts, form !== null)}
        list={
          signedOut && !inbox.page ? (
            signIn(signedOut)
          ) : (
            <CaseInbox
              inbox={inbox}
              view={view}
              now={now}
              current={opened?.id ?? null}
              ownOnly={known !== null && !known.roles.includes('complaint_officer')}
              wanted={wanted}
              onSearch={search}
              onWanted={setWanted}
              onView={setView}
              onOpen={show}
            />
          )
        }
        detail={
          opened ? (
            <CaseView
              opened={opened}
              now={now}
              acting={acting}
              form={form}
              colleagues={{
                options: others.status === 'done' ? others.value.rows.filter(({ left }) => !left) : null,
                problem: others.status === 'failed' ? others.code : null,
                onRetry: () => void colleagues.run({}),
              }}
              signIn={signIn}
              onAct={(what) => void begin(what)}
              onSubmit={submit}
              onLeaveForm={leaveForm}
              onRetry={() => void reread()}
            />
          ) : signedOut ? null : (
            <Empty title="还没有打开哪一件" hint="在左边点一件，或按 J 打开最急的一件。" />
          )
        }
      />
      {showingKeys ? <CaseKeys onClose={() => setShowingKeys(false)} /> : null}
    </>
  )
}
