import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, functionFolder, openHost, type OpenedHost, PROBE } from './host.opened'

let cloud: OpenedHost

const MODEST = `
const cloud = require('${process.cwd()}/node_modules/wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = ({ api, parameters }) => {
  const [area, name] = api.split('.')
  return cloud.openapi[area][name](parameters).then(() => null, ({ errCode }) => errCode)
}`

beforeAll(async () => {
  cloud = await openHost({
    functionsDirs: [
      'dist/test-functions',
      functionFolder({ modest: { source: MODEST, config: { permissions: { openapi: ['security.msgSecCheck'] } } } }),
    ],
    mediaCheckDelayMs: 20,
    messagePush: [{ event: 'wxa_media_check', function: PROBE }],
  })
})
afterAll(() => cloud.close())

const openapi = (api: string, parameters: unknown) => cloud.probe('openapi', { api, parameters }, 'openid-1')

describe('permission', () => {
  it('is what config.json says, function by function', async () => {
    const check = { version: 2, scene: 2, openid: 'o', content: '你好' }
    expect(await cloud.invoke('modest', { api: 'security.msgSecCheck', parameters: check })).toBeNull()
    expect(await cloud.invoke('modest', { api: 'wxacode.getUnlimited', parameters: { scene: 'a' } })).toBe(-604101)
    expect(await openapi('templateMessage.send', {})).toMatchObject({ failure: { errCode: -604101 } })
  })

  it('does not make the local cloud know an API: what it does not serve it refuses by name', async () => {
    expect(await openapi('wxacode.get', { path: 'p' })).toMatchObject({
      failure: { errCode: -604100, errMsg: expect.stringContaining('does not serve wxacode.get') },
    })
  })

  it('is not for cloudID, which only WeChat can open', async () => {
    expect(await cloud.probe('openData', { list: ['52_x'] }, 'openid-1')).toMatchObject({
      failure: { errMsg: expect.stringContaining('does not serve') },
    })
  })
})

describe('a page code (小程序码)', () => {
  const scanned = async (parameters: Record<string, unknown>) => {
    const reply = (await openapi('wxacode.getUnlimited', parameters)) as { value: { buffer: string } }
    const { data, width, height } = PNG.sync.read(Buffer.from(reply.value.buffer, 'base64'))
    return { url: jsQR(new Uint8ClampedArray(data), width, height)?.data, width }
  }

  it('opens its page of the H5 build with its scene', async () => {
    const scene = "t=JQ-12E&x=!#$'()*+,/:;?@-._~"
    expect(await scanned({ scene, page: 'pages/landing/index' })).toEqual({
      url: `${cloud.url}/#/pages/landing/index?scene=${encodeURIComponent(scene)}`,
      width: 430,
    })
  })

  it('is as wide as asked', async () => {
    expect((await scanned({ scene: 'a', page: 'pages/landing/index', width: 1280 })).width).toBe(1280)
  })

  it.each([
    [{ scene: 'x'.repeat(33) }, 40129],
    [{ scene: '' }, 40129],
    [{ scene: '中文' }, 40129],
    [{ scene: 'a%20b' }, 40129],
    [{ page: 'p' }, 40129],
    [{ scene: 'a', page: '/pages/landing/index' }, 41030],
    [{ scene: 'a', page: 'pages/landing/index?x=1' }, 41030],
    [{ scene: 'a', width: 279 }, 40097],
    [{ scene: 'a', width: 1281 }, 40097],
    [{ scene: 'a', envVersion: 'beta' }, 40097],
  ])('is refused for %j', async (parameters, errCode) => {
    expect(await openapi('wxacode.getUnlimited', parameters)).toMatchObject({ failure: { errCode } })
  })
})

describe('checking a message', () => {
  const check = (about: Record<string, unknown>) =>
    openapi('security.msgSecCheck', { version: 2, scene: 2, openid: 'openid-1', content: '问了三次', ...about })

  it('gives the same verdict every time', async () => {
    expect(await check({})).toMatchObject({ value: { result: { suggest: 'pass', label: 100 } } })
    expect(await check({ content: '一段违规测试文字' })).toMatchObject({ value: { result: { suggest: 'risky' } } })
  })

  it.each([
    [{ version: 1 }, 47001],
    [{ version: undefined }, 47001],
    [{ scene: 5 }, 47001],
    [{ openid: undefined }, 40003],
    [{ openid: '' }, 40003],
    [{ content: '' }, 47001],
    [{ content: '字'.repeat(2501) }, 45002],
  ])('is refused for %j', async (about, errCode) => {
    expect(await check(about)).toMatchObject({ failure: { errCode } })
  })

  it('takes 2500 characters', async () => {
    expect(await check({ content: '字'.repeat(2500) })).toMatchObject({ value: { errCode: 0 } })
  })
})

describe('checking a picture', () => {
  const pushes = () =>
    cloud
      .exportAll()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).document)
      .filter(({ name }) => name === 'push')

  const verdictOn = async (file: string) => {
    const parameters = { mediaUrl: `${cloud.url}/cos/${file}`, mediaType: 2, version: 2, scene: 2, openid: 'openid-1' }
    const { value } = (await openapi('security.mediaCheckAsync', parameters)) as { value: { traceId: string } }
    const ours = () => pushes().filter(({ event }) => event.trace_id === value.traceId)
    return (await eventually(ours, (found) => found.length > 0))[0]
  }

  it('answers later, to the function the push is set up for, on nobody’s behalf', async () => {
    expect(await verdictOn('photos/a.png')).toMatchObject({
      hasOpenid: false,
      triggerSource: null,
      event: { MsgType: 'event', Event: 'wxa_media_check', FromUserName: 'openid-1', result: { suggest: 'pass' } },
    })
    expect(await verdictOn('photos/risky-content.png')).toMatchObject({ event: { result: { suggest: 'risky' } } })
  })

  it.each([{ mediaType: 3 }, { mediaUrl: 'not a url' }, { version: 1 }])('is refused for %j', async (about) => {
    const parameters = { mediaUrl: `${cloud.url}/a`, mediaType: 2, version: 2, scene: 2, openid: 'o', ...about }
    expect(await openapi('security.mediaCheckAsync', parameters)).toMatchObject({ failure: { errCode: 47001 } })
  })
})

describe('a subscribe message', () => {
  it.each([
    [{ touser: '' }, 40003],
    [{ templateId: 'a b' }, 40037],
    [{ page: '/pages/progress/index' }, 41030],
    [{ data: {} }, 47003],
    [{ data: { thing1: { value: '超过二十个字的内容会被平台拒绝所以这里也一样拒绝' } } }, 47003],
    [{ data: { thing1: {} } }, 47003],
    [{ data: { mood1: { value: 'x' } } }, 47003],
    [{}, 43101],
  ])('is refused for %j', async (about, errCode) => {
    const parameters = { touser: 'openid-1', templateId: 'T', data: { thing1: { value: '有进展' } }, ...about }
    expect(await openapi('subscribeMessage.send', parameters)).toMatchObject({ failure: { errCode } })
  })
})
