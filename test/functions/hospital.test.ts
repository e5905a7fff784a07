import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { founded, openCloud, type OpenedCloud, OPENIDS, SETUP_CODE } from './opened.cloud'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
})
afterAll(() => cloud.close())

const hospital = {
  id: 'h2',
  name: '另一家医院',
  pledge: '不收红包，不收回扣。',
  replyWithinWorkingDays: 5,
  contacts: [{ label: '医患办', note: null, phone: '0000-555-0100', email: null }],
}

describe('opening a hospital', () => {
  it('says so on the landing page until it is done', async () => {
    expect(await cloud.call('hospital', 'landing', {})).toMatchObject({ code: 'hospital.not_founded' })
  })

  it('wants the code of the deployment, and happens once', async () => {
    const found = (setupCode: string, openid: string) =>
      cloud.call('hospital', 'found', { setupCode, administrator: '某人', hospital }, openid)
    expect(await found('GUESS', 'openid-x')).toMatchObject({ code: 'hospital.setup_code_wrong' })
    await founded(cloud)
    expect(await found(SETUP_CODE, 'openid-x')).toMatchObject({ code: 'hospital.already_founded' })
    expect(await found(SETUP_CODE, OPENIDS.administrator)).toMatchObject({ code: 'hospital.already_founded' })
  })

  it('promises no more days than the rule allows', async () => {
    const slow = { ...hospital, replyWithinWorkingDays: 6 }
    const reply = await cloud.call(
      'hospital',
      'found',
      { setupCode: SETUP_CODE, administrator: '某', hospital: slow },
      'x',
    )
    expect(reply).toMatchObject({ code: 'input.invalid', fields: ['hospital.replyWithinWorkingDays'] })
  })
})

describe('the landing page', () => {
  it('knows the ward of a scene, and who asks is not read', async () => {
    const reply = await cloud.call('hospital', 'landing', { scene: 't%3DW-1' }, 'openid-visitor')
    expect(reply).toMatchObject({
      ok: true,
      value: {
        hospital: { name: '青衿市人民医院' },
        place: { touchpointId: 'W-1', departmentName: '呼吸科', place: '12 层东病区' },
      },
    })
  })

  it.each(['t=GONE', '%E0%A4%A', '<script>', undefined])('leads from %s to the hospital itself', async (scene) => {
    expect(await cloud.call('hospital', 'landing', { scene })).toMatchObject({ ok: true, value: { place: null } })
  })
})

describe('an invitation', () => {
  const invite = (code: string, openid: string = OPENIDS.administrator) =>
    cloud.call('hospital', 'invite', { code, name: '白', departmentId: null, roles: ['complaint_officer'] }, openid)

  it('lets one person in, once', async () => {
    expect(await invite('ZZZZZZZZZZZZZZZZ')).toMatchObject({ ok: true })
    const join = (openid: string) => cloud.call('hospital', 'join', { code: 'ZZZZZZZZZZZZZZZZ' }, openid)
    const replies = await Promise.all([join('openid-bai'), join('openid-thief')])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await join('openid-late')).toMatchObject({ code: 'staff.invitation_unknown' })
    expect(cloud.exportAll()).not.toContain('ZZZZZZZZZZZZZZZZ')
  })

  it('is the administrator’s to give, and binds nobody twice', async () => {
    expect(await invite('YYYYYYYYYYYYYYYY', OPENIDS.officer)).toMatchObject({ code: 'auth.forbidden' })
    const invited = await invite('YYYYYYYYYYYYYYYY')
    expect(invited).toMatchObject({ ok: true })
    // Asked again it is the same invitation; for somebody else the code is taken.
    expect(await invite('YYYYYYYYYYYYYYYY')).toEqual(invited)
    const other = { code: 'YYYYYYYYYYYYYYYY', name: '黑', departmentId: null, roles: ['administrator'] }
    expect(await cloud.call('hospital', 'invite', other, OPENIDS.administrator)).toMatchObject({
      code: 'staff.invitation_used',
    })
    const reply = await cloud.call('hospital', 'join', { code: 'YYYYYYYYYYYYYYYY' }, OPENIDS.officer)
    expect(reply).toMatchObject({ code: 'staff.already_joined' })
    expect(await cloud.call('hospital', 'join', { code: '0000000000000000' }, 'x')).toMatchObject({
      code: 'staff.invitation_unknown',
    })
  })
})

describe('a touchpoint', () => {
  it('has a picture that scans to its own page', async () => {
    const reply = await cloud.call('hospital', 'touchpointPicture', { touchpointId: 'W-1' }, OPENIDS.administrator)
    const picture = PNG.sync.read(Buffer.from(await (await fetch(String(reply.value?.['url']))).arrayBuffer()))
    const scanned = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)
    expect(scanned?.data).toBe(`${cloud.url}/#/pages/landing/index?scene=${encodeURIComponent('t=W-1')}`)
  })

  it('is the administrator’s alone', async () => {
    for (const action of ['touchpoints', 'touchpointPicture']) {
      const input = action === 'touchpoints' ? {} : { touchpointId: 'W-1' }
      expect(await cloud.call('hospital', action, input, OPENIDS.officer)).toMatchObject({ code: 'auth.forbidden' })
    }
    const second = { id: 'W-1', departmentId: '03.01', place: '别处', spot: '别处' }
    expect(await cloud.call('hospital', 'addTouchpoint', second, OPENIDS.administrator)).toMatchObject({
      code: 'hospital.code_taken',
    })
    expect(
      await cloud.call(
        'hospital',
        'addTouchpoint',
        { ...second, id: 'W-2', departmentId: '99' },
        OPENIDS.administrator,
      ),
    ).toMatchObject({
      code: 'hospital.department_unknown',
    })
  })
})
