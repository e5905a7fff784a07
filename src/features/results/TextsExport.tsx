import { sentenceFor } from '#domain/errors'
import type { TextAnswer } from '#domain/survey/results.contract'
import { type Rater, raterNames } from '#domain/survey/survey.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Notice } from '../../ui/Notice'
import { toast } from '../../ui/toast'
import { surveyApi } from './survey.api'
import { textSheets } from './texts.sheet'

/** What people wrote, in a file of its own: words can tell who wrote them, so this is said before it is made. */
export const TextsExport = ({ rater }: { rater: Rater }) => {
  const [taken, setTaken] = useState<number | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const keep = async () => {
    setFailed(null)
    const texts: TextAnswer[] = []
    let after: string | null = null
    do {
      setTaken(texts.length)
      const page = await surveyApi.texts({ rater, theme: null, unread: false, after })
      if (!page.ok) {
        setTaken(null)
        setFailed(sentenceFor(page.code))
        return
      }
      texts.push(...page.value.rows)
      after = page.value.next
    } while (after !== null)
    try {
      await saveWorkbook(textSheets(texts), `留言 ${raterNames[rater]}.xlsx`)
      toast('下载好了')
    } catch {
      setFailed('表格没有写成，请再试一次。')
    }
    setTaken(null)
  }
  return (
    <View className="results-export">
      <Notice tone="wait" icon="warning">
        留言里可能有姓名、床号、经过，看得出是谁写的。只在满意度办公室里用，别转发，用完删掉。
      </Notice>
      <View className="gap-3">
        <Button
          kind="quiet"
          wide
          busy={taken !== null}
          busyText={taken ? `已取 ${taken} 条` : '正在取留言'}
          onTap={() => void keep()}
        >
          知道了，留言另存一份
        </Button>
      </View>
      {failed ? (
        <View className="gap-3">
          <ErrorNote onRetry={() => void keep()}>{failed}</ErrorNote>
        </View>
      ) : null}
    </View>
  )
}
