import { appointmentHandlers } from './appointment.handlers'
import { supervisorHandlers } from './supervisor.handlers'

export const supervisionHandlers = { ...supervisorHandlers, ...appointmentHandlers }
