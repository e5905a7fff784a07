import * as v from 'valibot'
import type { DepartmentId } from '../ids'
import { departmentCodeIn } from './department.codes'
import { Department } from './hospital.model'

/** A department as the hospital has it. */
export interface KnownDepartment {
  readonly id: DepartmentId
  readonly name: string
  readonly rev: number
  readonly retired: boolean
}

interface Line {
  /** From 1, as pasted. */
  readonly line: number
}

export interface DepartmentPlan {
  readonly added: readonly (Line & { readonly id: DepartmentId; readonly name: string })[]
  readonly renamed: readonly (Line & {
    readonly id: DepartmentId
    readonly name: string
    readonly before: string
    readonly rev: number
  })[]
  /** There already, word for word. */
  readonly same: number
  /** `value` is what stands in the way. */
  readonly refused: readonly (Line & { readonly value: string; readonly why: 'code' | 'name' | 'twice' | 'no_name' })[]
}

/** What one import may hold: a hospital has fewer than 1000 departments, and one call must end in time. */
export const DEPARTMENTS_AT_ONCE = 200

const PARTED = /^([^\s,，、:：\t]+)[\s,，、:：\t]+(.+)$/

const HEADING = /^(科室)?(编号|编码|代码)/

/**
 * What pasting lines such as 「03.01 呼吸内科」 would do, before it is done: code, then name, parted by a space, comma
 * or tab. A line of headings is passed over.
 */
export const planDepartments = (pasted: string, known: readonly KnownDepartment[]): DepartmentPlan => {
  const before = new Map<string, KnownDepartment>(known.map((department) => [department.id, department]))
  const seen = new Set<string>()
  const added: DepartmentPlan['added'][number][] = []
  const renamed: DepartmentPlan['renamed'][number][] = []
  const refused: DepartmentPlan['refused'][number][] = []
  let same = 0
  for (const [index, raw] of pasted.split(/\r\n?|\n/).entries()) {
    const text = raw.replace(/\u3000/g, ' ').trim()
    if (text === '' || HEADING.test(text)) continue
    const line = index + 1
    const [, written, rest] = PARTED.exec(text) ?? []
    if (written === undefined || rest === undefined) {
      refused.push({ line, value: text, why: 'no_name' })
      continue
    }
    const id = departmentCodeIn(written)
    const name = v.safeParse(Department.entries.name, rest)
    if (!id) refused.push({ line, value: written, why: 'code' })
    else if (!name.success) refused.push({ line, value: rest, why: 'name' })
    else if (seen.has(id)) refused.push({ line, value: id, why: 'twice' })
    else {
      seen.add(id)
      const earlier = before.get(id)
      if (!earlier) added.push({ line, id, name: name.output })
      else if (earlier.name === name.output) same += 1
      else renamed.push({ line, id, name: name.output, before: earlier.name, rev: earlier.rev })
    }
  }
  return { added, renamed, same, refused }
}
