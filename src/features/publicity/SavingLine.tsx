import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ErrorNote } from '../../ui/ErrorNote'
import { Icon } from '../../ui/Icon'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { SidePanel } from '../../ui/SidePanel'
import { toast } from '../../ui/toast'
import { ChangesView } from './ChangesView'
import { savingInWords } from './publicity.words'
import type { Manuscript } from './use-manuscript'

/** Where the draft stands, in words. */
export const SavingWords = ({ manuscript: { saving, view } }: { manuscript: Manuscript }) => (
  <View className="saving-line" {...semantics({ role: 'status' })}>
    {saving.status === 'saved' ? <Icon name="check" size="s" className="cj" /> : null}
    <View className="saving-line-words">{savingInWords(saving, view)}</View>
  </View>
)

/** What keeps it from being saved, and the ways out. */
export const SavingTroubles = ({ manuscript }: { manuscript: Manuscript }) => {
  const { saving, theirs, content, isKept, isRestored } = manuscript
  const [isComparing, setIsComparing] = useState(false)
  const keepMine = async () => {
    const kept = await manuscript.keepMine()
    toast(kept.ok ? '用了您的；同事那一份记成了一稿' : sentenceFor(kept.code))
  }
  return (
    <View>
      {saving.status === 'failed' ? (
        <View className="gap-3">
          <ErrorNote onRetry={() => void manuscript.save()}>{sentenceFor(saving.code)}</ErrorNote>
        </View>
      ) : null}
      {saving.status === 'unwritten' ? (
        <View className="gap-3">
          <Notice tone="wait" icon="warning">
            {`${saving.gaps
              .slice(0, 3)
              .map(({ text }) => text)
              .join('；')}。`}
          </Notice>
        </View>
      ) : null}
      {isKept ? null : (
        <View className="gap-3">
          <ErrorNote onRetry={() => void manuscript.save()}>这台设备放不下草稿了，存上之前请别关这一页。</ErrorNote>
        </View>
      )}
      {theirs ? (
        <View className="gap-3">
          <Notice
            tone="wait"
            icon="warning"
            announced="alert"
            actions={[
              { text: '看看差在哪里', onTap: () => setIsComparing(true) },
              { text: '用我的，同事的记成一稿', onTap: () => void keepMine() },
              { text: '用同事的，我的能撤销回来', onTap: manuscript.takeTheirs },
            ]}
          >
            同事刚才先改了这一篇。您写的还在这里，没有丢，请选用哪一份。
          </Notice>
        </View>
      ) : isRestored && saving.status !== 'saved' ? (
        <View className="t4 c2 gap-2">上次没存完的接上了，按“撤销”回到存好的样子。</View>
      ) : null}
      {isComparing && theirs ? (
        <SidePanel title="同事的和您的" onClose={() => setIsComparing(false)}>
          <ChangesView before={theirs.content} after={content} names={{ before: '同事的', after: '您的' }} />
        </SidePanel>
      ) : null}
    </View>
  )
}
