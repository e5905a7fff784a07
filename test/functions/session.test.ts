import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makePairingCode, makeSessionToken } from '#domain/hospital/session.rules'
import { founded, openCloud, type OpenedCloud, OPENIDS } from './opened.cloud'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const COMPUTER = { device: 'computer', name: 'chrome' }

let cloud: OpenedCloud
let passed = 0

beforeAll(async () => {
  cloud = await openCloud({ clock: () => Date.now() + passed })
  await founded(cloud)
})
afterAll(() => cloud.close())

interface HttpReply {
  ok: boolean
  code?: string
  value?: Record<string, unknown>
}

/** A call of an ordinary browser: through HTTP access, with its token where it has one. */
const browse = async (action: string, input: unknown, token?: string, cookie?: string): Promise<HttpReply> => {
  const response = await fetch(`${cloud.url}/api/fn/hospital`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(cookie ? { cookie } : {}),
    },
    body: JSON.stringify({ action, input }),
  })
  return (await response.json()) as HttpReply
}
const inWechat = (action: string, input: unknown, openid: string) => cloud.call('hospital', action, input, openid)

const aBrowser = () => {
  const token = makeSessionToken(randomBytes(32))
  const tokenHash = createHash('sha256').update(token).digest('hex')
  return { token, tokenHash, code: makePairingCode(randomBytes(8)), browser: COMPUTER }
}
type ABrowser = ReturnType<typeof aBrowser>

const ask = ({ code, tokenHash, browser }: ABrowser) => browse('askToSignIn', { code, tokenHash, browser })
const confirm = ({ code }: ABrowser, openid: string = OPENIDS.officer) => inWechat('confirmSignIn', { code }, openid)
const stateOf = async ({ token }: ABrowser) => (await browse('signInState', { token })).value?.['state']

/** A browser that was signed in by somebody. */
const signedIn = async (openid: string = OPENIDS.officer): Promise<ABrowser> => {
  const browser = aBrowser()
  expect(await ask(browser)).toMatchObject({ ok: true })
  expect(await confirm(browser, openid)).toMatchObject({ ok: true })
  return browser
}

const isStaff = async ({ token }: ABrowser) => (await browse('sessions', {}, token)).ok

describe('a computer of the hospital', () => {
  it('shows a code, is seen and confirmed in the mini-program, and speaks for that member of staff', async () => {
    const browser = aBrowser()
    expect(await stateOf(browser)).toBe('expired')
    expect(await ask(browser)).toMatchObject({ ok: true })
    expect(await stateOf(browser)).toBe('waiting')
    expect(await browse('sessions', {}, browser.token)).toMatchObject({ code: 'auth.required' })

    const seen = await inWechat('signInAsked', { code: browser.code }, OPENIDS.officer)
    expect(seen).toMatchObject({ ok: true, value: { browser: COMPUTER } })
    expect(Object.keys(seen.value ?? {}).sort()).toEqual(['askedAt', 'browser', 'expiresAt'])
    expect(await confirm(browser)).toMatchObject({ ok: true })

    expect(await stateOf(browser)).toBe('ready')
    const rows = (await browse('sessions', {}, browser.token)).value?.['rows']
    expect(rows).toEqual([expect.objectContaining({ browser: COMPUTER, current: true })])
    expect(JSON.stringify(rows)).not.toContain(browser.tokenHash)
    // Their roles and no more: an officer gives no code.
    expect(await browse('touchpoints', {}, browser.token)).toMatchObject({ code: 'auth.forbidden' })
  })

  it('speaks for the administrator where the administrator confirmed', async () => {
    const { token } = await signedIn(OPENIDS.administrator)
    expect(await browse('touchpoints', {}, token)).toMatchObject({ ok: true })
  })

  it('is nobody without its token, and with a token of nobody', async () => {
    await signedIn()
    for (const token of [undefined, 'f'.repeat(64), 'not-a-token', aBrowser().tokenHash]) {
      expect(await browse('sessions', {}, token)).toMatchObject({ ok: false, code: 'auth.required' })
    }
  })

  it('is not signed in by the hash that is stored', async () => {
    const { tokenHash } = await signedIn()
    expect(await browse('sessions', {}, tokenHash)).toMatchObject({ code: 'auth.required' })
  })

  it('reads what everybody reads, with a token that is over too', async () => {
    expect(await browse('landing', {}, 'f'.repeat(64))).toMatchObject({ ok: true })
  })
})

describe('a code', () => {
  it('may be asked for again by the browser that shows it, and by no other', async () => {
    const [first, second] = [aBrowser(), aBrowser()]
    expect(await ask(first)).toMatchObject({ ok: true })
    expect(await ask(first)).toMatchObject({ ok: true })
    expect(await ask({ ...second, code: first.code })).toMatchObject({ code: 'session.code_taken' })
    expect(await ask({ ...first, code: second.code })).toMatchObject({ code: 'session.code_taken' })
  })

  it('is confirmed once, and by one of two who confirm it together', async () => {
    const browser = aBrowser()
    await ask(browser)
    const replies = await Promise.all([confirm(browser), confirm(browser, OPENIDS.colleague)])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const later = await Promise.all([confirm(browser), confirm(browser, OPENIDS.colleague)])
    expect(later.map(({ code }) => code).filter(Boolean)).toEqual(['session.code_unknown'])
    // Whoever asked again got no second session.
    expect(cloud.exportAll().split(browser.tokenHash)).toHaveLength(4)
    expect(await inWechat('signInAsked', { code: browser.code }, OPENIDS.officer)).toMatchObject({
      code: 'session.code_unknown',
    })
  })

  it('does not bring an ended session back', async () => {
    const browser = await signedIn()
    expect(await browse('signOut', { token: browser.token })).toMatchObject({ ok: true, value: { ended: true } })
    await confirm(browser)
    expect(await stateOf(browser)).toBe('expired')
    expect(await isStaff(browser)).toBe(false)
  })

  it('is nothing to a visitor, to an ordinary browser, and to a signed-in computer', async () => {
    const browser = aBrowser()
    await ask(browser)
    const { token } = await signedIn()
    for (const action of ['signInAsked', 'confirmSignIn']) {
      const input = { code: browser.code }
      expect(await inWechat(action, input, 'openid-visitor')).toMatchObject({ code: 'auth.forbidden' })
      expect(await browse(action, input)).toMatchObject({ code: 'session.wechat_only' })
      expect(await browse(action, input, token)).toMatchObject({ code: 'session.wechat_only' })
      expect(await inWechat(action, { code: '00000000' }, OPENIDS.officer)).toMatchObject({
        code: 'session.code_unknown',
      })
    }
    expect(await stateOf(browser)).toBe('waiting')
  })

  it('is over after five minutes', async () => {
    const browser = aBrowser()
    await ask(browser)
    passed += 5 * MINUTE
    expect(await stateOf(browser)).toBe('expired')
    for (const action of ['signInAsked', 'confirmSignIn']) {
      expect(await inWechat(action, { code: browser.code }, OPENIDS.officer)).toMatchObject({
        code: 'session.code_unknown',
      })
    }
  })
})

describe('a session', () => {
  it('lasts eight hours', async () => {
    const browser = await signedIn()
    passed += 8 * HOUR - MINUTE
    expect(await isStaff(browser)).toBe(true)
    passed += MINUTE
    expect(await isStaff(browser)).toBe(false)
    expect(await stateOf(browser)).toBe('expired')
  })

  it('is ended from the phone by its owner, and by nobody else', async () => {
    const browser = await signedIn()
    const { value = {} } = await inWechat('sessions', {}, OPENIDS.officer)
    const [row] = value['rows'] as { id: string; current: boolean }[]
    expect(row?.current).toBe(false)
    const end = (openid: string) => inWechat('endSession', { id: row?.id }, openid)
    expect(await end(OPENIDS.colleague)).toMatchObject({ ok: true, value: { ended: false } })
    expect(await end('openid-visitor')).toMatchObject({ code: 'auth.forbidden' })
    expect(await isStaff(browser)).toBe(true)
    expect(await end(OPENIDS.officer)).toMatchObject({ ok: true, value: { ended: true } })
    expect(await end(OPENIDS.officer)).toMatchObject({ ok: true, value: { ended: false } })
    expect(await isStaff(browser)).toBe(false)
  })

  it('is ended by its own browser', async () => {
    const browser = await signedIn()
    expect(await browse('signOut', { token: browser.token }, browser.token)).toMatchObject({ value: { ended: true } })
    expect(await browse('signOut', { token: browser.token })).toMatchObject({ value: { ended: false } })
    expect(await isStaff(browser)).toBe(false)
  })
})

describe('whoever leaves the hospital', () => {
  it('is signed out on every computer at once', async () => {
    const browsers = [await signedIn(OPENIDS.colleague), await signedIn(OPENIDS.colleague)]
    const { value = {} } = await inWechat('people', {}, OPENIDS.administrator)
    const leaver = (value['rows'] as { id: string; rev: number }[]).find(({ id }) => id === 'S2')
    expect(await Promise.all(browsers.map(isStaff))).toEqual([true, true])
    const left = await inWechat('leave', { staffId: leaver?.id, rev: leaver?.rev }, OPENIDS.administrator)
    expect(left).toMatchObject({ ok: true })
    expect(await Promise.all(browsers.map(isStaff))).toEqual([false, false])
    const late = aBrowser()
    await ask(late)
    expect(await confirm(late, OPENIDS.colleague)).toMatchObject({ code: 'auth.forbidden' })
  })
})

describe('what is kept', () => {
  it('contains no token and no code, and no log does', async () => {
    const browser = await signedIn()
    await isStaff(browser)
    await browse('signOut', { token: browser.token }, browser.token)
    const kept = cloud.exportAll() + cloud.log('hospital')
    expect(kept).toContain(browser.tokenHash)
    for (const secret of [browser.token, browser.code]) expect(kept.toLowerCase()).not.toContain(secret.toLowerCase())
    expect(cloud.log('hospital')).not.toContain(browser.tokenHash)
  })

  it('is removed the night after it is over', async () => {
    const live = await signedIn()
    passed += 7 * HOUR
    const latest = await signedIn()
    passed += HOUR
    expect(await cloud.fireTimer('clock')).toMatchObject({ ok: true, done: { expiredSessions: expect.any(Number) } })
    const rows = cloud
      .exportAll()
      .split('\n')
      .filter((line) => /"collection":"(sessions|pairings)"/.test(line))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toContain(latest.tokenHash)
    expect(await isStaff(live)).toBe(false)
    expect(await isStaff(latest)).toBe(true)
  })
})

describe('whoever is bound to another WeChat', () => {
  it('is signed out on every computer: the one who confirmed there may not be them', async () => {
    const browser = await signedIn(OPENIDS.handler)
    expect(await isStaff(browser)).toBe(true)
    const code = '0123456789ABCDEK'
    await inWechat('invite', { people: [{ staffId: 'S3', code }] }, OPENIDS.administrator)
    expect(await inWechat('join', { number: 'QJ-S3', code }, 'openid-of-another-phone')).toMatchObject({ ok: true })
    expect(await isStaff(browser)).toBe(false)
  })
})
