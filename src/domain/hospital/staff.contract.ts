import * as v from 'valibot'
import { Role, Staff } from '../actor'
import { defineActions } from '../contract'
import { DepartmentId } from '../ids'
import { Instant } from '../instant'
import { Line } from '../text'
import { InvitationCode } from './hospital.model'

/** Who works here and what they may do. */
export const staffActions = defineActions({
  invite: {
    input: v.strictObject({
      /** Made on the administrator's phone, so that no answer carries it: 16 characters, 80 random bits. */
      code: InvitationCode,
      name: Line(1, 20),
      departmentId: v.nullable(DepartmentId),
      roles: v.pipe(v.array(Role), v.minLength(1), v.maxLength(5)),
    }),
    output: v.object({ expiresAt: Instant }),
    errors: ['auth.forbidden', 'hospital.department_unknown', 'staff.invitation_used'],
  },
  join: {
    input: v.strictObject({ code: InvitationCode }),
    output: Staff,
    errors: ['staff.invitation_unknown', 'staff.already_joined'],
  },
})
