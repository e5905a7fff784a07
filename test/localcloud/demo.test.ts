import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { complaints } from '../../cloudfunctions/_localcloud/demo/complaints.story'
import { seedDemo } from '../../cloudfunctions/_localcloud/demo/seed-demo'
import type { LocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'
import { openCloud, type OpenedCloud, SETUP_CODE } from '../functions/opened.cloud'

let cloud: OpenedCloud
beforeEach(async () => {
  cloud = await openCloud()
})
afterEach(() => cloud.close())

const seed = (invoke: LocalCloud['invoke'] = cloud.invoke) => seedDemo({ ...cloud, invoke }, { setupCode: SETUP_CODE })

const filed = () =>
  cloud
    .exportAll()
    .split('\n')
    .filter((line) => JSON.parse(line).collection === 'complaints')

/** Number and time of receipt: what later acts do not change. */
const receipts = () =>
  filed().map((line) => {
    const { selector, receivedAt } = JSON.parse(line).document
    return `${selector} ${receivedAt}`
  })

/** Ends with the given call of an action: the function did its work, the seeding never heard of it. */
const interruptedAt = (action: string, count: number): LocalCloud['invoke'] => {
  let left = count
  return async (name, event, ...more) => {
    const reply = await cloud.invoke(name, event, ...more)
    if ((event as { action: string }).action === action && --left === 0) throw new Error('interrupted')
    return reply
  }
}

describe('the demonstration hospital', () => {
  it('is the same after it was made again', async () => {
    await seed()
    const made = cloud.exportAll()
    expect(filed()).toHaveLength(complaints.length)
    await seed()
    expect(cloud.exportAll()).toBe(made)
  })

  it('is completed by whichever start is not interrupted, and keeps what the earlier ones made', async () => {
    const ends = [
      ['found', 1],
      ['addWard', 2],
      ['addTouchpoints', 3],
      ['invite', 1],
      ['join', 1],
      ['file', 2],
      ['fileNamed', 1],
      ['reply', 2],
      ['confirm', 1],
    ] as const
    let kept: string[] = []
    for (const [action, count] of ends) {
      await expect(seed(interruptedAt(action, count)), action).rejects.toThrow('interrupted')
      expect(receipts(), action).toEqual(expect.arrayContaining(kept))
      kept = receipts()
    }
    expect(kept.length).toBeGreaterThan(1)
    await seed()
    expect(filed()).toHaveLength(complaints.length)
    expect(receipts()).toEqual(expect.arrayContaining(kept))
  })
})
