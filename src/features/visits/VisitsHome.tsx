import { sentenceFor } from '#domain/errors'
import type { Day, Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { StoredMonthsTable } from './StoredMonthsTable'
import type { VisitImporting } from './use-visit-import'
import type { VisitWays } from './use-visit-mapping'
import type { useRecentMonths } from './use-recent-months'
import { saveVisits, saveVisitTemplate } from './visit.sheets'
import { readFailureInWords, standingInWords, undoPromise, writtenInWords } from './visits.words'
import { VisitsHead } from './VisitsHead'

interface VisitsHomeProps {
  importing: VisitImporting
  ways: VisitWays
  recent: ReturnType<typeof useRecentMonths>
  today: Day
  now: Instant
  /** Below what is explained. */
  past: ReactNode
  onChoose: () => void
}

const canRead = process.env.TARO_ENV === 'h5'

/** Before a file is chosen: what there is, how it comes in, and what came in before. */
export const VisitsHome = ({ importing, ways, recent, today, now, past, onChoose }: VisitsHomeProps) => {
  const { chosen, written } = importing
  const stored = recent.remote.status === 'done' ? recent.remote.value : null
  const title = written
    ? writtenInWords(written.changed, written.months)
    : stored
      ? standingInWords(
          stored.rows.filter(({ departments }) => departments.length > 0).map(({ month }) => month),
          today,
        )
      : '接诊人次'
  return (
    <>
      <VisitsHead
        hint={
          written
            ? `投诉率马上跟着变。${undoPromise}`
            : `投诉率的分母：各科的门急诊人次和出院人次，按月或按天。${undoPromise}`
        }
        acts={
          canRead ? (
            <View className="visit-act">
              <Button onTap={onChoose}>{written ? '再选一个文件' : '选择文件'}</Button>
            </View>
          ) : null
        }
      >
        {title}
      </VisitsHead>
      {written ? (
        <View className="gap-4">
          <Notice announced="status">都写进去了。要更正，改好文件再导一次就行。</Notice>
        </View>
      ) : null}
      {chosen.step === 'choosing' && chosen.failure ? (
        <View className="gap-4">
          <ErrorNote>{readFailureInWords[chosen.failure]}</ErrorNote>
        </View>
      ) : null}
      <View className="visit-sheet">
        <View className="visit-side">
          <Head>怎么导</Head>
          {canRead ? (
            <>
              <View className="gap-2 t4 c2">
                从医院信息系统导出 Excel（.xlsx）或
                CSV，不用改样子：标题、合计行都认得。先预演给您看会改什么，点“导入”之前什么都不会写进去。
              </View>
              <View className="gap-3">
                <LinkText role="button" onTap={() => void saveVisitTemplate(ways.known)}>
                  下载模板
                </LinkText>
              </View>
              {stored && stored.rows.length > 0 ? (
                <View className="gap-3">
                  <LinkText role="button" onTap={() => void saveVisits(ways.known, stored.rows, now)}>
                    下载近 12 个月现在的数
                  </LinkText>
                </View>
              ) : null}
            </>
          ) : (
            <View className="gap-2 t4 c2">
              选文件请在电脑上办：在电脑的浏览器里打开“数据”，选人次文件，先看会改什么再导入。
            </View>
          )}
          <View className="gap-6">{past}</View>
        </View>
        <View className="visit-main">
          {recent.remote.status === 'failed' ? (
            <ErrorNote onRetry={() => void recent.reload()}>{sentenceFor(recent.remote.code)}</ErrorNote>
          ) : stored ? (
            <StoredMonthsTable months={stored.months} rows={stored.rows} today={today} />
          ) : (
            <Skeleton lines={8} />
          )}
        </View>
      </View>
    </>
  )
}
