import { randomHex } from '#cloud/random.bytes'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { LiveId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { type Topic, topicNames, topics } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import { learningApi } from './learning.api'
import { joinCodeIn, usualTitle } from './live.words'
import './Live.css'

const scan = async (onScanned: (text: string) => void) => {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] })
    onScanned(result)
  } catch {
    // Closed without a scan: the code can be typed.
  }
}

/** From six digits on the screen into the room. `scanned`: what the page was opened with. */
export const useJoining = (scanned: string, onJoined: (id: LiveId) => void) => {
  const [typed, setTyped] = useState(scanned)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | 'mistyped' | null>(null)
  const join = async (text: string) => {
    if (busy) return
    const code = joinCodeIn(text)
    if (code === null) return setFailed('mistyped')
    setTyped(code)
    setBusy(true)
    setFailed(null)
    const answer = await learningApi.joinLive({ code })
    setBusy(false)
    if (answer.ok) onJoined(answer.value.id)
    else setFailed(answer.code)
  }
  // A scanned code leads straight into the room; it is looked at once.
  const opening = useRef(scanned)
  useEffect(() => {
    const text = opening.current
    opening.current = ''
    if (text !== '') void join(text)
  })
  const type = (text: string) => {
    setTyped(text)
    setFailed(null)
  }
  return { typed, type, busy, failed, join: (text = typed) => void join(text) }
}

type Joining = ReturnType<typeof useJoining>

const DIGITS_TYPED = 12

/** Where the six digits on the screen are typed or scanned. */
export const JoinEntry = ({ joining }: { joining: Joining }) => {
  const { typed, type, failed, join } = joining
  return (
    <View>
      <Lead hint="看大屏幕上的 6 位口令，照着输进来。题目跟着大屏幕走；答案公布以前屏上只有几个人答了，公布以后才有每一项几个人选，没有名字。您答对几题，只有您自己看得到。">
        现场答题
      </Lead>
      <View className="gap-5">
        <TextField
          label="6 位口令"
          kind="digits"
          value={typed}
          placeholder="照大屏幕上的输"
          maxlength={DIGITS_TYPED}
          error={failed === 'mistyped' ? '口令是 6 位数字，请照大屏幕再输一遍。' : undefined}
          onInput={type}
          onConfirm={() => join()}
        />
      </View>
      {failed && failed !== 'mistyped' ? (
        <View className="gap-3">
          <ErrorNote onRetry={() => join()}>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      {process.env.TARO_ENV === 'weapp' ? (
        <View className="gap-4">
          <Button kind="quiet" icon="scan" wide onTap={() => void scan(join)}>
            扫大屏幕上的二维码
          </Button>
        </View>
      ) : null}
    </View>
  )
}

const COUNTS = [3, 5, 8, 10]
const TITLE_LEAST = 2
const TITLE_MOST = 30

/** Whoever leads the lesson opens a round: what it is called, about what, and how many questions. */
export const OpenEntry = ({ now, onOpened }: { now: Instant; onOpened: (id: LiveId) => void }) => {
  const [title, setTitle] = useState(() => usualTitle(now))
  const [chosen, setChosen] = useState<readonly Topic[]>([])
  const [count, setCount] = useState(5)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  // A second try after no answer came is the same round.
  const id = useRef<LiveId | null>(null)
  const named = title.trim()
  const isNamed = named.length >= TITLE_LEAST && named.length <= TITLE_MOST
  const open = async () => {
    setBusy(true)
    setFailed(null)
    try {
      id.current ??= v.parse(LiveId, await randomHex())
      const answer = await learningApi.openLive({ id: id.current, title: named, topics: [...chosen], count })
      if (answer.ok) return onOpened(answer.value.id)
      // What was refused opened nothing: with other topics it is another round.
      if (answer.code === 'live.no_questions') id.current = null
      setFailed(answer.code)
    } catch {
      setFailed('system.failed')
    } finally {
      setBusy(false)
    }
  }
  const turn = (topic: Topic) =>
    setChosen(chosen.includes(topic) ? chosen.filter((one) => one !== topic) : [...chosen, topic])
  return (
    <View className="gap-6">
      <Head aside="给晨课的主持人">开一场</Head>
      <View className="gap-3">
        <TextField
          label="叫什么"
          value={title}
          maxlength={TITLE_MOST}
          error={isNamed ? undefined : `请写 ${TITLE_LEAST} 到 ${TITLE_MOST} 个字。`}
          onInput={setTitle}
        />
      </View>
      <View className="gap-4">
        <Head aside="不选就是什么都问">问哪些主题</Head>
        <View className="live-chips" {...semantics({ role: 'group', label: '问哪些主题' })}>
          {topics.map((topic) => (
            <Chip key={topic} pressed={chosen.includes(topic)} onTap={() => turn(topic)}>
              {topicNames[topic]}
            </Chip>
          ))}
        </View>
      </View>
      <View className="gap-4">
        <Head>多少题</Head>
        <View className="live-chips" {...semantics({ role: 'group', label: '多少题' })}>
          {COUNTS.map((number) => (
            <Chip key={number} pressed={number === count} onTap={() => setCount(number)}>
              {`${number} 题`}
            </Chip>
          ))}
        </View>
      </View>
      {failed ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void open()}>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-4">
        <Button
          kind="quiet"
          wide
          busy={busy}
          busyText="正在开"
          disabledBecause={isNamed ? undefined : '请先写好叫什么'}
          onTap={() => void open()}
        >
          开一场，亮口令
        </Button>
      </View>
    </View>
  )
}
