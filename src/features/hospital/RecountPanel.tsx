import { useAction, useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { useNow } from '../../ui/useNow'
import { metricsApi } from './metrics.api'
import { isUnderWay, recountInWords } from './recount.words'
import './settings.css'

const NOTHING = {}

/** A part is counted each minute. */
const ASK_AGAIN_MS = 10_000

/** Counting every month anew (重新统计), and how far that has come. */
export const RecountPanel = () => {
  const now = useNow()
  const { remote, reload } = useLoaded(metricsApi.rebuilding, NOTHING)
  const { remote: asking, run } = useAction(metricsApi.rebuild)
  const rebuilding = remote.status === 'done' ? remote.value : null
  useEffect(() => {
    if (remote.status !== 'done' || remote.value === null || !isUnderWay(remote.value)) return
    const timer = setTimeout(() => void reload(), ASK_AGAIN_MS)
    return () => clearTimeout(timer)
  }, [remote, reload])
  const recount = async () => {
    await run({})
    await reload()
  }
  return (
    <View className="settings-section">
      <Head>重新统计</Head>
      <View className="settings-note">
        投诉率的数每分钟自己更新，平时不用点。觉得哪个月的数不对，点一次，各月的投诉从头再数一遍；数的时候照常能看。
      </View>
      {remote.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
        </View>
      ) : remote.status !== 'done' ? (
        <Skeleton lines={2} label="正在看数到哪儿了" />
      ) : rebuilding === null ? null : (
        <View className="gap-4">
          <Notice icon={rebuilding.finishedAt === null ? 'progress' : 'check'} announced="status">
            {recountInWords(rebuilding, now)}
          </Notice>
        </View>
      )}
      {asking.status === 'failed' ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(asking.code)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-4">
        <Button
          kind="quiet"
          wide
          busy={asking.status === 'pending'}
          busyText="正在交代"
          disabledBecause={rebuilding !== null && isUnderWay(rebuilding) ? '正在统计' : undefined}
          onTap={() => void recount()}
        >
          重新统计
        </Button>
      </View>
    </View>
  )
}
