/** A number a hospital may set, within bounds that keep it from promising less than it must. */
export interface PromiseSetting {
  readonly usual: number
  readonly least: number
  readonly most: number
  /** Where the usual number comes from; null: no rule's, the hospital's own promise. */
  readonly rule: string | null
}

/** 国家卫生健康委令第 3 号, in force since 2019. Its terms are for the hospital's lawyers to confirm. */
const COMPLAINT_RULE = '《医疗机构投诉管理办法》'

export const promiseSettings = {
  /** Feedback on a complaint that must be looked into, from its receipt. */
  replyWithinWorkingDays: { usual: 5, least: 1, most: 5, rule: COMPLAINT_RULE },
  /** The same where several departments must be asked. */
  severalDepartmentsWithinWorkingDays: { usual: 10, least: 1, most: 10, rule: COMPLAINT_RULE },
  /** Another look after the complainant disagreed. */
  reviewWithinWorkingDays: { usual: 3, least: 1, most: 10, rule: null },
  /** Days after a reply from which a case its complainant said nothing to may be filed away (归档). */
  closeAfterDays: { usual: 7, least: 3, most: 90, rule: null },
  /** How long a code that was replaced still leads to its ward. */
  graceMonthsForReplacedCodes: { usual: 6, least: 0, most: 24, rule: null },
  /**
   * Days after discharge within which somebody is followed up (随访): one week, two with a chronic disease, three with a
   * tumour, as hospitals publish it (《出院患者随访制度》).
   */
  followUpGeneralDays: { usual: 7, least: 1, most: 60, rule: null },
  followUpChronicDays: { usual: 14, least: 1, most: 60, rule: null },
  followUpTumourDays: { usual: 21, least: 1, most: 60, rule: null },
  /**
   * How long the name and phone of somebody are kept after they were followed up, or after the day on which they should
   * have been. Personal information is kept no longer than its purpose needs (《个人信息保护法》 art. 19); how long that is
   * here is for the hospital's lawyers to confirm.
   */
  followUpKeptDays: { usual: 90, least: 7, most: 365, rule: null },
  /** Days until thanks (表扬) are passed on to whom they are for. */
  passOnPraiseWithinDays: { usual: 3, least: 1, most: 30, rule: null },
} as const satisfies Record<string, PromiseSetting>

export type PromiseName = keyof typeof promiseSettings
