import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { QuizQuestionId } from '#domain/ids'
import { questionNumberInWords, questionStateNames } from '#domain/integrity/question.model'
import { View } from '@tarojs/components'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Item, List } from '../../ui/List'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { bankApi } from './bank.api'
import { likenessInWords } from './bank.words'

const NOTHING = {}

interface NearPanelProps {
  onOpen: (id: QuizQuestionId) => void
  onClose: () => void
}

/** Every two questions that ask nearly the same, the likest first: one of them is enough. */
export const NearPanel = ({ onOpen, onClose }: NearPanelProps) => {
  const { remote, reload } = useLoaded(bankApi.nearQuestions, NOTHING)
  return (
    <SidePanel title="问得差不多的题" onClose={onClose}>
      {remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : remote.status !== 'done' ? (
        <Skeleton lines={8} label="正在一对一对地比" />
      ) : remote.value.pairs.length === 0 ? (
        <Empty title="没有问得差不多的" hint="每两道题都比过了。" />
      ) : (
        <>
          <View className="t4 c2">按题干和答案用字比的，像不等于一样。真重了，停用一道，或者合成一道。</View>
          {remote.value.pairs.map(({ one, other }) => (
            <View key={`${one.id}-${other.id}`} className="gap-4">
              <List label={`${questionNumberInWords(one.number)} 和 ${questionNumberInWords(other.number)}`}>
                {[one, other].map(({ id, number, stem, state, likeness }) => (
                  <Item
                    key={id}
                    title={stem}
                    detail={`${questionNumberInWords(number)} · ${questionStateNames[state]}`}
                    end={likenessInWords(likeness)}
                    onTap={() => onOpen(id)}
                  />
                ))}
              </List>
            </View>
          ))}
        </>
      )}
    </SidePanel>
  )
}
