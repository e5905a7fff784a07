import { MEDIA_MAX_BYTES, MEDIA_PART_BYTES, type MediaKind } from '#domain/culture/desk.contract'
import { mediaPartsOf, UNUSED_MEDIA_DAYS } from '#domain/culture/media.model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanAudio } from '../../cloudfunctions/culture/audio.clean'
import { fileTypeOf } from '../../cloudfunctions/culture/file.check'
import { contentsUnder } from '../builders/files'
import { aDocx, anM4a, anMp3, anXlsx, aPdf, LABEL, RECORDED_AT } from '../builders/media.builder'
import { aJpeg, aPng, GPS } from '../builders/photo.builder'
import { anArticle, asCulture, cultureIn, hex } from './culture.staff'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const DAY = 86_400_000

let ahead = 0
let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud({ clock: () => Date.now() + ahead })
  await founded(cloud)
  await cultureIn(cloud)
})
afterAll(() => cloud.close())

const partOf = (content: Buffer, part: number) =>
  content.subarray(part * MEDIA_PART_BYTES, (part + 1) * MEDIA_PART_BYTES).toString('base64')

const sendPart = (mediaId: string, kind: MediaKind, content: Buffer, part: number, openid = asCulture.editor) => {
  const sent = { mediaId, kind, name: '价目表.pdf', part, bytes: content.length, data: partOf(content, part) }
  return cloud.call('culture', 'sendMediaPart', sent, openid)
}

const send = async (kind: MediaKind, content: Buffer, mediaId = hex(), openid = asCulture.editor) => {
  let reply = await sendPart(mediaId, kind, content, 0, openid)
  for (let part = 1; part < mediaPartsOf(content.length); part += 1) {
    reply = await sendPart(mediaId, kind, content, part, openid)
  }
  return { mediaId, ...reply }
}

const urlOf = (reply: { value?: Record<string, unknown> }) => String(reply.value?.['url'])

describe('what is known by its content', () => {
  it('are recordings, without the labels that say where they were made', () => {
    const [mp3, m4a] = [cleanAudio(anMp3()), cleanAudio(anM4a())]
    expect([mp3?.extension, m4a?.extension]).toEqual(['mp3', 'm4a'])
    for (const clean of [mp3, m4a]) {
      expect(clean?.content.includes(LABEL)).toBe(false)
      expect(clean?.content.includes(RECORDED_AT)).toBe(false)
      expect(cleanAudio(clean?.content ?? Buffer.of())?.content.equals(clean?.content ?? Buffer.of())).toBe(true)
    }
    expect(m4a?.content.length).toBe(anM4a().length)
  })

  it.each([
    ['a film', anM4a('vide')],
    ['a film with sound', anM4a('soun', 'vide')],
    ['sound with words to each second', anM4a('soun', 'text')],
    ['no track at all', anM4a('')],
    ['two frames', anMp3(2)],
    ['a picture', aJpeg()],
    ['half a box', anM4a().subarray(0, 150)],
    ['text', Buffer.from('ID3 is how I begin')],
    ['nothing', Buffer.of()],
  ])('is no recording: %s', (_what, content) => {
    expect(cleanAudio(content)).toBeNull()
  })

  it.each([
    ['pdf', aPdf()],
    ['xlsx', anXlsx()],
    ['docx', aDocx()],
    [null, aPdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    [null, aPdf().subarray(0, 40)],
    [null, anXlsx('xl/vbaProject.bin')],
    [null, aDocx('word/embeddings/oleObject1.bin')],
    [null, anXlsx('../outside.xml')],
    [null, anXlsx('xl/workbook.xml')],
    [null, anXlsx().subarray(0, 100)],
    [null, Buffer.from('<html><script>alert(1)</script></html>')],
    [null, Buffer.from('MZ\u0090\0')],
  ])('is %s', (type, content) => {
    expect(fileTypeOf(content)).toBe(type)
  })
})

describe('a file from a desk', () => {
  it('comes in parts, again where one was lost, and tells no place', async () => {
    const photo = aJpeg({ bytes: 120_000 })
    const mediaId = hex()
    expect(mediaPartsOf(photo.length)).toBe(3)
    expect(await sendPart(mediaId, 'picture', photo, 2)).toMatchObject({
      value: { received: [2], whole: false, url: null },
    })
    expect(await sendPart(mediaId, 'picture', photo, 2)).toMatchObject({ value: { received: [2] } })
    await sendPart(mediaId, 'picture', photo, 0)
    // Another's part under the same number is not part of it.
    expect(await sendPart(mediaId, 'picture', photo, 1, asCulture.head)).toMatchObject({ value: { received: [1] } })
    const whole = await sendPart(mediaId, 'picture', photo, 1)
    expect(whole).toMatchObject({ value: { received: [0, 1, 2], whole: true, url: expect.stringMatching(/^http/) } })
    expect(await sendPart(mediaId, 'picture', photo, 1)).toMatchObject({ value: { whole: true } })
    expect(await sendPart(mediaId, 'picture', photo, 1, asCulture.head)).toMatchObject({ code: 'media.broken' })
    const response = await fetch(urlOf(whole))
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).not.toContain(GPS)
    expect(contentsUnder(cloud.dataDir).some((content) => content.includes(Buffer.from(GPS).toString('base64')))).toBe(
      false,
    )
  })

  it('is a recording or a document as well, and is handed out as what it is', async () => {
    for (const [kind, content, type] of [
      ['audio', anMp3(), 'audio/mpeg'],
      ['audio', anM4a(), 'audio/mp4'],
      ['picture', aPng(), 'image/png'],
      ['file', aPdf(), 'application/pdf'],
    ] as const) {
      const sent = await send(kind, content)
      expect([kind, sent]).toMatchObject([kind, { value: { whole: true } }])
      expect((await fetch(urlOf(sent))).headers.get('content-type')).toContain(type)
    }
  })

  it('is refused when it is too large, another kind, cut short, or from somebody who writes nothing', async () => {
    const large = { mediaId: hex(), kind: 'picture', name: '', part: 0, bytes: MEDIA_MAX_BYTES.picture + 1 }
    const data = Buffer.alloc(MEDIA_PART_BYTES).toString('base64')
    expect(await cloud.call('culture', 'sendMediaPart', { ...large, data }, asCulture.editor)).toMatchObject({
      code: 'media.too_large',
      message: expect.stringMatching(/请/),
    })
    expect(await send('audio', aJpeg())).toMatchObject({ code: 'media.broken' })
    expect(await send('picture', aPdf())).toMatchObject({ code: 'media.broken' })
    expect(await send('picture', aJpeg().subarray(0, 700))).toMatchObject({ code: 'media.broken' })
    expect(await send('audio', anMp3(), hex(), OPENIDS.handler)).toMatchObject({ code: 'auth.forbidden' })
    expect(await send('picture', aJpeg(), hex(), 'openid-nobody')).toMatchObject({ code: 'auth.forbidden' })
    expect(cloud.exportAll()).not.toContain('AAAAAAAAAAAAAAAA')
  })

  it('belongs to the article that shows it; what nothing shows is removed after some days', async () => {
    const [shown, dropped, never] = [
      await send('picture', aJpeg()),
      await send('audio', anMp3()),
      await send('picture', aPng()),
    ]
    const image = { kind: 'image', mediaId: shown.mediaId, alt: '一盏灯', width: 4, height: 3 }
    const audio = { kind: 'audio', mediaId: dropped.mediaId, title: '听一听', seconds: 60 }
    const id = hex()
    const first = { id, rev: null, content: anArticle({ blocks: [image, audio] }), keep: false }
    const saved = await cloud.call('culture', 'saveDraft', first, asCulture.editor)
    expect(saved).toMatchObject({ value: { media: [{ mediaId: shown.mediaId }, { mediaId: dropped.mediaId }] } })
    // A picture is no recording.
    const wrong = { ...first, id: hex(), content: anArticle({ blocks: [{ ...audio, mediaId: shown.mediaId }] }) }
    expect(await cloud.call('culture', 'saveDraft', wrong, asCulture.editor)).toMatchObject({ code: 'media.unknown' })
    ahead += (UNUSED_MEDIA_DAYS + 1) * DAY
    await cloud.fireTimer('clock')
    const stored = cloud.exportAll()
    expect([shown, dropped, never].map(({ mediaId }) => stored.includes(`"${mediaId}"`))).toEqual([true, true, false])
    expect((await fetch(urlOf(never))).status).not.toBe(200)
    const again = await cloud.call('culture', 'draft', { id }, asCulture.editor)
    const [link] = (again.value as { media: { url: string }[] }).media
    expect((await fetch(link?.url ?? '')).status).toBe(200)
    // What was taken out goes once a version is kept without it, unless it was put back; what a version shows stays.
    const there = () => [shown, dropped].map(({ mediaId }) => cloud.exportAll().includes(`"id":"${mediaId}"`))
    const days = async () => {
      ahead += (UNUSED_MEDIA_DAYS + 1) * DAY
      await cloud.fireTimer('clock')
    }
    let rev = 0
    const save = async (blocks: object[], keep: boolean) => {
      const content = anArticle({ blocks })
      const kept = await cloud.call('culture', 'saveDraft', { id, rev, content, keep }, asCulture.editor)
      rev = Number(kept.value?.['rev'])
    }
    await save([image], true)
    await save([audio], false)
    await days()
    expect(there()).toEqual([true, true])
    await save([], true)
    await days()
    expect(there()).toEqual([true, false])
    expect(await cloud.call('culture', 'removeDraft', { id, rev }, asCulture.editor)).toMatchObject({ ok: true })
    await days()
    expect(there()).toEqual([false, false])
  })
})
