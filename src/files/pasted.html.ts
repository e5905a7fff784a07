import type { PastedNode } from '#domain/culture/paste.blocks'

// Not a branch of an async function: only where the choice stands alone does the mini-program's bundle leave it out.
const sanitiser = process.env.TARO_ENV === 'h5' ? () => import('dompurify') : null

/** What can be told apart in an article; the words of any other tag stay, without it. */
const TAGS = `a article b blockquote br caption dd div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 i img li ol p pre
  section span strong table tbody td tfoot th thead tr u ul`.split(/\s+/)

/** Deeper than anybody writes: below it only the words are taken. */
const DEEPEST = 100

/**
 * Something copied elsewhere, made harmless by a sanitiser and read as a tree of words: no element, attribute or
 * address of it ever comes into the page. Browsers only; empty in the mini-program.
 */
export const pastedNodes = async (html: string): Promise<PastedNode[]> => {
  if (!sanitiser) return []
  const { default: DOMPurify } = await sanitiser()
  const body = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    // `style` and `class` are read for bold words and Word's lists, and go no further.
    ALLOWED_ATTR: ['href', 'style', 'class'],
    // What Word says of the document itself.
    ADD_FORBID_CONTENTS: ['xml'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM: true,
  })
  return childrenOf(body, 0)
}

const childrenOf = (parent: Node, depth: number): PastedNode[] => {
  if (depth > DEEPEST) return [parent.textContent ?? '']
  return Array.from(parent.childNodes, (node): PastedNode => {
    if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : ''
    return {
      tag: node.localName,
      href: node.getAttribute('href') ?? undefined,
      style: node.getAttribute('style') ?? undefined,
      className: node.getAttribute('class') ?? undefined,
      children: childrenOf(node, depth + 1),
    }
  })
}
