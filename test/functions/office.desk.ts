import { anEventId, type OpenedCloud, OPENIDS } from './opened.cloud'

/** The office at one case, through its own functions: each act on the revision it just saw. */
export const officeAt = ({ call }: Pick<OpenedCloud, 'call'>, complaintId: string) => {
  const act = async (action: string, about: Record<string, unknown> = {}, openid = OPENIDS.officer) => {
    const { value } = await call('complaint', 'read', { complaintId }, openid)
    const input = { complaintId, eventId: anEventId(), rev: value?.rev, ...about }
    const reply = await call('complaint', action, input, openid)
    if (!reply.ok) throw new Error(`complaint.${action}: ${reply.code}`)
  }
  return {
    act,
    /** Accepts it and asks. */
    async ask(text: string) {
      await act('accept')
      await act('ask', { text })
    },
    /** Finds the complainant right and says so. */
    async reply(text: string) {
      await act('find', { finding: 'founded', text: '查了排班和呼叫记录。' })
      await act('reply', { text })
    },
  }
}
