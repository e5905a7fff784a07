import cloud from 'wx-server-sdk'

// The SDK's own types say symbol here and string there; it is the environment this function was deployed to.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** The one place that holds the SDK; everything else of a function goes through `_runtime`. */
export { cloud }

/** −502001 is any refused request; only MongoDB's E11000 among them says that the key exists. */
export const isDuplicateKey = (cause: unknown): boolean =>
  typeof cause === 'object' &&
  cause !== null &&
  'errCode' in cause &&
  cause.errCode === -502001 &&
  'errMsg' in cause &&
  String(cause.errMsg).includes('E11000')
