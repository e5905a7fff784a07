/** One tag of a WXML file, or a piece of text, as written: expressions are still in their braces. */
export interface Markup {
  tag: string
  attributes: Record<string, string>
  children: (Markup | string)[]
}

const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/g
const ATTRIBUTE = /([\w:.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g

export const parseWxml = (source: string): Markup => {
  const root: Markup = { tag: 'root', attributes: {}, children: [] }
  const open = [root]
  let end = 0
  const text = (upTo: number) => {
    const words = source.slice(end, upTo)
    if (words.trim()) open.at(-1)?.children.push(words.trim())
  }
  for (const match of source.matchAll(TAG)) {
    text(match.index)
    end = match.index + match[0].length
    const [, closing, tag = '', attributes = '', selfClosing] = match
    if (!tag) continue
    if (closing) {
      if (open.pop()?.tag !== tag) throw new Error(`WXML: </${tag}> closes nothing that is open`)
      continue
    }
    const markup: Markup = { tag, attributes: attributesOf(attributes), children: [] }
    open.at(-1)?.children.push(markup)
    // A <wxs module src /> and the like may end themselves; what they name is loaded by their path.
    if (!selfClosing) open.push(markup)
  }
  text(source.length)
  if (open.length !== 1) throw new Error(`WXML: <${open.at(-1)?.tag}> is never closed`)
  return root
}

const attributesOf = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']),
  )
