import { NOTICE_OF_2027 } from './calendar.notice.sample'
import { aFiling, founded, openCloud, OPENIDS } from './opened.cloud'

/**
 * The turn of the year, lived in the time zone this process was started in: a case received on 25 December 2026,
 * before and after the notice of 2027 is loaded. Prints what everybody heard.
 */
const live = async () => {
  const startedAt = Date.now()
  const christmas = Date.parse('2026-12-25T09:00:00+08:00')
  const cloud = await openCloud({ clock: () => christmas + (Date.now() - startedAt) })
  try {
    await founded(cloud)
    const asAdministrator = (action: string, input: unknown) =>
      cloud.call('hospital', action, input, OPENIDS.administrator)
    const landing = await cloud.call('hospital', 'landing', {})
    const early = aFiling()
    const late = aFiling()
    const filed = await cloud.call('complaint', 'file', early)
    const told = await asAdministrator('settings', {})
    const loaded = await asAdministrator('loadCalendar', NOTICE_OF_2027)
    const clock = (await cloud.fireTimer('clock')) as { done: Record<string, number> }
    const { selector, secret } = early
    const progress = await cloud.call('complaint', 'progress', { selector, secret })
    const quiet = await asAdministrator('settings', {})
    return {
      zone: new Date(christmas).getTimezoneOffset(),
      landing: landing.value?.['dueIfFiledNow'],
      filed: filed.value?.['dueAt'],
      told: [told.value?.['calendarWanted'], told.value?.['undated']],
      loaded,
      filledByClock: clock.done['promiseDates'],
      dueAt: progress.value?.['dueAt'],
      quiet: [quiet.value?.['calendarWanted'], quiet.value?.['undated']],
      refiled: (await cloud.call('complaint', 'file', late)).ok,
    }
  } finally {
    await cloud.close()
  }
}

live().then(
  (heard) => {
    process.stdout.write(`${JSON.stringify(heard)}\n`)
    process.exit(0)
  },
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
