import { writeSync } from 'node:fs'
import { openTestDatabase } from './database.opened'

/** Writes until it is killed. Says on stdout which requests were answered. */
const [, , file, mode] = process.argv
const say = (line: string) => writeSync(1, `${line}\n`)

const stopBeforeCommit = () => {
  say('executed')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const opened = openTestDatabase({ file, beforeCommit: mode === 'stop' ? stopBeforeCommit : undefined })

const writeThree = async (request: string) => {
  await opened.add('notes', ...[0, 1, 2].map((part) => ({ _id: `${request}-${part}`, request })))
  say(`answered ${request}`)
}

const write = async () => {
  say('open')
  for (let turn = 0; ; turn++) await Promise.all([0, 1, 2, 3].map((writer) => writeThree(`${turn}.${writer}`)))
}
void write()
