import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { aJpeg } from '../builders/photo.builder'
import { openPhone, type Phone } from './harness'

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital({ seed: true })
})
afterAll(() => hospital.close())

const PRAISE = '/pages/complaint/index?kind=praise'

const toPhotos = async (phone: Phone) => {
  await phone.tap({ role: 'radio', name: /^住院/ })
  await phone.tap({ role: 'button', name: '下一步：写下来' })
  await phone.input({ role: 'textbox' }, '夜班的护士一直陪着，谢谢。')
  await phone.tap({ role: 'button', name: '下一步：添照片' })
  expect(phone.text()).toContain('有照片就添上')
}

const albumsIn = (phone: Phone) => [...phone.storage.keys()].filter((key) => key.startsWith('complaint.album'))

describe('photos in the built mini-program', () => {
  it('are made small, sent in parts, and leave the phone with the complaint', async () => {
    const album = { pictures: [aJpeg({ bytes: 200_000 }), aJpeg({ bytes: 60_000 })] }
    // Known as a colleague; a complaint adds nothing to that.
    const timesKnown = () => hospital.exportAll().split('demo-openid-supervisor-wei').length
    const before = timesKnown()
    const phone = await openPhone({ cloud: hospital.url, open: PRAISE, persona: 'supervisor', album })
    await toPhotos(phone)
    await phone.tap({ role: 'button', name: /拍照或选图|添/ })
    expect(phone.text()).toContain('传好 2')
    const kept = [...phone.files.keys()].filter((name) => name.startsWith('http://usr/'))
    expect(kept).toHaveLength(2)
    const parts = phone.calls.filter(({ name, options }) => {
      const { data } = options as { data?: { action?: string } }
      return name === 'cloud.callFunction' && data?.action === 'sendPhotoPart'
    })
    expect(parts).toHaveLength(5 + 2)
    expect(Math.max(...parts.map(({ options }) => JSON.stringify(options).length))).toBeLessThan(100 * 1024)

    await phone.tap({ role: 'button', name: /^下一步/ })
    await phone.tap({ role: 'radio', name: /^不留名/ })
    await phone.tap({ role: 'button', name: /看一遍/ })
    expect(phone.text()).toContain('2 张，都传好了')
    await phone.tap({ role: 'button', name: '交给医患办' })
    expect(phone.route()).toBe('/pages/receipt/index')
    expect(albumsIn(phone)).toEqual([])
    expect([...phone.files.keys()].filter((name) => name.startsWith('http://usr/'))).toEqual([])
    phone.close()
    expect(timesKnown()).toBe(before)
  })

  it('are there after the page was closed, and are sent then', async () => {
    const first = await openPhone({ cloud: hospital.url, open: PRAISE, album: { pictures: [aJpeg()] } })
    await toPhotos(first)
    await first.tap({ role: 'button', name: /拍照或选图|添/ })
    expect(first.text()).toContain('传好 1')
    const { storage, files } = first
    first.close()
    // The page was closed before the answer came.
    for (const key of albumsIn(first)) storage.set(key, (storage.get(key) ?? '').replace('"sent"', '"waiting"'))
    const again = await openPhone({ cloud: hospital.url, open: PRAISE, storage, files })
    await again.tap({ role: 'button', name: '下一步：写下来' })
    await again.tap({ role: 'button', name: '下一步：添照片' })
    expect(again.text()).toContain('传好 1')
    await again.tap({ role: 'button', name: /^(删|去)掉/ })
    expect([...files.keys()].filter((name) => name.startsWith('http://usr/'))).toEqual([])
    again.close()
  })

  it('may be refused by the person, and the words are handed in all the same', async () => {
    const album = { pictures: [], refusal: 'privacy permission is not authorized' }
    const phone = await openPhone({ cloud: hospital.url, open: PRAISE, album })
    await toPhotos(phone)
    await phone.tap({ role: 'button', name: /拍照或选图|添/ })
    expect(phone.text()).toContain('您没有同意用照片')
    await phone.tap({ role: 'button', name: '没有照片，下一步' })
    expect(phone.text()).toContain('姓名')
    phone.close()
  })
})
