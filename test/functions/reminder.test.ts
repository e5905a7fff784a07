import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeAt } from './office.desk'
import { aFiling, founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const TEMPLATE = 'TEMPLATE-THAT-THERE-IS-A-REPLY'
const CHEN = 'openid-of-chen-reminded'
const persona = { id: 'chen', name: '陈先生', says: '', openid: CHEN, landing: '/' }
const contact = { name: null, phone: '13800000001' }

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud({ personas: [persona] })
  await founded(cloud)
  const settings = { rev: 0, reminderTemplateId: TEMPLATE }
  expect(await cloud.call('hospital', 'changeHospital', settings, OPENIDS.administrator)).toMatchObject({ ok: true })
})
afterAll(() => cloud.close())

/** Agrees to one message, as a tap on 允许 does. */
const agree = async () => {
  const signedIn = await fetch(`${cloud.url}/as/chen`, { redirect: 'manual' })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const body = JSON.stringify({ templateIds: [TEMPLATE] })
  const headers = { 'content-type': 'application/json', cookie }
  expect(await (await fetch(`${cloud.url}/api/subscribe`, { method: 'POST', headers, body })).json()).toMatchObject({
    value: { [TEMPLATE]: 'accept' },
  })
}

/** Messages the platform still owes. */
const owed = () => {
  const file = path.join(cloud.dataDir, 'subscriptions.json')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

describe('the message that there is an answer', () => {
  it('goes once to the named complainant who asked, and says nothing of the case', async () => {
    const filing = aFiling({ contact, text: '问了三次报告，都说等着，想要一个说法。' })
    const filed = await cloud.call('complaint', 'fileNamed', filing, CHEN)
    expect(filed).toMatchObject({ value: { reminderTemplateId: TEMPLATE } })
    await agree()
    const { selector, secret, complaintId } = filing
    expect(await cloud.call('complaint', 'remindMe', { selector, secret }, CHEN)).toMatchObject({
      value: { remind: true },
    })
    expect(owed()).toContain(TEMPLATE)
    const office = officeAt(cloud, complaintId)
    await office.act('accept')
    await office.reply('您说的属实，护士长已道歉。')
    expect(owed()).not.toContain(TEMPLATE)
    const log = cloud.log('complaint')
    expect(log).not.toContain('remindOfReply')
    expect(log).not.toContain('想要一个说法')
    expect((await cloud.call('complaint', 'progress', { selector, secret })).value).toMatchObject({ status: 'replied' })
  })

  it('that the platform refuses changes nothing: the answer is there', async () => {
    const filing = aFiling({ contact })
    await cloud.call('complaint', 'fileNamed', filing, CHEN)
    const { selector, secret, complaintId } = filing
    await cloud.call('complaint', 'remindMe', { selector, secret }, CHEN)
    const office = officeAt(cloud, complaintId)
    await office.act('accept')
    await office.reply('您说的属实，护士长已道歉。')
    expect(cloud.log('complaint')).toContain('remindOfReply')
    expect((await cloud.call('complaint', 'progress', { selector, secret })).value).toMatchObject({ status: 'replied' })
  })

  it('is not offered to anybody else: not without a name, and not for somebody else’s case', async () => {
    const anonymous = aFiling()
    expect((await cloud.call('complaint', 'file', anonymous)).value).toMatchObject({ reminderTemplateId: null })
    const { selector, secret } = anonymous
    expect(await cloud.call('complaint', 'remindMe', { selector, secret }, CHEN)).toMatchObject({
      code: 'complaint.not_named',
    })
    const named = aFiling({ contact })
    await cloud.call('complaint', 'fileNamed', named, 'openid-of-another')
    const receipt = { selector: named.selector, secret: named.secret }
    expect(await cloud.call('complaint', 'remindMe', receipt, CHEN)).toMatchObject({ code: 'complaint.not_named' })
  })
})
