import { existsSync, readFileSync, renameSync } from 'node:fs'
import { replaceFile } from '../disk/owner.files'

/** How many messages each person still accepts from each template. WeChat keeps this; one tap on 允许 is one message. */
export interface SubscriptionLedger {
  /** One more message from each of the templates; answers those that were counted. */
  grant(openid: string, templateIds: string[]): Set<string>
  /** False when there is nothing left to spend. */
  spend(openid: string, templateId: string): boolean
}

type Credits = Map<string, Map<string, number>>

// a page that asks without end must not grow the file without end
const MAX_CREDITS = 1000
const MAX_TEMPLATES_PER_PERSON = 50

const entriesOf = (value: unknown): [string, unknown][] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('not an object')
  return Object.entries(value)
}

const countOf = (value: unknown): number => {
  if (!Number.isSafeInteger(value) || (value as number) < 1) throw new SyntaxError('not a count')
  return value as number
}

const parseCredits = (text: string): Credits =>
  new Map(
    entriesOf(JSON.parse(text)).map(([openid, counts]) => [
      openid,
      new Map(entriesOf(counts).map(([templateId, count]) => [templateId, countOf(count)])),
    ]),
  )

/** What the file says; one that says nothing sensible is set aside, and nobody has been granted anything. */
const readCredits = (file: string): Credits => {
  if (!existsSync(file)) return new Map()
  try {
    return parseCredits(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    renameSync(file, `${file}.broken`)
    console.error(`订阅消息的记录无法读取，已另存为 ${file}.broken，从空白开始。`)
    return new Map()
  }
}

export const openSubscriptionLedger = (file: string): SubscriptionLedger => {
  const credits = readCredits(file)

  const save = () => {
    const plain = [...credits].map(([openid, counts]) => [openid, Object.fromEntries(counts)])
    replaceFile(file, JSON.stringify(Object.fromEntries(plain)))
  }
  const countsOf = (openid: string) => {
    const counts = credits.get(openid) ?? new Map<string, number>()
    credits.set(openid, counts)
    return counts
  }

  return {
    grant(openid, templateIds) {
      const counts = countsOf(openid)
      const counted = new Set<string>()
      for (const id of templateIds) {
        const held = counts.get(id) ?? 0
        if (held >= MAX_CREDITS || (held === 0 && counts.size >= MAX_TEMPLATES_PER_PERSON)) continue
        counts.set(id, held + 1)
        counted.add(id)
      }
      if (counted.size > 0) save()
      return counted
    },
    spend(openid, templateId) {
      const counts = credits.get(openid)
      const left = counts?.get(templateId) ?? 0
      if (!counts || left === 0) return false
      if (left > 1) counts.set(templateId, left - 1)
      else counts.delete(templateId)
      if (counts.size === 0) credits.delete(openid)
      save()
      return true
    },
  }
}
