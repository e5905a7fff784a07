import Taro, { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { type Pace, paceAfter } from './audio.words'

type Sound = ReturnType<typeof Taro.createInnerAudioContext>

type Standing = 'rest' | 'waiting' | 'playing' | 'failed'

// One voice at a time, however many recordings a page has.
let speaking: Sound | null = null

const hush = (other: Sound | null) => {
  if (speaking && speaking !== other) speaking.pause()
  speaking = other
}

const opened = (address: string): Sound => {
  const made = Taro.createInnerAudioContext()
  made.src = address
  return made
}

const speakAt = (sound: Sound, pace: Pace) => {
  sound.playbackRate = pace
}

/** Who chose to listen hears it also with the phone's bell switched off. */
const hearAlways = () => {
  if (process.env.TARO_ENV === 'weapp') {
    void Taro.setInnerAudioOption({ obeyMuteSwitch: false, mixWithOther: false }).catch(() => undefined)
  }
}

/** A recording of `seconds`, fetched when it is first played. */
export const useAudio = (url: string | null, seconds: number) => {
  const sound = useRef<Sound | null>(null)
  const [standing, setStanding] = useState<Standing>('rest')
  /** Seconds from its beginning. */
  const [place, setPlace] = useState(0)
  const [pace, setPace] = useState<Pace>(1)

  const rest = () => {
    if (speaking) speaking.pause()
    speaking = null
  }
  useDidHide(rest)
  useEffect(
    () => () => {
      if (speaking === sound.current) speaking = null
      sound.current?.destroy()
      sound.current = null
    },
    [],
  )

  const open = (address: string): Sound => {
    const made = opened(address)
    const isHeard = () => sound.current === made
    made.onPlay(() => isHeard() && setStanding('playing'))
    made.onPause(() => isHeard() && setStanding((before) => (before === 'failed' ? before : 'rest')))
    made.onWaiting(() => isHeard() && setStanding((before) => (before === 'playing' ? 'waiting' : before)))
    made.onTimeUpdate(() => {
      if (!isHeard()) return
      setPlace(made.currentTime)
      setStanding((before) => (before === 'waiting' ? 'playing' : before))
    })
    made.onStop(() => isHeard() && setStanding('rest'))
    made.onEnded(() => {
      if (!isHeard()) return
      setStanding('rest')
      setPlace(0)
    })
    made.onError(() => fail(made))
    sound.current = made
    return made
  }

  const fail = (made: Sound) => {
    if (sound.current !== made) return
    if (speaking === made) speaking = null
    sound.current = null
    made.destroy()
    setStanding('failed')
  }

  const play = () => {
    if (!url) return setStanding('failed')
    const made = sound.current ?? open(url)
    hearAlways()
    hush(made)
    speakAt(made, pace)
    setStanding('waiting')
    // A browser answers with a promise, WeChat with nothing.
    Promise.resolve(made.play() as unknown).catch(() => fail(made))
  }

  const move = (by: number) => {
    const to = Math.min(Math.max(0, place + by), Math.max(0, seconds - 1))
    sound.current?.seek(to)
    setPlace(to)
  }

  const changePace = () => {
    const next = paceAfter(pace)
    setPace(next)
    if (sound.current) speakAt(sound.current, next)
  }

  return {
    standing,
    place,
    pace,
    begun: standing === 'playing' || standing === 'waiting' || place > 0,
    toggle: standing === 'playing' || standing === 'waiting' ? rest : play,
    move,
    changePace,
  }
}
