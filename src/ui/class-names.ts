/** The names that hold, in one string: classNames('choice', selected && 'is-selected'). */
export const classNames = (...names: unknown[]): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ')
