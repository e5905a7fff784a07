import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import Libsql from 'libsql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daysAfter } from '#domain/instant'
import { aSurveyForm, surveyOffice } from '../builders/answering.builder'
import { openCloud, type OpenedCloud, SURVEY_KEY } from './opened.cloud'
import { anId, asked, employed, foundedWithTwo, today } from './survey.asked'

type Document = Record<string, unknown>

const EACH = 10

let cloud: OpenedCloud
let log = ''
let exported: { collection: string; document: Document }[] = []
/** Who answered, in the order in which they did. */
const people: { openid?: string; staffId?: string; followUpId?: string; nonce: string; words: string }[] = []

const answer = async (action: string, input: Document, who: Omit<(typeof people)[number], 'nonce' | 'words'>) => {
  const [nonce, words] = [anId(), `第${people.length}个人写的话`]
  const answers = { q2: 'no', q5: 's2', q7: words }
  const reply = await cloud.call('survey', action, { ...input, version: 1, nonce, answers }, who.openid)
  expect(reply).toMatchObject({ ok: true })
  people.push({ ...who, nonce, words })
}

beforeAll(async () => {
  cloud = await openCloud()
  await foundedWithTwo(cloud)
  const office = await surveyOffice(cloud)
  const periods = [{ from: daysAfter(today(), -40), to: daysAfter(today(), 40) }]
  const [patients, staff, stays] = await Promise.all([
    asked(cloud, { rater: 'outpatient', periods }, aSurveyForm()),
    asked(cloud, { rater: 'staff', periods }, aSurveyForm()),
    asked(cloud, { rater: 'follow_up', periods }, aSurveyForm()),
  ])
  for (let person = 0; person < EACH; person += 1) {
    const openid = `oVisitor${anId()}`
    await answer('answer', { surveyId: patients.id, scene: 't=W-1' }, { openid })
    const staffId = `STAFF-${anId().slice(0, 8)}`
    await answer(
      'answerAsStaff',
      { surveyId: staff.id, departmentId: null },
      { openid: await employed(cloud, staffId), staffId },
    )
    const link = await office.discharge(`病人${anId().slice(0, 6)}`)
    await answer('answerLink', { surveyId: stays.id, link }, { followUpId: link.slice(0, 32) })
  }
  exported = cloud
    .exportAll()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { collection: string; document: Document })
  log = cloud.log('survey')
  await cloud.close(false)
}, 300_000)
afterAll(() => rmSync(cloud.dataDir, { recursive: true, force: true }))

const documentsIn = (name: string): Document[] =>
  exported.filter(({ collection }) => collection === name).map(({ document }) => document)

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const isDayOrMonth = (text: string) => /^\d{4}-\d{2}(-\d{2})?$/.test(text)

const database = () => new Libsql(path.join(cloud.dataDir, 'database.sqlite'), { readonly: true })

const tableOf = (connection: Libsql.Database, name: string): string => {
  const [number] = connection.prepare('SELECT number FROM collections WHERE name = ?').raw().get([name]) as [number]
  return `docs_${number}`
}

describe('when thirty people have answered, whoever reads everything that is stored', () => {
  it('finds thirty sheets and thirty tokens', () => {
    expect(people).toHaveLength(3 * EACH)
    expect(documentsIn('survey_sheets')).toHaveLength(3 * EACH)
    expect(documentsIn('survey_tokens')).toHaveLength(3 * EACH)
  })

  it('finds in a sheet a day, a place and the answers, and nothing of who answered', () => {
    const known = people.flatMap(({ openid, staffId, followUpId, nonce }) => [openid, staffId, followUpId, nonce])
    for (const sheet of documentsIn('survey_sheets')) {
      expect(Object.keys(sheet).sort()).toEqual(
        ['_id', 'id', 'rev', 'hospitalId', 'surveyId', 'version', 'rater', 'way', 'departmentId', 'touchpointId']
          .concat(['day', 'answers', 'pending'])
          .sort(),
      )
      const text = JSON.stringify(sheet)
      for (const each of known) if (each) expect(text).not.toContain(each)
    }
    for (const token of documentsIn('survey_tokens')) {
      expect(Object.keys(token).sort()).toEqual(['_id', 'claim', 'id', 'rev', 'until'])
      const text = JSON.stringify(token)
      for (const each of known) if (each) expect(text).not.toContain(each)
    }
  })

  it('finds nowhere at all, in no page of the file either, the OPENID of a visitor or a number that a phone made', () => {
    const files = readdirSync(cloud.dataDir).filter((name) => name.startsWith('database.sqlite'))
    for (const name of files) {
      const bytes = readFileSync(path.join(cloud.dataDir, name))
      for (const { openid, staffId, nonce } of people) {
        expect(bytes.includes(nonce)).toBe(false)
        if (openid && !staffId) expect(bytes.includes(openid)).toBe(false)
      }
      expect(bytes.includes(SURVEY_KEY)).toBe(false)
    }
  })

  it('finds no text that a sheet shares with a token, nor with anything that names a person', () => {
    const sheetTexts = new Set(
      documentsIn('survey_sheets')
        .flatMap((sheet) => textsIn(sheet))
        .filter((text) => text.length >= 8 && !isDayOrMonth(text)),
    )
    const allowed = new Set(documentsIn('surveys').flatMap((survey) => textsIn(survey)))
    for (const collection of ['survey_tokens', 'staff', 'follow_ups', 'sessions', 'scans']) {
      const shared = documentsIn(collection)
        .flatMap((document) => textsIn(document))
        .filter((text) => sheetTexts.has(text) && !allowed.has(text))
      expect([collection, shared]).toEqual([collection, []])
    }
  })

  it('cannot work a sheet out of a token: no hash of anything stored, as the function hashes, is the id of a sheet', () => {
    const sheets = new Set(documentsIn('survey_sheets').map(({ id }) => id))
    const surveyIds = documentsIn('surveys').map(({ id }) => String(id))
    const scopes = [['wechat', 'h1', 'outpatient'], ['follow_up'], ...surveyIds.map((id) => ['staff', id, ''])]
    const digest = (text: string) => createHash('sha256').update(text).digest('hex')
    const attempt = (number: string) => scopes.map((scope) => digest(JSON.stringify(['sheet', number, ...scope])))
    // The attempt is right: with what the phones alone know it finds every one.
    expect(new Set(people.flatMap(({ nonce }) => attempt(nonce)).filter((id) => sheets.has(id))).size).toBe(3 * EACH)
    const everything = new Set(exported.flatMap(({ document }) => textsIn(document)))
    for (const text of everything)
      expect([digest(text), ...attempt(text), ...attempt(text.slice(0, 32))].some((id) => sheets.has(id))).toBe(false)
  })

  it('learns nothing from the order: both lie in that of their hashes, without a number for a row', () => {
    const connection = database()
    for (const collection of ['survey_sheets', 'survey_tokens']) {
      const table = tableOf(connection, collection)
      const ids = (connection.prepare(`SELECT id, doc FROM ${table}`).raw().all() as [string, string][]).map(
        ([id]) => id,
      )
      expect(ids).toEqual([...ids].sort())
      expect(() => connection.prepare(`SELECT rowid FROM ${table}`)).toThrow(/no such column/)
      expect(documentsIn(collection).map(({ id }) => id)).toEqual([...ids])
    }
    // And the order of the hashes is not the one in which people answered.
    const written = documentsIn('survey_sheets').map(({ answers }) => String(answers))
    const places = people.map(({ words }) => written.findIndex((answers) => answers.includes(words)))
    expect(places).not.toContain(-1)
    expect(places).not.toEqual(places.map((_, at) => at))
    connection.close()
  })

  it('finds no time finer than a day beside them, in any column', () => {
    const connection = database()
    for (const collection of ['survey_sheets', 'survey_tokens']) {
      const rows = connection
        .prepare(`SELECT * FROM ${tableOf(connection, collection)}`)
        .raw()
        .all() as unknown[][]
      for (const value of rows.flat()) {
        if (typeof value === 'number') expect(Math.abs(value)).toBeLessThan(10_000)
        else expect(String(value)).not.toMatch(/\d{2}:\d{2}|(?<![0-9a-f])1[6-9]\d{11}(?![0-9a-f])/)
      }
    }
    connection.close()
  })

  it('sees from the record of a stay that it was answered, and in its sheet no more than the week', () => {
    const stays = documentsIn('survey_sheets').filter(({ rater }) => rater === 'follow_up')
    expect(new Set(stays.map(({ day }) => day)).size).toBe(1)
    expect(documentsIn('follow_ups').every(({ answered }) => answered === true)).toBe(true)
  })

  it('reads in the log that somebody answered, and not who or what', () => {
    expect(log).toContain('"action":"answerLink","code":"ok"')
    for (const { openid, staffId, followUpId, nonce, words } of people)
      for (const secret of [openid, staffId, followUpId, nonce, words]) if (secret) expect(log).not.toContain(secret)
    for (const { id } of [...documentsIn('survey_sheets'), ...documentsIn('survey_tokens')])
      expect(log).not.toContain(String(id))
  })
})
