import * as v from 'valibot'

/** The house's own drawings (插画), by what they show. */
export const PlateName = v.picklist([
  'rule-1-commission',
  'rule-2-insurance',
  'rule-3-needed-tests',
  'rule-4-front-door',
  'rule-5-privacy',
  'rule-6-referral',
  'rule-7-fair-queue',
  'rule-8-returned',
  'rule-9-left-at-the-door',
  'story-prescription',
  'story-account-book',
  'story-night-lamp',
  'story-medicine-case',
  'complaint-first-receiver',
  'complaint-five-days',
  'complaint-who-sees',
  'complaint-second-look',
  'culture-herbs',
  'culture-brush',
  'culture-bridge',
  'culture-bell',
  'disclosure-board',
  'disclosure-bill',
  'news-street-clinic',
])
export type PlateName = v.InferOutput<typeof PlateName>
