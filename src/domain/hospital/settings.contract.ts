import * as v from 'valibot'
import { defineActions } from '../contract'
import { HospitalId, StaffId } from '../ids'
import { Line } from '../text'
import { DEPARTMENTS_AT_ONCE } from './department.lines'
import { Department, Hospital, SupervisionContact } from './hospital.model'

const nothing = v.strictObject({})
const revision = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Nobody is reached by a name alone. */
const contacts = v.pipe(
  v.array(
    v.pipe(
      SupervisionContact,
      v.check(({ phone, email }) => phone !== null || email !== null),
    ),
  ),
  v.minLength(1),
  v.maxLength(8),
)

const count = v.number()

export const Settings = v.object({
  hospital: Hospital,
  counts: v.object({ departments: count, wards: count, codes: count, officers: count, handlers: count }),
  /** Cases without a date yet, because the notice of their year is missing. */
  undated: count,
  /** The year whose notice should be looked for now. */
  calendarWanted: v.nullable(v.number()),
})
export type Settings = v.InferOutput<typeof Settings>

export const DepartmentRow = v.pick(Department, ['id', 'name', 'rev', 'retired'])
export type DepartmentRow = v.InferOutput<typeof DepartmentRow>

const named = v.pick(Department, ['id', 'name']).entries

/** The hospital as a whole: its founding, its departments, what it promises. */
export const settingsActions = defineActions({
  /** The first administrator opens the hospital with the one-time code set at deployment. */
  found: {
    input: v.strictObject({
      setupCode: Line(1, 100),
      administrator: Line(1, 20),
      hospital: v.strictObject({
        id: HospitalId,
        ...v.pick(Hospital, ['name', 'pledge', 'replyWithinWorkingDays']).entries,
        contacts,
      }),
    }),
    output: v.object({ hospitalId: HospitalId, staffId: StaffId }),
    errors: ['hospital.setup_code_wrong', 'hospital.already_founded'],
    identity: 'wechat',
  },
  settings: {
    input: nothing,
    output: Settings,
    errors: ['auth.forbidden', 'hospital.not_founded'],
  },
  /** Only the fields that are there change: each section of the page saves its own. */
  changeHospital: {
    input: v.strictObject({
      rev: revision,
      ...v.partial(
        v.pick(Hospital, [
          'name',
          'pledge',
          'replyWithinWorkingDays',
          'severalDepartmentsWithinWorkingDays',
          'reviewWithinWorkingDays',
          'closeAfterDays',
          'graceMonthsForReplacedCodes',
          'passOnPraiseWithinDays',
          'followUpGeneralDays',
          'followUpChronicDays',
          'followUpTumourDays',
          'followUpKeptDays',
          'reminderTemplateId',
          'privacyOfficer',
          'rateCounting',
          'rateFactors',
        ]),
      ).entries,
      contacts: v.optional(contacts),
    }),
    output: Hospital,
    errors: ['auth.forbidden', 'hospital.not_founded', 'data.changed', 'input.invalid'],
  },
  departments: {
    input: nothing,
    output: v.object({ rows: v.array(DepartmentRow) }),
    errors: ['auth.forbidden'],
  },
  addDepartment: {
    input: v.strictObject(named),
    output: DepartmentRow,
    errors: ['auth.forbidden', 'hospital.code_taken'],
  },
  /** Renames, retires (停用) or takes into use again; the code stays. */
  changeDepartment: {
    input: v.strictObject({ ...named, rev: revision, retired: v.boolean() }),
    output: DepartmentRow,
    errors: ['auth.forbidden', 'hospital.department_unknown', 'data.changed'],
  },
  /** Adds those without `rev` and renames the others. Those that a colleague changed meanwhile are answered in `left`. */
  importDepartments: {
    input: v.strictObject({
      rows: v.pipe(
        v.array(v.strictObject({ ...named, rev: v.nullable(revision) })),
        v.minLength(1),
        v.maxLength(DEPARTMENTS_AT_ONCE),
      ),
    }),
    output: v.object({ added: count, renamed: count, left: v.array(Department.entries.id) }),
    errors: ['auth.forbidden'],
  },
})
