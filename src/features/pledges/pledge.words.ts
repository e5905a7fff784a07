import { type Day, dayInWords, type Instant, startOfBeijingDay } from '#domain/instant'
import type { OwnSignature, ProvenPledge, PledgeBoard, VersionRow } from '#domain/integrity/pledge.contract'
import type { Tally } from '#domain/integrity/pledge.rules'
import { shareInWords } from '#domain/number.words'
import type { Tone } from '../../ui/Status'

const NUMERALS = '零一二三四五六七八九'

/** 「11 月 22 日」 */
export const dayWords = (day: Day, now: Instant): string => dayInWords(startOfBeijingDay(day), now)

/** 「九诺」, over the slips on the wall. */
export const promisesName = (count: number): string => `${NUMERALS.charAt(count)}诺`

/** 「43 人里 41 人签了」 */
export const tallyWords = ({ signed, total }: Tally): string =>
  total === 0 ? '名单上还没有人' : `${total} 人里 ${signed} 人签了`

export const NO_RATE = '—'

/** 「95.3%」; nothing to say of nobody. */
export const rateWords = ({ signed, total }: Tally): string => (total === 0 ? NO_RATE : shareInWords(signed, total))

/** The sentence over the board. */
export const boardWords = ({ current, tally }: PledgeBoard): string => {
  if (!current) return '还没有发布承诺书'
  return tally.total === 0 ? '名单上还没有人' : `${tallyWords(tally)}，亮诺率 ${rateWords(tally)}`
}

/** 「《廉洁从业承诺》第 2 版」 */
export const versionName = ({ title, number }: Pick<OwnSignature, 'title' | 'number'>): string =>
  `《${title}》第 ${number} 版`

/** What a certificate says, a breath a line. */
export const vowLines = (signature: Pick<OwnSignature, 'title' | 'number'>): readonly string[] => [
  `签下${versionName(signature)}，`,
  '说到做到，请您监督。',
]

export const versionStanding = (row: VersionRow, now: Instant): { tone: Tone; text: string } => {
  switch (row.standing) {
    case 'proposed':
      return { tone: 'wait', text: '等人发布' }
    case 'coming':
      return { tone: 'rest', text: `${dayWords(row.effectiveOn, now)}起` }
    case 'current':
      return { tone: 'done', text: '正在用' }
    case 'past':
      return { tone: 'rest', text: '用过' }
  }
}

/** What a checked code says beside name and day. */
export const provenWords = ({ standing }: ProvenPledge): { tone: Tone; text: string } => {
  switch (standing) {
    case 'current':
      return { tone: 'done', text: '这份承诺是真的，现在有效。' }
    case 'earlier':
      return { tone: 'rest', text: '这份承诺是真的。承诺书后来换了新的一版，这一份是以前签的。' }
    case 'left':
      return { tone: 'rest', text: '这份承诺是真的。签的人现在不在本院名单上了。' }
  }
}
