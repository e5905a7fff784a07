import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hospital, openHospital } from '../builders/hospital'
import { founded, type OpenedCloud, OPENIDS, SETUP_CODE } from '../functions/opened.cloud'
import { openPhone } from './harness'

const CONFIRM = '/packages/staff/confirm/index'

const personas = Object.entries({ ...OPENIDS, stranger: 'openid-stranger' }).map(([id, openid]) => ({
  id,
  name: id,
  says: id,
  openid,
  landing: '/',
}))

let hospital: Hospital
beforeAll(async () => {
  hospital = await openHospital({ seed: false, personas, functionEnvironment: { hospital: { SETUP_CODE } } })
  const call = (name: string, action: string, input: unknown, openid?: string) =>
    hospital.invoke(name, { action, input }, { openid }) as ReturnType<OpenedCloud['call']>
  await founded({ call })
})
afterAll(() => hospital.close())

/** A call of an ordinary browser. */
const browse = async (action: string, input: unknown, token?: string) => {
  const response = await fetch(`${hospital.url}/api/fn/hospital`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ action, input }),
  })
  return (await response.json()) as { ok: boolean; code?: string; value?: unknown }
}

const aComputer = async (code: string) => {
  const token = randomBytes(32).toString('hex')
  const tokenHash = createHash('sha256').update(token).digest('hex')
  const browser = { device: 'computer', name: 'edge' }
  expect(await browse('askToSignIn', { code, tokenHash, browser })).toMatchObject({ ok: true })
  return token
}

describe('the built mini-program', () => {
  it('signs a computer in for a member of staff, and out again', async () => {
    const token = await aComputer('7K3M9QXA')
    const phone = await openPhone({ cloud: hospital.url, open: CONFIRM, persona: 'officer' })
    await phone.input({ name: '登录码' }, '7k3m 9qxa')
    await phone.tap({ role: 'button', name: '看看是哪台电脑' })
    expect(phone.text()).toContain('电脑上的 Edge')
    expect(phone.text()).toContain('只确认您面前这台电脑')
    expect(await browse('sessions', {}, token)).toMatchObject({ code: 'auth.required' })
    await phone.tap({ role: 'button', name: '是这台，确认登录' })
    expect(phone.text()).toContain('电脑登录好了')
    expect(await browse('sessions', {}, token)).toMatchObject({ ok: true })

    await phone.tap({ role: 'button', name: '看登录着的电脑' })
    expect(phone.route()).toBe('/packages/staff/devices/index')
    await phone.tap({ role: 'button', name: /^电脑上的 Edge/ })
    expect(phone.text()).toContain('电脑上的 Edge，要退出登录吗？')
    await phone.tap({ role: 'button', name: '退出' })
    expect(phone.text()).toContain('现在没有电脑登录着')
    expect(await browse('sessions', {}, token)).toMatchObject({ code: 'auth.required' })
  })

  it('lets nobody else confirm', async () => {
    const token = await aComputer('7K3M9QXB')
    const phone = await openPhone({ cloud: hospital.url, open: `${CONFIRM}?code=7K3M9QXB`, persona: 'stranger' })
    await phone.tap({ role: 'button', name: '看看是哪台电脑' })
    expect(phone.text()).toContain('您的岗位看不到这里')
    expect(await browse('signInState', { token })).toMatchObject({ value: { state: 'waiting' } })
  })
})
