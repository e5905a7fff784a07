import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildAll } from '../../config/tools/build'
import { benchColdStart } from './cold-start.bench'
import { benchLists } from './list.bench'
import { benchSizes } from './sizes.bench'
import { benchSubmit } from './submit.bench'
import { benchWrites } from './write.bench'

const SECTIONS: { title: string; told: string; run: () => string | Promise<string> }[] = [
  { title: 'Filing a complaint beside a bare echo', told: '提交投诉', run: benchSubmit },
  { title: 'A durable write beside a raw insert', told: '一次落盘写入', run: benchWrites },
  { title: 'Cold start of each function', told: '冷启动', run: benchColdStart },
  { title: 'Sizes', told: '体积', run: benchSizes },
  { title: 'A list as the store grows', told: '列表查询', run: benchLists },
]

const INTRODUCTION = `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node}. Both sides of a ratio were measured in the same run on the same machine; trust the ratios, not the milliseconds.`

const measureAll = async () => {
  await buildAll({ missing: true })
  const parts = ['# Measured', INTRODUCTION]
  for (const { title, told, run } of SECTIONS) {
    console.log(`正在测量：${told}……`)
    parts.push(`## ${title}`, await run())
  }
  const text = `${parts.join('\n\n')}\n`
  writeFileSync(path.join(__dirname, 'RESULTS.md'), text)
  console.log(`\n${text}`)
}

measureAll().catch((error: Error) => {
  console.error(error)
  process.exitCode = 1
})
