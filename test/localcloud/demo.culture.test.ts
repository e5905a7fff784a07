import { afterAll, beforeAll, expect, it } from 'vitest'
import { openidOf } from '../../cloudfunctions/_localcloud/demo/personas'
import { seedActivities } from '../../cloudfunctions/_localcloud/demo/seed-activities'
import { seedCulture } from '../../cloudfunctions/_localcloud/demo/seed-culture'
import { seedDemo } from '../../cloudfunctions/_localcloud/demo/seed-demo'
import { seedExams } from '../../cloudfunctions/_localcloud/demo/seed-exams'
import { seedOpenness } from '../../cloudfunctions/_localcloud/demo/seed-openness'
import { seedPledges } from '../../cloudfunctions/_localcloud/demo/seed-pledges'
import type { LocalCloud } from '../../cloudfunctions/_localcloud/local-cloud'
import type { Instant } from '#domain/instant'
import { openCloud, type OpenedCloud, SETUP_CODE } from '../functions/opened.cloud'

let cloud: OpenedCloud
beforeAll(async () => {
  cloud = await openCloud()
})
afterAll(() => cloud.close())

/** Ends with the given call of an action: the function did its work, the seeding never heard of it. */
const interruptedAt = (action: string, count: number): LocalCloud['invoke'] => {
  let left = count
  return async (name, event, ...more) => {
    const reply = await cloud.invoke(name, event, ...more)
    if ((event as { action: string }).action === action && --left === 0) throw new Error('interrupted')
    return reply
  }
}

const seedAll = async (invoke: LocalCloud['invoke']) => {
  const now = Date.now() as Instant
  await seedCulture({ invoke })
  await seedOpenness({ invoke }, now)
  await seedPledges({ invoke }, now)
  await seedActivities({ invoke }, now)
  await seedExams({ ...cloud, invoke }, now)
}

const read = async (name: string, action: string, input: unknown) => (await cloud.call(name, action, input)).value

it('articles, disclosures, pledges, activities and exams of the demonstration are completed wherever a start ended', async () => {
  const first = seedDemo({ ...cloud, invoke: interruptedAt('starterSet', 1) }, { setupCode: SETUP_CODE })
  await expect(first).rejects.toThrow('interrupted')
  for (const [action, count] of [
    ['approveDraft', 2],
    ['publishDraft', 2],
    ['saveDraft', 2],
    ['confirmDisclosure', 2],
    ['signPledge', 2],
    ['finishActivity', 1],
    ['submitWork', 1],
  ] as const) {
    await expect(seedAll(interruptedAt(action, count)), action).rejects.toThrow('interrupted')
  }
  for (const [action, count] of [
    ['takeStarterQuestions', 1],
    ['saveQuestion', 1],
    ['saveExam', 1],
    ['answerDaily', 7],
  ] as const) {
    const next = seedExams({ ...cloud, invoke: interruptedAt(action, count) }, Date.now() as Instant)
    await expect(next, action).rejects.toThrow('interrupted')
  }
  await seedAll(cloud.invoke)
  const made = cloud.exportAll()
  await seedAll(cloud.invoke)
  expect(cloud.exportAll()).toBe(made)

  const home = (await read('culture', 'cultureHome', {})) as { columns: { total: number }[] }
  expect(home.columns.map(({ total }) => total)).toEqual([1, 1, 1, 1])
  const board = (await read('culture', 'disclosures', {})) as { slots: { slot: string; standing: string }[] }
  const late = board.slots.filter(({ standing }) => standing === 'overdue').map(({ slot }) => slot)
  expect(late.sort()).toEqual(['drug-prices', 'supplier-days'])
  const prices = (await read('culture', 'disclosureSlot', { slot: 'prices', after: null })) as {
    rows: { id: string }[]
  }
  expect(await read('culture', 'disclosureEntry', { id: prices.rows[0]?.id, version: null })).toMatchObject({
    words: { attachments: [{ name: '三项检查调价前后.xlsx' }] },
  })
  expect(await read('integrity', 'pledgeWall', {})).toMatchObject({ tally: { signed: 3 } })
  expect((await cloud.call('integrity', 'myPledge', {}, openidOf('handler'))).value).toMatchObject({
    signature: { way: { kind: 'drawn' } },
  })
  expect(await read('culture', 'activitiesOpen', { kind: null, series: null, month: null, after: null })).toMatchObject(
    {
      rows: [{ title: '廉晨课：一盒茶叶怎么退' }, { title: '河西菜场门口义诊' }],
    },
  )
  expect(await read('culture', 'works', { kind: null, after: null })).toMatchObject({
    rows: [{ title: '第三个电话' }, { title: '抽屉' }],
  })
  const asked = { queue: 'all', topic: null, kind: null, words: '', skip: 0 }
  expect((await cloud.call('integrity', 'questions', asked, openidOf('officer'))).value).toMatchObject({
    counts: { draft: 1, review: 2, published: 53, unconfirmed: 1 },
  })
  expect((await cloud.call('integrity', 'myExams', {}, openidOf('handler'))).value).toMatchObject({
    rows: [{ standing: 'not_begun' }, { standing: 'not_begun' }],
  })
  expect((await cloud.call('integrity', 'progress', {}, openidOf('handler'))).value).toMatchObject({
    year: { days: 3, answered: 15, right: 10 },
  })
})
