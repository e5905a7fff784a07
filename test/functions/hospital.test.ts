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
