import { sentenceFor } from '#domain/errors'
import type { LiveId } from '#domain/ids'
import type { LiveHand } from '#domain/integrity/live.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { semantics } from '../../ui/semantics'
import { Explanation, Stem } from './Asked'
import { learningApi } from './learning.api'
import { kindWords, lettersOf } from './learning.words'
import { handWords, stageWords } from './live.words'
import { GivenOptions, JudgedOptions, Options } from './Options'
import { usePolled } from './use-polled'

const isEnded = ({ stage }: LiveHand): boolean => stage.kind === 'ended'

/** What somebody in the room holds in their hand. */
export const useLiveHand = (id: LiveId) => {
  const { value, failed, take, again } = usePolled<LiveHand>({
    ask: () => learningApi.liveHand({ id }),
    isOver: isEnded,
  })
  // Chosen and not sent yet, to the question it was chosen for.
  const [choice, setChoice] = useState<{ at: number; places: readonly number[] } | null>(null)
  const [busy, setBusy] = useState(false)
  const at = value?.stage.kind === 'asking' ? value.stage.at : null
  const chosen = choice !== null && choice.at === at ? choice.places : []
  const send = async () => {
    if (at === null || chosen.length === 0 || busy) return
    setBusy(true)
    await take(() => learningApi.answerLive({ id, question: at, chosen: [...chosen] }))
    setBusy(false)
  }
  return {
    hand: value,
    failed,
    again,
    chosen,
    choose: (places: readonly number[]) => {
      if (at !== null) setChoice({ at, places })
    },
    send: () => void send(),
    busy,
    /** It takes an answer, and has none of theirs. */
    isOpen: at !== null && value?.asked?.chosen.length === 0,
  }
}

type InHand = ReturnType<typeof useLiveHand>

/** The question that is on the screen, to be answered here; told once the speaker turns the answer up. */
export const LiveQuestion = ({ inHand, hand }: { inHand: InHand; hand: LiveHand }) => {
  const { failed, again, chosen, choose, isOpen } = inHand
  const { asked } = hand
  return (
    <View>
      <View className="live-status" {...semantics({ role: 'status', live: 'polite' })}>
        {[hand.title, stageWords(hand), asked ? handWords(hand) : null].filter(Boolean).join(' · ')}
      </View>
      {asked ? (
        <View>
          <Stem above={kindWords(asked.question.kind)}>{asked.question.stem}</Stem>
          {asked.explained ? (
            <>
              <JudgedOptions
                label={asked.question.stem}
                kind={asked.question.kind}
                options={asked.question.options}
                chosen={asked.chosen}
                right={asked.explained.right}
              />
              <Explanation explained={asked.explained} />
            </>
          ) : isOpen ? (
            <Options
              label={asked.question.stem}
              kind={asked.question.kind}
              options={asked.question.options}
              chosen={chosen}
              onChoose={choose}
            />
          ) : (
            <View>
              <GivenOptions
                label={asked.question.stem}
                kind={asked.question.kind}
                options={asked.question.options}
                chosen={asked.chosen}
              />
              <View className="gap-4 live-answered">
                {asked.chosen.length > 0 ? `您选的是 ${lettersOf(asked.chosen)}` : '这一题您没有答'}
              </View>
            </View>
          )}
        </View>
      ) : (
        <Lead hint={isEnded(hand) ? '全场的结果在大屏幕上。' : '请看大屏幕，换题时这里自己会跟上。'}>
          {handWords(hand)}
        </Lead>
      )}
      {failed ? (
        <View className="gap-4">
          <ErrorNote onRetry={again}>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
    </View>
  )
}

export const LiveDock = ({ inHand }: { inHand: InHand }) =>
  inHand.isOpen ? (
    <Button
      grow
      busy={inHand.busy}
      disabledBecause={inHand.chosen.length === 0 ? '请先选一项' : undefined}
      onTap={inHand.send}
    >
      就选这个
    </Button>
  ) : null
