/** A call that ends without a result. `code` is the platform's string code; the message never carries the function's own words. */
export class InvocationRefused extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'InvocationRefused'
    this.code = code
  }
}

// What the platform answers, in its own words: the numbers in brackets are the errCode its clients show.
export const functionNotFound = (name: string) =>
  new InvocationRefused(
    'FUNCTIONS_EXECUTE_FAIL',
    `errMsg: FunctionName parameter could not be found (-501000) ${name.slice(0, 60)}`,
  )

export const userCodeFailed = () =>
  new InvocationRefused(
    'FUNCTIONS_EXECUTE_FAIL',
    JSON.stringify({ errorCode: 1, errorMessage: 'user code exception caught' }),
  )

export const processEnded = () =>
  new InvocationRefused(
    'FUNCTIONS_EXECUTE_FAIL',
    JSON.stringify({ errorCode: 439, errorMessage: 'User process exit when running' }),
  )

export const timedOut = (timeLimitMs: number) =>
  new InvocationRefused(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    `Invoking task timed out after ${timeLimitMs / 1000} seconds (-504003)`,
  )

export const eventTooLarge = () =>
  new InvocationRefused('EXCEED_MAX_PAYLOAD_SIZE', 'the request text is larger than 100 KB')

export const resultTooLarge = () =>
  new InvocationRefused('EXCEED_MAX_RESPONSE_SIZE', 'cloudfunction result size exceed limit (1MB)')

export const eventNotAnObject = () => new InvocationRefused('INVALID_PARAM', 'the event is not a JSON object')

export const tooManyWaiting = () =>
  new InvocationRefused('EXCEED_CONCURRENT_REQUEST_LIMIT', 'exceed concurrent request limit (-501004)')

export const shuttingDown = () => new InvocationRefused('SYS_ERR', 'the local cloud is shutting down')
