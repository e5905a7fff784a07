import type { Element } from './wxml.render'

export interface Wanted {
  /** aria-role, or what WeChat's own component is: button, textbox, image, switch… */
  role?: string
  /** aria-label, else the words inside. A string must match whole. */
  name?: string | RegExp
  /** Only what is inside of this, such as the question that lies over a page. */
  within?: Wanted
}

const NATIVE_ROLES: Record<string, string> = {
  button: 'button',
  input: 'textbox',
  textarea: 'textbox',
  image: 'image',
  navigator: 'link',
  switch: 'switch',
  radio: 'radio',
  checkbox: 'checkbox',
  picker: 'combobox',
  slider: 'slider',
}

// Text flows inside these; everything else begins a line of its own.
const INLINE = new Set(['text', 'label', 'rich-text'])

const isTrue = (value: unknown) => value === true || value === 'true'

export const roleOf = ({ tag, attributes }: Element): string | undefined =>
  (attributes['aria-role'] as string | undefined) || NATIVE_ROLES[tag]

export const nameOf = (element: Element): string =>
  (element.attributes['aria-label'] as string | undefined) || textOf(element).replace(/\s+/g, ' ').trim()

/** The words a person sees below an element, one line per block. */
export const textOf = (element: Element): string =>
  lines(element)
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim()

const lines = (element: Element): string => {
  const inner = element.children.map((child) => (typeof child === 'string' ? child : lines(child))).join('')
  return INLINE.has(element.tag) ? inner : `\n${inner}\n`
}

/** An element and everything below it. */
export const elementsOf = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child))),
]

/** Elements that a person, or a screen reader, can meet: nothing below aria-hidden. */
const reachable = (element: Element): Element[] =>
  isTrue(element.attributes['aria-hidden'])
    ? []
    : [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : reachable(child)))]

export const findElements = (root: Element, { role, name, within }: Wanted): Element[] => {
  const places = within ? findElements(root, within) : [root]
  const found = places
    .flatMap(reachable)
    .filter(
      (element) =>
        (role === undefined || roleOf(element) === role) && (name === undefined || matches(nameOf(element), name)),
    )
  // Without a role the words alone are meant, not each box around them.
  return role === undefined
    ? found.filter((element) => !found.some((other) => other !== element && holds(element, other)))
    : found
}

const holds = (outer: Element, inner: Element): boolean =>
  inner.parent !== null && (inner.parent === outer || holds(outer, inner.parent))

const matches = (actual: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? actual === wanted : wanted.test(actual)

/** What can be found on the screen, for the message of a search that found nothing. */
export const outline = (root: Element): string =>
  reachable(root)
    .filter((element) => roleOf(element))
    .map((element) => `${roleOf(element)} 「${nameOf(element)}」`)
    .join('\n')
