import { View } from '@tarojs/components'
import { ErrorNote } from '../../ui/ErrorNote'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { savingInWords } from './bank.words'
import type { Writing } from './use-question-draft'

/** Steps back and forward, where the draft stands, and what to do when a colleague was faster. */
export const SavingLine = ({ writing }: { writing: Writing }) => {
  const { saving } = writing
  return (
    <View>
      <View className="saving-line">
        {writing.canUndo ? (
          <View className="saving-act">
            <LinkText role="button" onTap={writing.undo}>
              撤销
            </LinkText>
          </View>
        ) : null}
        {writing.canRedo ? (
          <View className="saving-act">
            <LinkText role="button" onTap={writing.redo}>
              重做
            </LinkText>
          </View>
        ) : null}
        <View className="saving-words" {...semantics({ role: 'status' })}>
          {savingInWords(saving)}
        </View>
        {saving.status === 'failed' || saving.status === 'offline' ? (
          <LinkText role="button" onTap={() => void writing.save()}>
            现在就存
          </LinkText>
        ) : null}
      </View>
      {writing.isKept ? null : (
        <View className="gap-3">
          <ErrorNote onRetry={() => void writing.save()}>这台设备放不下草稿了，存上之前请别关这一页。</ErrorNote>
        </View>
      )}
      {saving.status === 'changed' ? (
        <View className="gap-3">
          <Notice
            tone="wait"
            icon="warning"
            announced="alert"
            actions={[
              { text: '用我的，盖过同事的', onTap: writing.keepMine },
              { text: '用同事的，我的能撤销回来', onTap: writing.takeTheirs },
            ]}
          >
            同事刚才先改了这一题。您写的还在这里，没有丢，请选用哪一份。
          </Notice>
        </View>
      ) : writing.isRestored && saving.status !== 'saved' ? (
        <View className="t4 c2">上次没存完的改动接上了，按“撤销”回到存好的样子。</View>
      ) : null}
    </View>
  )
}
