import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { parseWxml, type Markup } from './wxml.parse'

/** An element as WeChat would draw it: the attributes have their values, and the events their handlers' names. */
export interface Element {
  tag: string
  attributes: Record<string, unknown>
  handlers: Map<string, { name: string; stops: boolean }>
  children: (Element | string)[]
  parent: Element | null
}

type Scope = Record<string, unknown>

const HANDLER = /^(bind|catch)(?::)?(\w+)$/
const BRACES = /\{\{([\s\S]*?)\}\}/g

/** Draws a page's WXML from its data, through the templates that were built, and refuses a template that is not there. */
export class WxmlRenderer {
  private readonly files = new Map<string, Markup>()
  private readonly expressions = new Map<string, (scope: Scope) => unknown>()

  constructor(private readonly dist: string) {}

  render(page: string, data: Scope): Element {
    const root: Element = { tag: 'page', attributes: {}, handlers: new Map(), children: [], parent: null }
    this.drawFile(`${page}.wxml`, data, root)
    return root
  }

  private drawFile(file: string, data: Scope, into: Element) {
    const markup = this.read(file)
    const templates = this.templatesOf(file)
    const modules = this.modulesOf(file)
    const draw = (children: Markup['children'], scope: Scope, parent: Element, helpers: Scope) => {
      // wx:else belongs to the wx:if just before it.
      let lastCondition = false
      for (const child of children) {
        if (typeof child === 'string') {
          parent.children.push(String(this.value(child, { ...helpers, ...scope })))
          continue
        }
        const { 'wx:if': condition, 'wx:for': list, ...rest } = child.attributes
        if (condition !== undefined) lastCondition = Boolean(this.value(condition, { ...helpers, ...scope }))
        if (condition !== undefined && !lastCondition) continue
        if ('wx:else' in rest && lastCondition) continue
        const items = list === undefined ? [null] : ((this.value(list, { ...helpers, ...scope }) ?? []) as unknown[])
        for (const [index, item] of items.entries()) {
          drawOne(child, rest, list === undefined ? scope : { ...scope, item, index }, parent, helpers)
        }
      }
    }
    const drawOne = (
      child: Markup,
      attributes: Record<string, string>,
      scope: Scope,
      parent: Element,
      helpers: Scope,
    ) => {
      const inner = { ...helpers, ...scope }
      if (child.tag === 'import' || child.tag === 'wxs') return
      if (child.tag === 'block') return draw(child.children, scope, parent, helpers)
      if (child.tag === 'template') {
        if (!attributes.is) return
        const name = String(this.value(attributes.is, inner))
        const found = templates.get(name)
        if (!found) throw new Error(`base.wxml has no template ${name}`)
        const handed = (this.value(attributes.data ?? '', inner, true) ?? {}) as Scope
        return draw(found.markup.children, handed, parent, this.modulesOf(found.file))
      }
      if (child.tag === 'comp') {
        const handed = Object.fromEntries(Object.entries(attributes).map(([key, raw]) => [key, this.value(raw, inner)]))
        return this.drawFile('comp.wxml', handed, parent)
      }
      const element = this.element(child.tag, attributes, inner, parent)
      parent.children.push(element)
      draw(child.children, scope, element, helpers)
    }
    draw(markup.children, data, into, modules)
  }

  private element(tag: string, attributes: Record<string, string>, scope: Scope, parent: Element): Element {
    const element: Element = { tag, attributes: {}, handlers: new Map(), children: [], parent }
    for (const [key, raw] of Object.entries(attributes)) {
      const handler = HANDLER.exec(key)
      if (handler?.[2]) element.handlers.set(handler[2], { name: raw, stops: handler[1] === 'catch' })
      else if (!key.startsWith('wx:')) element.attributes[key] = this.value(raw, scope)
    }
    return element
  }

  private read(file: string): Markup {
    const known = this.files.get(file)
    if (known) return known
    const markup = parseWxml(readFileSync(path.join(this.dist, file), 'utf8'))
    this.files.set(file, markup)
    return markup
  }

  /** Templates of a file and of those that it imports, each with the file whose modules it sees. */
  private templatesOf(file: string): Map<string, { markup: Markup; file: string }> {
    const found = new Map<string, { markup: Markup; file: string }>()
    for (const child of this.read(file).children) {
      if (typeof child === 'string') continue
      const { name, src } = child.attributes
      if (child.tag === 'import' && src) {
        const imported = path.posix.join(path.posix.dirname(file), src)
        for (const [key, value] of this.templatesOf(imported)) found.set(key, value)
      }
      if (child.tag === 'template' && name) found.set(name, { markup: child, file })
    }
    return found
  }

  private modulesOf(file: string): Scope {
    const modules: Scope = {}
    for (const child of this.read(file).children) {
      if (typeof child === 'string' || child.tag !== 'wxs' || !child.attributes.src) continue
      const source = readFileSync(path.join(this.dist, path.dirname(file), child.attributes.src), 'utf8')
      const module = { exports: {} }
      vm.compileFunction(source, ['module'])(module)
      modules[child.attributes.module ?? ''] = module.exports
    }
    return modules
  }

  /** Text with {{expressions}}; one expression alone keeps its type. An object is written without its own braces. */
  private value(raw: string, scope: Scope, asObject = false): unknown {
    const whole = /^\{\{([\s\S]*)\}\}$/.exec(raw)
    if (whole?.[1] !== undefined && !whole[1].includes('}}')) {
      return this.evaluate(asObject ? `{${whole[1]}}` : whole[1], scope)
    }
    return raw.replace(BRACES, (_, expression: string) => String(this.evaluate(expression, scope) ?? ''))
  }

  private evaluate(expression: string, scope: Scope): unknown {
    let compiled = this.expressions.get(expression)
    if (!compiled) {
      compiled = vm.compileFunction(`with (scope) { return (${expression}) }`, ['scope']) as (scope: Scope) => unknown
      this.expressions.set(expression, compiled)
    }
    // In WXML an unknown name is undefined, not an error.
    return compiled(new Proxy(scope, { has: (_, key) => typeof key === 'string' }))
  }
}
