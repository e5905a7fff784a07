import * as v from 'valibot'
import { DepartmentId, HospitalId, StaffId } from './ids'

/**
 * What a member of staff may do. An administrator (管理员) gives roles and sees no case; a complaint officer
 * (投诉管理专员) sees every case of the hospital; a case handler (核查人) sees those assigned to them; a leader (院领导)
 * sees the figures and what they are made of, not what anybody wrote. A survey officer (满意度专员) makes questionnaires,
 * reads results and looks after praise; a follow-up nurse (随访员) rings those who were discharged; a supervisor (行风监督员)
 * comes from outside, rates what they see, and sees no case. An editor (通讯员) writes for the culture pages; a department
 * head (科室负责人) looks at what their department says in public; a publicity officer (宣传专员) looks after the pages; a
 * discipline officer (纪检专员) looks last, and keeps the pledges.
 */
export const Role = v.picklist([
  'administrator',
  'complaint_officer',
  'case_handler',
  'leader',
  'survey_officer',
  'follow_up',
  'supervisor',
  'editor',
  'department_head',
  'publicity',
  'discipline',
])
export type Role = v.InferOutput<typeof Role>

export const roleNames: Record<Role, string> = {
  administrator: '管理员',
  complaint_officer: '投诉管理专员',
  case_handler: '核查人',
  leader: '院领导',
  survey_officer: '满意度专员',
  follow_up: '随访员',
  supervisor: '行风监督员',
  editor: '通讯员',
  department_head: '科室负责人',
  publicity: '宣传专员',
  discipline: '纪检专员',
}

export const Staff = v.object({
  id: StaffId,
  hospitalId: HospitalId,
  departmentId: v.nullable(DepartmentId),
  name: v.string(),
  roles: v.array(Role),
})
export type Staff = v.InferOutput<typeof Staff>

/** Who calls: known to the platform by OPENID, and perhaps a member of staff. Never read from a request body. */
export interface Actor {
  readonly openid: string
  readonly staff: Staff | null
  /** The session (公开编号) of an ordinary browser that speaks for them; absent inside WeChat. */
  readonly session?: string
}

export const holds = (actor: Actor, role: Role, hospitalId?: HospitalId): boolean =>
  actor.staff !== null &&
  actor.staff.roles.includes(role) &&
  (hospitalId === undefined || actor.staff.hospitalId === hospitalId)
