/** The environment variables through which wx-server-sdk 4.0.2 learns where it runs and on whose behalf. */
const ENV_ID = 'local'
export const APP_ID = 'wx0000000000000000'

const REGION = 'ap-shanghai'
const LOOPBACK = '127.0.0.1'

/** `secretId` comes back in every request's Authorization header: it tells this cloud's own clients from others. */
export const platformEnvironment = (adminUrl: string, secretId: string): Record<string, string> => ({
  // without RUNENV the SDK looks for a metadata service before every call; without secrets it ends the process
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: REGION,
  TENCENTCLOUD_SECRETID: secretId,
  TENCENTCLOUD_SECRETKEY: 'local',
  SCF_NAMESPACE: ENV_ID,
  TCB_ENV: ENV_ID,
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_CONTEXT_CNFG',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
})

/** What a function process starts with: UTC as in the cloud, and nothing of this machine's own environment but the path. */
export const processEnvironment = (adminUrl: string, secretId: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  TZ: 'UTC',
  LANG: 'C.UTF-8',
  ...platformEnvironment(adminUrl, secretId),
})

/** For one invocation by a person, or by nobody: then there is no WX_OPENID at all. */
export const callerEnvironment = (
  token: string,
  { openid, source }: { openid?: string; source?: string },
): Record<string, string> => ({
  WX_CONTEXT_KEYS: 'WX_API_TOKEN,WX_OPENID,WX_APPID,WX_UNIONID,WX_CLIENTIP',
  WX_API_TOKEN: token,
  WX_APPID: APP_ID,
  WX_CLIENTIP: LOOPBACK,
  ...(openid ? { WX_OPENID: openid } : {}),
  ...(source ? { TCB_SOURCE: source } : {}),
})

/** For one invocation by a timer or by the platform's message push: nobody's. */
export const timerEnvironment = (token: string, trigger: 'timer' | 'push'): Record<string, string> => ({
  WX_CONTEXT_KEYS: 'WX_API_TOKEN,WX_TRIGGER_API_TOKEN_V0,WX_APPID',
  WX_API_TOKEN: token,
  WX_APPID: APP_ID,
  ...(trigger === 'timer' ? { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token } : {}),
})
