import protobuf from 'protobufjs'

// The messages of wx-server-sdk 4.0.2. Values are JSON, keys snake_case.
const { root } = protobuf.parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`)
const Request = root.lookupType('CommApiData')
const Response = root.lookupType('CommOpenApiResp')

const OPEN_API = 0

export type OpenapiParameters = Record<string, unknown>

interface DecodedRequest {
  apiType: number
  openapiData: { pairs: { key: string; value: Uint8Array }[] }
}

const jsonOf = (value: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(value).toString())
  } catch {
    return Buffer.from(value)
  }
}

/** The parameters of an ordinary openapi call; null for the other kinds (cloudID, VoIP signatures, tokens). */
export const decodeRequest = (data: Buffer): OpenapiParameters | null => {
  const { apiType, openapiData } = Request.toObject(Request.decode(data), {
    defaults: true,
    arrays: true,
  }) as DecodedRequest
  if (apiType !== OPEN_API) return null
  return Object.fromEntries((openapiData?.pairs ?? []).map(({ key, value }) => [key, jsonOf(value)]))
}

const encode = (message: Record<string, unknown>): Buffer => Buffer.from(Response.encode(message).finish())

export const encodeJson = (value: Record<string, unknown>): Buffer =>
  encode({
    respData: Buffer.from(JSON.stringify(value)),
    contentType: 'application/json; charset=UTF-8',
    httpCode: 200,
  })

export const encodePicture = (png: Buffer): Buffer => encode({ respData: png, contentType: 'image/png', httpCode: 200 })

/** The platform's own refusal, before any API is reached: a number and nothing else. */
export const encodeRefusal = (errorCode: number): Buffer => encode({ errorCode, httpCode: 200 })
