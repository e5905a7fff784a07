const RealDate = Date
let shiftMs = 0

const now = () => RealDate.now() + shiftMs

const ShiftedDate = new Proxy(RealDate, {
  construct: (target, parts: unknown[], newTarget) =>
    Reflect.construct(target, parts.length > 0 ? parts : [now()], newTarget) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})

/** Lets this process live `ms` ahead of (or, negative, behind) the machine's clock, so that a story can be told as it happened. */
export const shiftClock = (ms: number): void => {
  shiftMs = ms
  globalThis.Date = ms === 0 ? RealDate : ShiftedDate
}
