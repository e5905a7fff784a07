import { readdirSync, readFileSync } from 'node:fs'

const TICK_MS = 10

interface Stat {
  parent: number
  cpuMs: number
}

const statOf = (pid: number): Stat | null => {
  try {
    // The command's name stands in brackets and may contain spaces: count the fields after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return { parent: Number(fields[1]), cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS }
  } catch {
    return null
  }
}

/** CPU milliseconds that a process and its living descendants have used; null where there is no /proc. */
export const cpuOfTree = (pid: number): number | null => {
  let pids: number[]
  try {
    pids = readdirSync('/proc').map(Number).filter(Boolean)
  } catch {
    return null
  }
  const stats = new Map(pids.map((each) => [each, statOf(each)]))
  const below = (root: number): number =>
    (stats.get(root)?.cpuMs ?? 0) +
    pids.filter((each) => stats.get(each)?.parent === root).reduce((sum, each) => sum + below(each), 0)
  return below(pid)
}
