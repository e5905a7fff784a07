import { sentenceFor } from '#domain/errors'
import type { QuestionId } from '#domain/survey/question.model'
import { View } from '@tarojs/components'
import { ErrorNote } from '../../ui/ErrorNote'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import type { Draft, Saving } from './use-draft'

interface SavingNoteProps {
  draft: Draft
  onRetry: () => void
  onChoose: (id: QuestionId | null) => void
}

const inWords = (saving: Saving): string => {
  switch (saving.status) {
    case 'saved':
      return '已保存'
    case 'waiting':
    case 'saving':
      return '正在保存…'
    case 'unwritten':
      return '写完这些就存；没写完的先放在这台设备上'
    case 'offline':
      return '没连上网。改动在这台设备上，连上了自己会存'
    case 'changed':
      return '还没存，请先选用哪一份'
    case 'failed':
      return '还没存上，过几秒再试。改动在这台设备上'
  }
}

/** Steps back and forward, where the draft stands, and what to do when a colleague was faster. */
export const SavingNote = ({ draft, onRetry, onChoose }: SavingNoteProps) => {
  const { saving } = draft
  return (
    <View>
      <View className="saving">
        {draft.canUndo ? (
          <View className="saving-act">
            <LinkText role="button" onTap={draft.undo}>
              撤销
            </LinkText>
          </View>
        ) : null}
        {draft.canRedo ? (
          <View className="saving-act">
            <LinkText role="button" onTap={draft.redo}>
              重做
            </LinkText>
          </View>
        ) : null}
        <View className="saving-words" {...semantics({ role: 'status' })}>
          {inWords(saving)}
        </View>
      </View>
      {saving.status === 'unwritten' ? (
        <View className="saving-gaps">
          {saving.gaps.slice(0, 3).map(({ question, text }) => (
            <View key={text}>
              <LinkText role="button" onTap={() => onChoose(question)}>
                {text}
              </LinkText>
            </View>
          ))}
        </View>
      ) : null}
      {saving.status === 'failed' ? (
        <View className="gap-3">
          <ErrorNote onRetry={onRetry}>{sentenceFor(saving.code)}</ErrorNote>
        </View>
      ) : null}
      {draft.isKept ? null : (
        <View className="gap-3">
          <ErrorNote onRetry={onRetry}>这台设备放不下草稿了，存上之前请别关这一页。</ErrorNote>
        </View>
      )}
      {saving.status === 'changed' ? (
        <View className="gap-3">
          <Notice
            tone="wait"
            icon="warning"
            announced="alert"
            actions={[
              { text: '用我的，盖过同事的', onTap: draft.keepMine },
              { text: '用同事的，我的能撤销回来', onTap: draft.takeTheirs },
            ]}
          >
            同事刚才先改了这份草稿。您写的还在这里，没有丢，请选用哪一份。
          </Notice>
        </View>
      ) : draft.isRestored && saving.status !== 'saved' ? (
        <View className="t4 c2">上次没存完的改动接上了，按“撤销”回到存好的样子。</View>
      ) : null}
    </View>
  )
}
