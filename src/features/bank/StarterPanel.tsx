import { useLoaded } from '#cloud/use-action'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import type { StarterQuestionRow } from '#domain/integrity/question.contract'
import { questionKindNames } from '#domain/integrity/question.model'
import { topicNames, topics } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { ErrorNote } from '../../ui/ErrorNote'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { SectionHead } from '../../ui/SectionHead'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { bankApi } from './bank.api'
import { evidenceStatus } from './bank.words'

const NOTHING = {}
const TAKEN_AT_ONCE = 40

const optionOf = ({ key, kind, stem, confirmed, taken }: StarterQuestionRow) => ({
  value: key,
  title: stem,
  detail: `${questionKindNames[kind]} · ${evidenceStatus(confirmed).text}`,
  tag: taken ? '已取用' : undefined,
  disabled: taken,
})

interface StarterPanelProps {
  onClose: () => void
  /** Something is in the bank that was not there. */
  onTaken: () => void
}

/** Questions that come with the program (起步题), to be put in the bank and reviewed like any other. */
export const StarterPanel = ({ onClose, onTaken }: StarterPanelProps) => {
  const { remote, reload } = useLoaded(bankApi.starterQuestions, NOTHING)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const rows = remote.status === 'done' ? remote.value.rows : []
  const left = rows.filter(({ taken }) => !taken).map(({ key }) => key)

  const take = async () => {
    setBusy(true)
    setFailed(null)
    for (let at = 0; at < chosen.length; at += TAKEN_AT_ONCE) {
      const answer = await bankApi.takeStarterQuestions({ keys: chosen.slice(at, at + TAKEN_AT_ONCE) })
      if (!answer.ok) {
        // What was taken before stays chosen: taking it again changes nothing.
        setFailed(answer.code)
        setBusy(false)
        return
      }
    }
    setBusy(false)
    toast(`${chosen.length} 题放进题库了`)
    setChosen([])
    await reload()
    onTaken()
  }

  return (
    <SidePanel title="取用起步题" onClose={onClose}>
      <Notice icon="pen">
        取来的直接排在“等复核”：请另一位同事对一遍条款，合本院的情况就通过，不合就改；通过了才会被抽到。
      </Notice>
      {remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : remote.status !== 'done' ? (
        <Skeleton lines={8} />
      ) : (
        <>
          {topics.map((topic) => {
            const here = rows.filter((row) => row.topic === topic)
            if (here.length === 0) return null
            const keys = new Set(here.map(({ key }) => key))
            const others = chosen.filter((key) => !keys.has(key))
            const untaken = here.filter(({ taken }) => !taken).map(({ key }) => key)
            return (
              <View key={topic} className="starter-topic">
                <SectionHead
                  title={topicNames[topic]}
                  aside={`${here.length} 题`}
                  links={
                    untaken.length > 0 ? (
                      <LinkText
                        role="button"
                        label={`勾上${topicNames[topic]}的全部`}
                        onTap={() => setChosen([...others, ...untaken])}
                      >
                        全勾上
                      </LinkText>
                    ) : null
                  }
                />
                <ChoiceGroup
                  multiple
                  label={topicNames[topic]}
                  options={here.map(optionOf)}
                  value={chosen.filter((key) => keys.has(key))}
                  onChange={(picked) => setChosen([...others, ...picked])}
                />
              </View>
            )
          })}
          {failed ? <ErrorNote onRetry={() => void take()}>{sentenceFor(failed)}</ErrorNote> : null}
          <View className="starter-foot">
            {left.length > 0 ? (
              <>
                <Button
                  grow
                  busy={busy}
                  busyText="正在取"
                  disabledBecause={chosen.length === 0 ? '先勾上要的几题' : undefined}
                  onTap={() => void take()}
                >
                  {chosen.length === 0 ? '取用' : `取用 ${chosen.length} 题`}
                </Button>
                <Button kind="text" disabled={chosen.length === left.length} onTap={() => setChosen(left)}>
                  全部勾上
                </Button>
              </>
            ) : (
              <Notice icon="tick">都取过了，在题库里找。</Notice>
            )}
          </View>
        </>
      )}
    </SidePanel>
  )
}
