import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface TimerTrigger {
  name: string
  /** Seven fields: second minute hour day month weekday year, in UTC+8. */
  config: string
}

export interface CloudFunction {
  name: string
  directory: string
  /** openapi calls that config.json permits, such as `wxacode.getUnlimited`. */
  openapi: ReadonlySet<string>
  timer: TimerTrigger | null
}

const FUNCTION_NAME = /^[A-Za-z0-9_-]{1,60}$/

const refuse = (file: string, reason: string): never => {
  throw new Error(`${file}: ${reason}`)
}

const readTimer = (file: string, triggers: unknown): TimerTrigger | null => {
  if (triggers === undefined) return null
  if (!Array.isArray(triggers)) return refuse(file, 'triggers must be a list')
  if (triggers.length === 0) return null
  if (triggers.length > 1) return refuse(file, 'the platform allows one trigger per function')
  const { name, type, config } = triggers[0] as Record<string, unknown>
  if (type !== 'timer' || typeof name !== 'string' || typeof config !== 'string')
    return refuse(file, 'a trigger is { "name", "type": "timer", "config": "seven cron fields" }')
  return { name, config }
}

const readOpenapi = (file: string, permissions: unknown): ReadonlySet<string> => {
  if (permissions === undefined) return new Set()
  const { openapi = [] } = permissions as { openapi?: unknown }
  if (!Array.isArray(openapi) || openapi.some((name) => typeof name !== 'string'))
    return refuse(file, 'permissions.openapi must be a list of names')
  return new Set(openapi as string[])
}

const readFunction = (directory: string, name: string): CloudFunction => {
  if (!FUNCTION_NAME.test(name)) refuse(directory, 'a function name is 1 to 60 of A-Z a-z 0-9 _ -')
  const file = join(directory, 'config.json')
  const config: Record<string, unknown> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return {
    name,
    directory,
    openapi: readOpenapi(file, config.permissions),
    timer: readTimer(file, config.triggers),
  }
}

/** Every built function of the given folders: `<folder>/<name>/index.js` with its config.json. */
export const readFunctions = (folders: string[]): Map<string, CloudFunction> => {
  const functions = new Map<string, CloudFunction>()
  for (const folder of folders.filter((each) => existsSync(each)))
    for (const name of readdirSync(folder).sort()) {
      const directory = join(folder, name)
      if (!existsSync(join(directory, 'index.js'))) continue
      if (functions.has(name)) refuse(directory, `a function named ${name} is already there`)
      functions.set(name, readFunction(directory, name))
    }
  return functions
}

/** Changes when the function was built again. */
export const buildStamp = ({ directory }: CloudFunction): number =>
  statSync(join(directory, 'index.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
