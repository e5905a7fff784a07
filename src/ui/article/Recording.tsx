import type { Block } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import { Icon } from '../Icon'
import { semantics } from '../semantics'
import { Tappable } from '../Tappable'
import { lengthInWords, onTheClock, paceNames } from './audio.words'
import { useAudio } from './useAudio'

const STEP_SECONDS = 15

/** Something to listen to (录音). `url` null: it could not be had. */
export const Recording = ({
  block: { title, seconds },
  url,
}: {
  block: Extract<Block, { kind: 'audio' }>
  url: string | null
}) => {
  const { standing, place, pace, begun, toggle, move, changePace } = useAudio(url, seconds)
  const isOn = standing === 'playing' || standing === 'waiting'
  const says = {
    rest: begun ? `${onTheClock(place)} / ${onTheClock(seconds)}，停着` : lengthInWords(seconds),
    waiting: '正在取，请稍等',
    playing: `${onTheClock(place)} / ${onTheClock(seconds)}`,
    failed: '没有取到声音，连上网再点一次',
  }
  return (
    <View className="audio" {...semantics({ role: 'group', label: `录音：${title}` })}>
      <View className="audio-line">
        <Tappable className="audio-play" label={isOn ? '停一下' : `听：${title}`} onTap={toggle}>
          <Icon name={isOn ? 'pause' : 'play'} />
        </Tappable>
        <View className="audio-words">
          <View className="strong">{title}</View>
          <View className="c3">{says[standing]}</View>
        </View>
        {begun ? (
          <Tappable className="audio-pace" label={`${paceNames[pace]}，点一下换`} onTap={changePace}>
            {paceNames[pace]}
          </Tappable>
        ) : null}
      </View>
      {begun ? (
        <View className="audio-line">
          <Tappable className="audio-step" label={`退 ${STEP_SECONDS} 秒`} onTap={() => move(-STEP_SECONDS)}>
            退 {STEP_SECONDS} 秒
          </Tappable>
          <View
            className="audio-track"
            {...semantics({ role: 'progressbar', label: '听到哪里', percent: Math.round((place / seconds) * 100) })}
          >
            <View className="audio-done" style={{ width: `${Math.min(100, (place / seconds) * 100)}%` }} />
          </View>
          <Tappable className="audio-step" label={`进 ${STEP_SECONDS} 秒`} onTap={() => move(STEP_SECONDS)}>
            进 {STEP_SECONDS} 秒
          </Tappable>
        </View>
      ) : null}
    </View>
  )
}
