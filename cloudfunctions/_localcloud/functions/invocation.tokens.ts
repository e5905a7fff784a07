import { randomUUID } from 'node:crypto'

/** What an invocation's token stands for while the invocation runs: which function, called by whom. */
export interface LiveInvocation {
  functionName: string
  openid?: string
  source?: string
}

/** WX_API_TOKEN: comes back in every request body of the SDK, lives as long as the invocation and no longer. */
export interface InvocationTokens {
  issue(invocation: LiveInvocation): string
  find(token: unknown): LiveInvocation | null
  revoke(token: string): void
}

export const createInvocationTokens = (): InvocationTokens => {
  const live = new Map<string, LiveInvocation>()
  return {
    issue(invocation) {
      const token = randomUUID()
      live.set(token, invocation)
      return token
    },
    find: (token) => (typeof token === 'string' ? (live.get(token) ?? null) : null),
    revoke: (token) => void live.delete(token),
  }
}
