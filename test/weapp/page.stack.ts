import type { BundleLoader } from './bundle.loader'

type Lifecycle = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload'

export interface Page {
  route: string
  data: Record<string, unknown>
  options: Record<string, string>
  [handler: string]: unknown
}

const DEEPEST = 10
const MOST_DATA_BYTES = 1024 * 1024

/** Opens, covers and closes pages in WeChat's order, and refuses what WeChat refuses. */
export class PageStack {
  readonly pages: Page[] = []
  private readonly definitions = new Map<string, object>()
  private loading = ''

  constructor(
    private readonly loader: () => BundleLoader,
    private readonly later: (work: () => void) => void,
  ) {}

  /** WeChat's Page(): called by a page's script while it loads. */
  define = (definition: object): void => {
    this.definitions.set(this.loading, definition)
  }

  get top(): Page {
    const page = this.pages.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  navigateTo(url: string): void {
    if (this.pages.length >= DEEPEST) throw new Error('webview count limit exceed')
    const previous = this.pages.at(-1)
    this.known(url)
    if (previous) call(previous, 'onHide')
    this.open(url)
  }

  redirectTo(url: string): void {
    this.known(url)
    this.closeTop()
    this.open(url)
  }

  reLaunch(url: string): void {
    this.known(url)
    while (this.pages.length > 0) this.closeTop()
    this.open(url)
  }

  navigateBack(delta = 1): void {
    if (this.pages.length === 1) throw new Error('cannot navigate back at first page')
    for (let steps = Math.min(delta, this.pages.length - 1); steps > 0; steps--) this.closeTop()
    call(this.top, 'onShow')
  }

  private known(url: string): string {
    const route = resolveRoute(this.pages.at(-1)?.route, url)
    if (!this.loader().pages.includes(route)) throw new Error(`page "${route}" is not found`)
    return route
  }

  private closeTop() {
    const page = this.pages.pop()
    if (page) call(page, 'onUnload')
  }

  private open(url: string) {
    const route = this.known(url)
    if (!this.definitions.has(route)) {
      this.loading = route
      this.loader().load(`${route}.js`)
    }
    const definition = this.definitions.get(route)
    if (!definition) throw new Error(`${route}.js registers no page`)
    const page = this.create(route, definition, queryOf(url))
    this.pages.push(page)
    call(page, 'onLoad', page.options)
    call(page, 'onShow')
    this.later(() => call(page, 'onReady'))
  }

  private create(route: string, definition: object, options: Record<string, string>): Page {
    const page = Object.create(definition) as Page
    const data = structuredClone((definition as { data?: Record<string, unknown> }).data ?? {})
    return Object.assign(page, {
      route,
      __route__: route,
      options,
      data,
      setData: (patch: Record<string, unknown>, done?: () => void) => {
        apply(page.data, patch)
        if (done) this.later(() => done.call(page))
      },
    })
  }
}

const call = (page: Page, lifecycle: Lifecycle, argument?: unknown) => {
  const handler = page[lifecycle]
  if (typeof handler === 'function') handler.call(page, argument)
}

const resolveRoute = (current: string | undefined, url: string): string => {
  const base = current ? `/${current}` : '/'
  return new URL(url, `weapp://page${base}`).pathname.slice(1)
}

// WeChat hands the query over as it stands in the url: a page decodes it itself.
const queryOf = (url: string): Record<string, string> =>
  Object.fromEntries(
    (url.split('?')[1] ?? '')
      .split('&')
      .filter(Boolean)
      .map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]),
  )

const apply = (data: Record<string, unknown>, patch: Record<string, unknown>) => {
  // Only JSON crosses from the page's script to its view.
  const text = JSON.stringify(patch)
  if (text.length > MOST_DATA_BYTES) throw new Error(`setData of ${text.length} bytes`)
  for (const [path, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) place(data, path, value)
}

const place = (data: Record<string, unknown>, path: string, value: unknown) => {
  const keys = path.split(/[.[\]]+/).filter(Boolean)
  const last = keys.pop() ?? ''
  let inner = data
  for (const [index, key] of keys.entries()) {
    const next = keys[index + 1] ?? last
    inner[key] ??= /^\d+$/.test(next) ? [] : {}
    inner = inner[key] as Record<string, unknown>
  }
  inner[last] = value
}
