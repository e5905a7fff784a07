const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | null | Html | Html[]

const escaped = (part: Part): string => {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map((each) => each.text).join('')
  return String(part ?? '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** Markup with every value escaped, except values that are markup already. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.map((each, index) => each + (index < parts.length ? escaped(parts[index] ?? '') : '')).join(''))
