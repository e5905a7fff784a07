import type { VisitLink } from '#domain/survey/answering.contract'
import { routes } from '../../routes'

/** What a patient's own phone opens; null in the mini-program, which does not know where the pages stand on the web. */
export const addressOf = (link: VisitLink): string | null => {
  if (process.env.TARO_ENV !== 'h5') return null
  const { origin, pathname } = window.location
  return `${origin}${pathname}#${routes.survey({ visit: link })}`
}
