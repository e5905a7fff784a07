import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ProbeEnvironment, probeEnvironment } from './probe.environment'

let environment: ProbeEnvironment
beforeAll(async () => {
  environment = await probeEnvironment()
})
afterAll(() => environment.close())

const openapi = (api: string, parameters: unknown) => environment.probe('openapi', { api, parameters })

const NO_PERMISSION = -604101
const PNG_OR_JPEG = /^(iVBORw0KGgo|\/9j\/)/

describe('openapi', () => {
  it('is refused where config.json does not permit it', async () => {
    expect(await openapi('customerServiceMessage.send', { touser: 'o' })).toMatchObject({
      failure: { errCode: NO_PERMISSION },
    })
  })

  it('draws a page code', async () => {
    const parameters = { scene: 't=JQ-12E', page: 'pages/landing/index', checkPath: false }
    expect(await openapi('wxacode.getUnlimited', parameters)).toMatchObject({
      value: { contentType: expect.stringMatching(/^image\//), buffer: expect.stringMatching(PNG_OR_JPEG) },
    })
  })

  it.each([{ scene: 'x'.repeat(33) }, { scene: '中文' }])('draws none for %j', async (parameters) => {
    const reply = await openapi('wxacode.getUnlimited', { ...parameters, checkPath: false })
    expect(reply).toHaveProperty('failure')
  })

  it('checks no message of nobody', async () => {
    expect(await openapi('security.msgSecCheck', { version: 2, scene: 2, content: '你好', openid: '' })).toHaveProperty(
      'failure',
    )
  })

  it('sends nothing to somebody who did not ask', async () => {
    const parameters = { touser: 'nobody', templateId: 'T', data: { thing1: { value: 'x' } } }
    expect(await openapi('subscribeMessage.send', parameters)).toHaveProperty('failure')
  })
})
