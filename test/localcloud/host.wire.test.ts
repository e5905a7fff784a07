import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JSON_BODY, openHost, type OpenedHost, PROBE, raw } from './host.opened'

let cloud: OpenedHost

beforeAll(async () => {
  cloud = await openHost()
})
afterAll(() => cloud.close())

const signedBy = (id: string) => `TC3-HMAC-SHA256 Credential=${id}/2026-11-21/tcb/tc3_request, Signature=0`

const send = async (body: unknown, authorization = signedBy(cloud.environment().TENCENTCLOUD_SECRETID ?? '')) => {
  const { status, text } = await raw(cloud.url, {
    method: 'POST',
    path: '/admin?env=local&seqId=1',
    headers: { ...JSON_BODY, authorization },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status, ...JSON.parse(text) }
}

describe('the wire', () => {
  it('answers 200 with a request id, whatever it says', async () => {
    expect(await send({ action: 'database.addCollection', collectionName: 'contract_wire' })).toEqual({
      status: 200,
      requestId: expect.any(String),
    })
    expect(await send({ action: 'database.getDocument', collectionName: 'nowhere', queryType: 'WHERE' })).toEqual({
      status: 200,
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message: expect.any(String),
      requestId: expect.any(String),
    })
  })

  it.each(['storage.copyFile', 'wx.api', 'functions.createFunction', 'auth.getUserInfo', 'toString', ''])(
    'refuses the unknown action "%s" by name',
    async (action) => {
      const reply = await send({ action })
      expect(reply.code).toBe('INVALID_PARAM')
      expect(reply.message).toContain(`does not serve the action ${action}`)
    },
  )

  it('refuses an unknown database action by name', async () => {
    expect(await send({ action: 'database.dropEverything', collectionName: 'contract_events' })).toMatchObject({
      code: 'INVALID_PARAM',
      message: 'unknown action: database.dropEverything',
    })
  })

  it.each(['', 'Bearer x', signedBy('local'), signedBy('')])('refuses who signs with "%s"', async (authorization) => {
    const reply = await send({ action: 'database.addCollection', collectionName: 'stolen' }, authorization)
    expect(reply.code).toBe('SIGN_PARAM_INVALID')
  })

  it('gives each start its own secret', async () => {
    const other = await openHost()
    expect(other.environment().TENCENTCLOUD_SECRETID).not.toBe(cloud.environment().TENCENTCLOUD_SECRETID)
    await other.close()
  })

  it.each(['', '{', '[]null', 'null'])('refuses a body that is not an object (%j)', async (body) => {
    expect((await send(body)).code).toBe('INVALID_PARAM')
  })

  it('calls a function for nobody when no function asks', async () => {
    const reply = await send({
      action: 'functions.invokeFunction',
      function_name: PROBE,
      request_data: JSON.stringify({ action: 'context' }),
      wxCloudApiToken: 'made-up',
    })
    expect(JSON.parse(reply.data.response_data)).toMatchObject({ hasOpenid: false, SOURCE: 'scf' })
  })

  it('answers the platform’s words for a function that is not there', async () => {
    expect(await send({ action: 'functions.invokeFunction', function_name: 'nofn', request_data: '{}' })).toMatchObject(
      {
        code: 'FUNCTIONS_EXECUTE_FAIL',
        message: 'errMsg: FunctionName parameter could not be found (-501000) nofn',
      },
    )
  })
})
