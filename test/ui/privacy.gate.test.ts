import { describe, expect, it, vi } from 'vitest'
import {
  answerPrivacyQuestions,
  onPrivacyQuestion,
  readPrivacyQuestion,
  showedPrivacyQuestion,
} from '../../src/ui/privacy.gate'
import { refusalOf } from '../../src/ui/wechat.refusal'

type Listener = (resolve: (answer: object) => void, about: { referrer: string }) => void

const wechat = vi.hoisted(() => {
  process.env.TARO_ENV = 'weapp'
  return { listeners: [] as Listener[] }
})

vi.mock('@tarojs/taro', () => ({
  default: {
    canIUse: () => true,
    onNeedPrivacyAuthorization: (listener: Listener) => void wechat.listeners.push(listener),
  },
}))

describe('WeChat’s privacy question', () => {
  it('waits on the page until one answer is given to all that wait', () => {
    let shown = 0
    const stop = onPrivacyQuestion(() => {
      shown += 1
    })
    onPrivacyQuestion(() => undefined)()
    expect(wechat.listeners).toHaveLength(1)
    expect(readPrivacyQuestion()).toBeNull()

    const heard: object[] = []
    wechat.listeners[0]?.((answer) => heard.push({ photo: answer }), { referrer: 'chooseMedia' })
    wechat.listeners[0]?.((answer) => heard.push({ album: answer }), { referrer: 'saveImageToPhotosAlbum' })
    expect(readPrivacyQuestion()?.about).toBe('chooseMedia')
    showedPrivacyQuestion()
    answerPrivacyQuestions({ event: 'agree', buttonId: 'privacy-agree' })
    expect(heard).toEqual([
      { photo: { event: 'exposureAuthorization' } },
      { album: { event: 'exposureAuthorization' } },
      { photo: { event: 'agree', buttonId: 'privacy-agree' } },
      { album: { event: 'agree', buttonId: 'privacy-agree' } },
    ])
    expect(readPrivacyQuestion()).toBeNull()
    expect(shown).toBe(3)
    stop()
  })
})

describe('what WeChat refused', () => {
  it.each([
    ['chooseMedia:fail privacy permission is not authorized', 'privacy'],
    ['chooseMedia:fail api scope is not declared in the privacy agreement', 'privacy'],
    ['saveImageToPhotosAlbum:fail auth deny', 'permission'],
    ['saveImageToPhotosAlbum:fail:auth denied', 'permission'],
    ['saveImageToPhotosAlbum:fail cancel', 'cancelled'],
    ['chooseMedia:fail cancel', 'cancelled'],
    ['canvasToTempFilePath:fail create bitmap failed', 'failed'],
  ])('%s is %s', (errMsg, refusal) => {
    expect(refusalOf({ errMsg })).toBe(refusal)
  })

  it.each([undefined, null, 'fail', new Error('cancel'), {}])('says nothing about %o', (cause) => {
    expect(refusalOf(cause)).toBe('failed')
  })
})
