import { randomBytes } from 'node:crypto'
import { PHOTO_PART_BYTES, partsOf } from '#domain/complaint/photo.model'
import { beijingDay, daysAfter, type Instant } from '#domain/instant'
import type { PraiseCounts, PraiseProgress, PraiseRow, WallPraise } from '#domain/survey/praise.contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aJpeg } from '../builders/photo.builder'
import { contentsUnder } from '../builders/files'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'
import { asStaff, surveyorIn } from './survey.staff'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
  await founded(cloud)
  await surveyorIn(cloud)
})
afterAll(() => cloud.close())

const hex = () => randomBytes(16).toString('hex')
const today = () => beijingDay(Date.now() as Instant)

const aPraise = (about: Record<string, unknown> = {}) => ({
  id: hex(),
  touchpointId: 'W-1' as string | null,
  whom: '12 层东病区夜班护士',
  text: '我妈住院 9 天，夜里咳，王小妹每次都来扶她坐起来。',
  photos: [] as string[],
  mayPublish: true,
  ...about,
})

const anybody = (action: string, input: unknown) => cloud.call('survey', action, input)
const office = (action: string, input: unknown) => cloud.call('survey', action, input, asStaff.surveyor)

const sent = async (about: Record<string, unknown> = {}) => {
  const praise = aPraise(about)
  expect(await anybody('praise', praise)).toMatchObject({ ok: true })
  return praise
}

const rowOf = async (id: string) => (await office('praiseOne', { id })).value as unknown as PraiseRow
const progressOf = async (id: string) => (await anybody('praiseProgress', { id })).value as unknown as PraiseProgress

const passedOn = async (id: string, about: Record<string, unknown> = {}) => {
  const { rev } = await rowOf(id)
  const input = { id, rev, to: '呼吸科夜班护士', departmentId: '03.01', kind: 'words', ...about }
  const reply = await office('passPraiseOn', input)
  expect(reply).toMatchObject({ ok: true })
  return reply.value as unknown as PraiseRow
}

const EDITED = '我妈住院 9 天，夜里咳，夜班护士每次都来扶她坐起来。'

const published = async (about: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
  const praise = await sent(about)
  const { rev } = await passedOn(praise.id)
  const reply = await office('publishPraise', { id: praise.id, rev, text: EDITED, photos: [], covered: false, ...more })
  expect(reply).toMatchObject({ ok: true })
  return { ...praise, row: reply.value as unknown as PraiseRow }
}

const wholeWall = async (departmentId: string | null = null): Promise<WallPraise[]> => {
  const found: WallPraise[] = []
  for (let after: unknown = null; ; ) {
    const { value } = await anybody('wall', { departmentId, after })
    const page = value as unknown as { rows: WallPraise[]; next: unknown }
    found.push(...page.rows)
    if (!page.next) return found
    after = page.next
  }
}

const aPhoto = async (bytes = 20_000) => {
  const photo = aJpeg({ bytes })
  const photoId = hex()
  for (let part = 0; part < partsOf(photo.length); part += 1) {
    const data = photo.subarray(part * PHOTO_PART_BYTES, (part + 1) * PHOTO_PART_BYTES).toString('base64')
    const reply = await cloud.call('complaint', 'sendPhotoPart', { photoId, part, bytes: photo.length, data })
    expect(reply).toMatchObject({ ok: true })
  }
  return photoId
}

describe('thanks from a phone', () => {
  it('are promised to be passed on by a day, which is a setting', async () => {
    const { value } = await anybody('praisePaper', { scene: 't=W-1' })
    expect(value).toMatchObject({
      hospitalName: '青衿市人民医院',
      place: { departmentId: '03.01', place: '12 层东病区' },
      passOnWithinDays: 3,
      passOnBy: daysAfter(today(), 3),
    })
    const reply = await anybody('praise', aPraise())
    expect(reply.value).toEqual({
      state: 'received',
      receivedOn: today(),
      passOnBy: daysAfter(today(), 3),
      mayPublish: true,
      passedOn: null,
      declined: null,
    })
  })

  it('are one, however often they are sent', async () => {
    const praise = aPraise({ text: '五次都是同一句谢谢。' })
    for (let time = 0; time < 5; time += 1) expect(await anybody('praise', praise)).toMatchObject({ ok: true })
    await Promise.all(Array.from({ length: 5 }, () => anybody('praise', praise)))
    expect(cloud.exportAll().split('五次都是同一句谢谢。')).toHaveLength(2)
  })

  it('may be put in other words after a lost answer, until somebody began with them', async () => {
    const praise = await sent()
    const other = { ...praise, text: '换一种说法，还是谢谢。', mayPublish: false }
    expect(await anybody('praise', other)).toMatchObject({ ok: true, value: { mayPublish: false } })
    expect((await rowOf(praise.id)).text).toBe('换一种说法，还是谢谢。')
    await passedOn(praise.id)
    expect(await anybody('praise', other)).toMatchObject({ ok: true })
    expect(await anybody('praise', praise)).toMatchObject({ code: 'praise.reused' })
    expect((await rowOf(praise.id)).text).toBe('换一种说法，还是谢谢。')
  })

  it('tell nobody’s name, number or minute to whoever reads the whole database', async () => {
    const openid = 'oTRACE-thankful-5521'
    const praise = aPraise({ photos: [await aPhoto()] })
    expect(await cloud.call('survey', 'praise', praise, openid)).toMatchObject({ ok: true })
    const stored = cloud.exportAll()
    expect(stored).not.toContain(openid)
    expect(contentsUnder(cloud.dataDir).some((content) => content.includes(openid))).toBe(false)
    const lines = stored.split('\n').filter((line) => line.includes(praise.id))
    expect(lines.length).toBeGreaterThan(1)
    // A number of its own: nonces and hashes are hexadecimal and may hold thirteen digits by chance.
    const minutes = lines.join('\n').match(/(?<![\da-f])1[6-9]\d{11}(?![\da-f])/g) ?? []
    // The photo's time is the beginning of its day in Beijing.
    expect(minutes.length).toBeGreaterThan(0)
    for (const minute of minutes) expect((Number(minute) + 8 * 3_600_000) % 86_400_000).toBe(0)
  })

  it('are known to nobody else: a number that is not theirs opens nothing', async () => {
    expect(await anybody('praiseProgress', { id: hex() })).toMatchObject({ code: 'praise.unknown' })
    expect(await anybody('takePraiseBack', { id: hex() })).toMatchObject({ code: 'praise.unknown' })
  })

  it('cannot take a photo that is somebody else’s, nor one that is not there', async () => {
    const photoId = await aPhoto()
    await sent({ photos: [photoId] })
    expect(await anybody('praise', aPraise({ photos: [photoId] }))).toMatchObject({ code: 'photo.unknown' })
    expect(await anybody('praise', aPraise({ photos: [hex()] }))).toMatchObject({ code: 'photo.unknown' })
  })

  it('keep their photo when the clock removes what is nobody’s, and let go of one that was taken out', async () => {
    const [kept, dropped] = [await aPhoto(), await aPhoto()]
    const praise = await sent({ photos: [kept, dropped] })
    expect(await anybody('praise', { ...praise, photos: [kept] })).toMatchObject({ ok: true })
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true })
    expect((await rowOf(praise.id)).photos.map(({ id }) => id)).toEqual([kept])
    const other = aPraise({ photos: [dropped] })
    expect(await anybody('praise', other)).toMatchObject({ ok: true })
  })
})

describe('the office', () => {
  it('passes them on, and the phone is told to whom and on which day', async () => {
    const praise = await sent()
    await passedOn(praise.id, { to: '呼吸科 罗护士' })
    expect(await progressOf(praise.id)).toMatchObject({
      state: 'passed_on',
      passedOn: { on: today(), to: '呼吸科 罗护士' },
    })
  })

  it('hears of a colleague who was faster, and a lost answer is no fault', async () => {
    const praise = await sent()
    const { rev } = await rowOf(praise.id)
    const input = { id: praise.id, rev, to: '夜班', departmentId: null, kind: 'banner' }
    expect(await office('passPraiseOn', input)).toMatchObject({ ok: true, value: { kind: 'banner' } })
    expect(await office('passPraiseOn', input)).toMatchObject({ ok: true, value: { rev: rev + 1 } })
    expect(await office('passPraiseOn', { ...input, to: '白班' })).toMatchObject({ code: 'data.changed' })
    expect(await office('declinePraise', { id: praise.id, rev, reason: '重复' })).toMatchObject({
      code: 'data.changed',
    })
  })

  it('says why something is not passed on, and the phone shows it', async () => {
    const praise = await sent({ text: '等了三个小时，气死人。' })
    const { rev } = await rowOf(praise.id)
    const declined = { id: praise.id, rev, reason: '这是一件投诉，请到投诉建议里说。' }
    expect(await office('declinePraise', declined)).toMatchObject({ ok: true })
    expect(await progressOf(praise.id)).toMatchObject({ state: 'declined', declined: declined.reason })
    const { rev: next } = await rowOf(praise.id)
    const passing = { id: praise.id, rev: next, to: '谁', departmentId: null, kind: 'words' }
    expect(await office('passPraiseOn', passing)).toMatchObject({ code: 'praise.finished' })
  })

  it('lists what is late apart, and knows no department that is not there', async () => {
    const praise = aPraise()
    await cloud.invoke('survey', { action: 'praise', input: praise }, undefined, { daysAgo: 5 })
    const { value } = await office('praises', { state: 'received', skip: 0 })
    expect((value as { counts: { late: number } }).counts.late).toBe(1)
    const { rev } = await rowOf(praise.id)
    const passing = { id: praise.id, rev, to: '谁', departmentId: '99', kind: 'words' }
    expect(await office('passPraiseOn', passing)).toMatchObject({ code: 'hospital.department_unknown' })
    await passedOn(praise.id)
  })

  it('counts by month, department and kind what was passed on, and nothing that nobody read yet', async () => {
    const before = (await office('praiseCounts', {})).value as unknown as PraiseCounts
    const sum = (counts: PraiseCounts, id: string | null) =>
      counts.rows.find(({ departmentId }) => departmentId === id)?.counts.at(-1) ?? 0
    const banner = await sent({ touchpointId: null })
    await passedOn(banner.id, { kind: 'banner', departmentId: '03.01' })
    await sent({ touchpointId: null })
    const none = await sent({ touchpointId: null })
    const { rev } = await rowOf(none.id)
    await office('declinePraise', { id: none.id, rev, reason: '没有写内容' })
    const after = (await office('praiseCounts', {})).value as unknown as PraiseCounts
    expect(after.months).toHaveLength(12)
    expect(after.months.at(-1)).toBe(today().slice(0, 7))
    expect(sum(after, '03.01') - sum(before, '03.01')).toBe(1)
    expect(sum(after, null) - sum(before, null)).toBe(0)
    const banners = (counts: PraiseCounts) => counts.kinds.find(({ kind }) => kind === 'banner')?.counts.at(-1) ?? 0
    expect(banners(after) - banners(before)).toBe(1)
  })
})

describe('the wall', () => {
  it('shows reviewed words, the month and the department, and nothing as it was written', async () => {
    const praise = await published()
    const { value } = await anybody('wall', { departmentId: null, after: null })
    const text = JSON.stringify(value)
    expect(text).toContain(EDITED)
    expect(text).toContain(today().slice(0, 7))
    expect(text).toContain('呼吸科')
    for (const hidden of ['王小妹', praise.id, praise.whom, today()]) expect(text).not.toContain(hidden)
    expect((await rowOf(praise.id)).text).toContain('王小妹')
  })

  it('never shows what was not agreed to', async () => {
    const praise = await sent({ mayPublish: false, text: '只给本人看的一句话。' })
    const { rev } = await passedOn(praise.id)
    const publication = { id: praise.id, rev, text: '只给本人看的一句话。', photos: [], covered: false }
    expect(await office('publishPraise', publication)).toMatchObject({ code: 'praise.no_consent' })
  })

  it('never shows what was not passed on first', async () => {
    const praise = await sent()
    const { rev } = await rowOf(praise.id)
    const publication = { id: praise.id, rev, text: EDITED, photos: [], covered: false }
    expect(await office('publishPraise', publication)).toMatchObject({ code: 'praise.not_passed_on' })
  })

  it('shows photos only after somebody said that names and faces are covered, and then those alone', async () => {
    const original = await aPhoto()
    const praise = await sent({ photos: [original] })
    const { rev } = await passedOn(praise.id)
    const covered = await aPhoto(30_000)
    const publication = { id: praise.id, rev, text: EDITED, photos: [covered], covered: false }
    expect(await office('publishPraise', publication)).toMatchObject({ code: 'praise.photos_uncovered' })
    const reply = await office('publishPraise', { ...publication, covered: true })
    expect(reply).toMatchObject({ ok: true, value: { state: 'published' } })
    const row = reply.value as unknown as PraiseRow
    const shown = (await wholeWall()).filter(({ photos }) => photos === 1)
    expect(shown).toHaveLength(1)
    const { value } = await anybody('wallPhotos', { wallId: shown[0]?.wallId })
    const urls = (value as { urls: string[] }).urls
    expect(urls).toHaveLength(1)
    const path = (url: string) => new URL(url).pathname
    expect(path(urls[0] ?? '')).toBe(path(row.wall?.photos[0]?.url ?? ''))
    expect(path(urls[0] ?? '')).not.toBe(path(row.photos[0]?.url ?? ''))
    expect((await fetch(urls[0] ?? '')).headers.get('content-type')).toBe('image/jpeg')
    const off = { id: praise.id, rev: row.rev, reason: '家属又不愿意了' }
    expect(await office('takePraiseOff', off)).toMatchObject({ ok: true, value: { state: 'passed_on' } })
    expect(await anybody('wallPhotos', { wallId: shown[0]?.wallId })).toMatchObject({ code: 'praise.unknown' })
  })

  it('refuses photos of whatever is not on it, under any number', async () => {
    const praise = await sent({ photos: [await aPhoto()] })
    for (const wallId of [praise.id, praise.photos[0], hex()]) {
      expect(await anybody('wallPhotos', { wallId })).toMatchObject({ code: 'praise.unknown' })
    }
  })

  it('loses at once what the phone takes back, and it does not come again', async () => {
    const praise = await published()
    const on = (await wholeWall()).length
    expect(await anybody('takePraiseBack', { id: praise.id })).toMatchObject({
      ok: true,
      value: { state: 'passed_on', mayPublish: false },
    })
    expect((await wholeWall()).length).toBe(on - 1)
    expect(await anybody('takePraiseBack', { id: praise.id })).toMatchObject({ ok: true })
    const { rev, takenOff } = await rowOf(praise.id)
    expect(takenOff?.byWriter).toBe(true)
    const publication = { id: praise.id, rev, text: EDITED, photos: [], covered: false }
    expect(await office('publishPraise', publication)).toMatchObject({ code: 'praise.no_consent' })
  })

  it('is read page by page, each once, and by department', async () => {
    for (let more = 0; more < 22; more += 1) await published({ touchpointId: null })
    const all = await wholeWall()
    expect(all.length).toBeGreaterThan(22)
    expect(new Set(all.map(({ wallId }) => wallId)).size).toBe(all.length)
    expect((await wholeWall('03.01')).length).toBe(all.length)
    expect(await wholeWall('04')).toEqual([])
  })

  it('and everything else that anybody may ask for holds no unpublished word and no way to it', async () => {
    const secret = await sent({ text: '暗号：桂花糕。', photos: [await aPhoto()] })
    await passedOn(secret.id)
    const answers = [
      await anybody('praisePaper', { scene: 't=W-1' }),
      await anybody('wall', { departmentId: null, after: null }),
      await wholeWall(),
      await anybody('changed', { departmentId: null }),
      await cloud.call('hospital', 'landing', { scene: 't=W-1' }),
    ]
    for (const wall of await wholeWall()) answers.push(await anybody('wallPhotos', { wallId: wall.wallId }))
    const text = JSON.stringify(answers)
    expect(text).toContain(EDITED)
    for (const hidden of ['桂花糕', secret.id, secret.photos[0] ?? '-']) expect(text).not.toContain(hidden)
  })
})

describe('who may do what', () => {
  const OFFICE = [
    'praises',
    'praiseOne',
    'passPraiseOn',
    'publishPraise',
    'takePraiseOff',
    'declinePraise',
    'praiseCounts',
  ]
  const inputs = (id: string, rev: number): Record<string, unknown> => ({
    praises: { state: 'received', skip: 0 },
    praiseOne: { id },
    passPraiseOn: { id, rev, to: '谁', departmentId: null, kind: 'words' },
    publishPraise: { id, rev, text: EDITED, photos: [], covered: false },
    takePraiseOff: { id, rev, reason: '不登了' },
    declinePraise: { id, rev, reason: '重复' },
    praiseCounts: {},
  })
  const others = ['leader', 'caller', 'supervisor'] as const

  it.each(OFFICE)('%s is the survey office’s alone', async (action) => {
    const { id } = await sent()
    const { rev } = await rowOf(id)
    const input = inputs(id, rev)[action]
    const refused = [
      ...others.map((role) => asStaff[role]),
      OPENIDS.administrator,
      OPENIDS.officer,
      OPENIDS.handler,
      'openid-visitor',
    ]
    for (const openid of refused) {
      expect([openid, await cloud.call('survey', action, input, openid)]).toMatchObject([
        openid,
        { code: 'auth.forbidden' },
      ])
    }
    expect(await anybody(action, input)).toMatchObject({ code: 'auth.required' })
    expect((await office(action, input)).code).not.toBe('auth.forbidden')
  })
})
