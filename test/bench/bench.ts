import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildAll } from '../../config/tools/build'
import { benchColdStart } from './cold-start.bench'
import { benchCulture } from './culture.bench'
import { benchExams } from './exams.bench'
import { benchLists } from './list.bench'
import { benchRates } from './rates.bench'
import { benchSizes } from './sizes.bench'
import { benchSubmit } from './submit.bench'
import { benchSurveys } from './surveys.bench'
import { benchWrites } from './write.bench'

interface Section {
  /** By which it is run alone: `npm run bench -- rates`. */
  name: string
  title: string
  told: string
  run: () => string | Promise<string>
  /** What has to be built, when that is not everything. */
  needs?: readonly string[]
}

const SERVER = ['cloudfunctions', 'localcloud']

const SECTIONS: Section[] = [
  { name: 'submit', title: 'Filing a complaint beside a bare echo', told: '提交投诉', run: benchSubmit, needs: SERVER },
  {
    name: 'write',
    title: 'A durable write beside a raw insert',
    told: '一次落盘写入',
    run: benchWrites,
    needs: SERVER,
  },
  { name: 'cold-start', title: 'Cold start of each function', told: '冷启动', run: benchColdStart, needs: SERVER },
  { name: 'sizes', title: 'Sizes', told: '体积', run: benchSizes },
  { name: 'list', title: 'A list as the store grows', told: '列表查询', run: benchLists, needs: [] },
  { name: 'rates', title: 'Rates as the store grows', told: '投诉率', run: benchRates, needs: SERVER },
  { name: 'surveys', title: 'Survey results as the store grows', told: '满意度结果', run: benchSurveys, needs: SERVER },
  { name: 'culture', title: 'Culture pages as the store grows', told: '文化栏目', run: benchCulture, needs: SERVER },
  { name: 'exams', title: 'An exam handed in within a minute', told: '考试交卷', run: benchExams, needs: SERVER },
]

const FILE = path.join(__dirname, 'RESULTS.md')

const INTRODUCTION =
  'Written by `npm run bench`. Both sides of a ratio were measured in the same run on the same machine; trust the ratios, not the milliseconds.'

const measuredNow = `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node}.`

/** What was measured before, by title. */
const earlier = (): Map<string, string> => {
  const parts = existsSync(FILE) ? readFileSync(FILE, 'utf8').split(/^## /m).slice(1) : []
  return new Map(
    parts.map((part) => {
      const [title = '', ...lines] = part.split('\n')
      return [title, lines.join('\n').trim()]
    }),
  )
}

const wantedOf = (names: readonly string[]): Section[] => {
  const unknown = names.filter((name) => SECTIONS.every((section) => section.name !== name))
  if (unknown.length > 0)
    throw new Error(`没有 ${unknown.join('、')}；有 ${SECTIONS.map(({ name }) => name).join('、')}`)
  return SECTIONS.filter(({ name }) => names.length === 0 || names.includes(name))
}

/** What a bench writes of a promise that was not kept. */
const NOT_HELD = 'NOT HELD'

/**
 * Measures the named sections, or all; what was not measured now stays as it stood. Fails, with everything written down,
 * where a promise was not kept.
 */
const measure = async (names: readonly string[]) => {
  const wanted = wantedOf(names)
  const isEverything = wanted.some(({ needs }) => needs === undefined)
  await buildAll({ missing: true, only: isEverything ? undefined : wanted.flatMap(({ needs }) => needs ?? []) })
  const results = earlier()
  const broken: string[] = []
  for (const { title, told, run } of wanted) {
    console.log(`正在测量：${told}……`)
    const measured = await run()
    if (measured.includes(NOT_HELD)) broken.push(told)
    results.set(title, `${measuredNow}\n\n${measured}`)
  }
  const parts = SECTIONS.flatMap(({ title }) => (results.has(title) ? [`## ${title}`, results.get(title)] : []))
  const text = `${['# Measured', INTRODUCTION, ...parts].join('\n\n')}\n`
  writeFileSync(FILE, text)
  console.log(`\n${text}`)
  if (broken.length > 0) throw new Error(`没有守住：${broken.join('、')}`)
}

measure(process.argv.slice(2)).catch((error: Error) => {
  console.error(error)
  process.exitCode = 1
})
