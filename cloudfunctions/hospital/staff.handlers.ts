import { expiryOf, administeredBy, isSameInvitation, joinBy } from '#domain/hospital/hospital.rules'
import type { staffActions } from '#domain/hospital/staff.contract'
import { err, ok } from '#domain/result'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenHospital } from './hospital.open'
import { invitationIdOf } from './invitation.code'

export const staffHandlers: ActionHandlers<typeof staffActions, OpenHospital> = {
  async invite({ code, name, departmentId, roles }, { actor, now, repository }) {
    const hospitalId = administeredBy(actor)
    if (!hospitalId || !actor.staff) return err('auth.forbidden')
    if (departmentId && !(await repository.department(hospitalId, departmentId))) {
      return err('hospital.department_unknown')
    }
    const id = invitationIdOf(code)
    const wanted = { hospitalId, departmentId, name, roles }
    const expiresAt = expiryOf(now)
    const invitation = { id, ...wanted, invitedBy: actor.staff.id, expiresAt, acceptedAt: null }
    if ((await repository.addInvitation(invitation)) === 'inserted') return ok({ expiresAt })
    const earlier = await repository.invitation(id)
    return earlier && isSameInvitation(earlier, wanted) ? ok(earlier) : err('staff.invitation_used')
  },

  async join({ code }, { actor, now, repository }) {
    const invitation = await repository.invitation(invitationIdOf(code))
    if (!invitation) return err('staff.invitation_unknown')
    const decision = joinBy(invitation, actor, now)
    if (!decision.ok || actor.staff) return decision
    if ((await repository.addStaff(decision.value)) === 'exists') return err('staff.invitation_unknown')
    await repository.replaceInvitation({ ...invitation, acceptedAt: now })
    return decision
  },
}
