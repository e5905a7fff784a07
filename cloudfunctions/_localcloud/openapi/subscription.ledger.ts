import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** How many messages each person still accepts from each template. WeChat keeps this; one tap on 允许 is one message. */
export interface SubscriptionLedger {
  grant(openid: string, templateId: string): void
  /** False when there is nothing left to spend. */
  spend(openid: string, templateId: string): boolean
}

type Credits = Record<string, number>

const keyOf = (openid: string, templateId: string) => JSON.stringify([openid, templateId])

export const openSubscriptionLedger = (file: string): SubscriptionLedger => {
  const stored: Credits = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const credits = new Map(Object.entries(stored))

  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(credits)))
    renameSync(`${file}.new`, file)
  }

  return {
    grant(openid, templateId) {
      const key = keyOf(openid, templateId)
      credits.set(key, (credits.get(key) ?? 0) + 1)
      save()
    },
    spend(openid, templateId) {
      const key = keyOf(openid, templateId)
      const left = credits.get(key) ?? 0
      if (left === 0) return false
      if (left === 1) credits.delete(key)
      else credits.set(key, left - 1)
      save()
      return true
    },
  }
}
