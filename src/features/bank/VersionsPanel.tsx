import { useLoaded } from '#cloud/use-action'
import { sentenceFor } from '#domain/errors'
import type { QuizQuestionId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { ErrorNote } from '../../ui/ErrorNote'
import { SectionHead } from '../../ui/SectionHead'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { bankApi } from './bank.api'
import { nameOf, whenInWords } from './bank.words'
import { QuestionPaper } from './QuestionPaper'

interface VersionsPanelProps {
  id: QuizQuestionId
  now: Instant
  onClose: () => void
}

/** What was published stays as it was: papers that have it are marked by it. */
export const VersionsPanel = ({ id, now, onClose }: VersionsPanelProps) => {
  const { remote, reload } = useLoaded(bankApi.questionVersions, { id })
  return (
    <SidePanel title="用过的版本" onClose={onClose}>
      {remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : remote.status !== 'done' ? (
        <Skeleton lines={8} />
      ) : (
        remote.value.versions.map(({ version, content, publishedAt, by }) => (
          <View key={version} className="gap-5">
            <SectionHead
              title={`第 ${version} 版`}
              aside={`${whenInWords(publishedAt, now)}，${nameOf(by)}复核通过。答过这一版的卷子按这一版记分。`}
            />
            <QuestionPaper content={content} />
          </View>
        ))
      )}
    </SidePanel>
  )
}
