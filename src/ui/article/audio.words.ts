const MINUTE = 60

/** 「3 分 50 秒」 */
export const lengthInWords = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds))
  const minutes = Math.floor(whole / MINUTE)
  const rest = whole % MINUTE
  return [minutes > 0 ? `${minutes} 分` : '', rest > 0 || minutes === 0 ? `${rest} 秒` : ''].filter(Boolean).join(' ')
}

/** 「1:02」, as a clock counts. */
export const onTheClock = (seconds: number): string => {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / MINUTE)}:${String(whole % MINUTE).padStart(2, '0')}`
}

/** How fast it is read out, slower first for whoever hears badly. */
export const PACES = [0.75, 1, 1.25, 1.5] as const
export type Pace = (typeof PACES)[number]

export const paceNames: Record<Pace, string> = { 0.75: '慢一点', 1: '平常速度', 1.25: '快一点', 1.5: '再快一点' }

export const paceAfter = (pace: Pace): Pace => PACES[(PACES.indexOf(pace) + 1) % PACES.length] ?? 1
