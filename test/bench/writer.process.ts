import cloud from 'wx-server-sdk'

/** Seconds that durable writes take through the unmodified SDK, by how many are under way at once. */
export interface Writes {
  atOnce: number
  writes: number
  seconds: number
}

const WRITES = 600

const run = async (levels: number[]): Promise<Writes[]> => {
  cloud.init({ env: 'local' })
  const collection = cloud.database().collection('bench')
  const write = (index: number) => collection.add({ data: { index, text: '一条记录'.repeat(40) } })
  for (let index = 0; index < 50; index++) await write(index)
  const results: Writes[] = []
  for (const atOnce of levels) {
    let left = WRITES
    const lane = async () => {
      while (left-- > 0) await write(left)
    }
    const began = performance.now()
    await Promise.all(Array.from({ length: atOnce }, lane))
    results.push({ atOnce, writes: WRITES, seconds: (performance.now() - began) / 1000 })
  }
  return results
}

void run(process.argv.slice(2).map(Number)).then((results) => console.log(JSON.stringify(results)))
