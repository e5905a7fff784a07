/** An answer with an errcode, as api.weixin.qq.com gives it. */
export class OpenapiError extends Error {
  readonly errcode: number

  constructor(errcode: number, errmsg: string) {
    super(errmsg)
    this.errcode = errcode
  }
}

export const INVALID_OPENID = 40003
export const INVALID_TEMPLATE_ID = 40037
export const INVALID_ARGUMENTS = 40097
export const INVALID_SCENE = 40129
export const INVALID_PAGE = 41030
export const NO_CREDIT = 43101
export const CONTENT_TOO_LONG = 45002
export const DATA_FORMAT_ERROR = 47001
export const TEMPLATE_DATA_ERROR = 47003
