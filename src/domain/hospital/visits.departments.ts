import type { DepartmentId } from '../ids'
import { departmentCodeIn } from './department.codes'
import { plain, squeezed } from './visits.cells'

export type KnownDepartments = readonly {
  readonly id: DepartmentId
  readonly name: string
  readonly retired: boolean
}[]

/** What a name in a file means. */
export type FoundDepartment =
  /** `named`: what is counted once; a department gathered from several names is counted once for each. */
  | { readonly kind: 'found'; readonly id: DepartmentId; readonly named: string }
  /** Left out on purpose. */
  | { readonly kind: 'left_out' }
  | { readonly kind: 'none' | 'several'; readonly written: string }

type Finder = (written: readonly string[]) => FoundDepartment

/** [1021]骨科, 1021-骨科 and 1021 骨科: a code of their own before the name. */
const CODE_BEFORE = /^(?:[[(【]([A-Z0-9.-]+)[\])】]|([A-Z0-9.]+)[-_:\s])\s*([\u4e00-\u9fff].*)$/i

const parted = (written: string): readonly string[] => {
  const [, bracketed, bare, name] = CODE_BEFORE.exec(plain(written)) ?? []
  const code = bracketed ?? bare
  return code === undefined || name === undefined ? [written] : [code, name]
}

type ByName = ReadonlyMap<string, DepartmentId[]>

const byName = (departments: KnownDepartments): ByName => {
  const ids = new Map<string, DepartmentId[]>()
  for (const { id, name } of departments) ids.set(squeezed(name), [...(ids.get(squeezed(name)) ?? []), id])
  return ids
}

/** 0301 and 3.1 for 03.01: written without its dot, or by a spreadsheet that took it for a number. */
const codeMeantBy = (written: readonly string[], codes: ReadonlyMap<string, DepartmentId>): DepartmentId | undefined =>
  written.map((text) => codes.get(departmentCodeIn(squeezed(text)) ?? '')).find((id) => id !== undefined)

/**
 * Finds departments by what stands in the columns that name one, codes first: what was settled for a name goes before
 * everything, then the code, then the name. A code and a name of two departments are 'several'.
 */
export const departmentFinder = (
  departments: KnownDepartments,
  aliases: ReadonlyMap<string, DepartmentId | null>,
): Finder => {
  // A department that took over the name of a retired one is meant by it.
  const inUse = byName(departments.filter((department) => !department.retired))
  const retired = byName(departments.filter((department) => department.retired))
  const settled = new Map([...aliases].map(([name, id]) => [squeezed(name), id]))
  const codes = new Map<string, DepartmentId>(departments.map(({ id }) => [id, id]))
  const named = (written: string): DepartmentId[] =>
    inUse.get(squeezed(written)) ?? retired.get(squeezed(written)) ?? []

  const amongOwn = (written: readonly string[]): DepartmentId[] | 'several' => {
    const names = written.map(named).find((ids) => ids.length > 0) ?? []
    const exact = written.map((text) => codes.get(squeezed(text))).find((id) => id !== undefined)
    // 0301 beside a name nobody knows may be a number of their own.
    const meant = exact ?? (written.length === 1 || names.length > 0 ? codeMeantBy(written, codes) : undefined)
    if (meant === undefined) return names.length > 1 ? 'several' : names
    return names.length === 0 || names.includes(meant) ? [meant] : 'several'
  }

  const find: Finder = (written) => {
    const alias = written.find((text) => settled.has(squeezed(text)))
    if (alias !== undefined) {
      const id = settled.get(squeezed(alias)) ?? null
      return id === null ? { kind: 'left_out' } : { kind: 'found', id, named: squeezed(alias) }
    }
    const whole = amongOwn(written)
    const own = whole.length > 0 ? whole : amongOwn(written.flatMap(parted))
    // The name is what a person can settle.
    const name = written[written.length - 1] ?? ''
    if (own === 'several') return { kind: 'several', written: name }
    const [id] = own
    return id === undefined ? { kind: 'none', written: name } : { kind: 'found', id, named: id }
  }

  const known = new Map<string, FoundDepartment>()
  return (written) => {
    const key = written.join('\n')
    const before = known.get(key) ?? find(written)
    known.set(key, before)
    return before
  }
}
