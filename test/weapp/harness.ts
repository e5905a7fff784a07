import path from 'node:path'
import { Activity } from './activity'
import { BundleLoader } from './bundle.loader'
import { elementsOf, findElements, nameOf, outline, textOf, type Wanted } from './element.query'
import { PageStack } from './page.stack'
import { asynchronous, deviceApis, recordedApis, storageApis, type Device } from './wx.api'
import { clipboardApis } from './wx.clipboard'
import { cloudApi, signInAs } from './wx.cloud'
import { type Album, mediaApis } from './wx.media'
import { navigationApis } from './wx.navigation'
import { PrivacyConsent } from './wx.privacy'
import { WxmlRenderer, type Element } from './wxml.render'

export interface PhoneOptions {
  /** Address of a local cloud. */
  cloud: string
  /** Who holds the phone; nobody in particular when left out. */
  persona?: string
  /** Page and query that opened the mini-program, as a scanned code or a shared card does. */
  open?: string
  /** Storage of an earlier visit. */
  storage?: Map<string, string>
  /** Files of an earlier visit. */
  files?: Map<string, Buffer>
  /** What the person takes or chooses when asked for photos. */
  album?: Album
  device?: Partial<Device>
  /** Whether WeChat's privacy consent was given on an earlier visit; it was unless told. */
  agreed?: boolean
  /** The built mini-program. */
  dist?: string
}

export interface Call {
  name: string
  options: unknown
}

export type Phone = Awaited<ReturnType<typeof openPhone>>

/**
 * Runs the built mini-program in a WeChat without a screen: its WXML is drawn from what it handed to setData, and every
 * touch enters as an event on an element that was drawn. Any error of the program rejects the step that met it.
 */
export const openPhone = async (options: PhoneOptions) => {
  const { cloud, persona, open, dist = path.resolve('dist/weapp') } = options
  const { storage = new Map<string, string>(), files = new Map<string, Buffer>(), album = { pictures: [] } } = options
  const cookie = persona ? await signInAs(cloud, persona) : null
  const calls: Call[] = []
  const record = (name: string, given: unknown) => {
    calls.push({ name, options: JSON.parse(JSON.stringify(given ?? null)) as unknown })
  }
  const activity = new Activity()
  const renderer = new WxmlRenderer(dist)
  const entry = entryOf(open)
  let app: Lifecycles = {}
  let answersYes = true
  const consent = new PrivacyConsent(options.agreed ?? true)

  const stack: PageStack = new PageStack(() => loader, activity.later)
  const wx = {
    ...recordedApis(record),
    ...storageApis(storage),
    ...deviceApis({ theme: 'light', fontSize: 16, ...options.device }),
    ...navigationApis(stack, record),
    ...mediaApis(files, album, consent, record),
    ...clipboardApis(consent, record),
    ...Object.fromEntries(LISTENERS.map((name) => [name, () => undefined])),
    onNeedPrivacyAuthorization: consent.listen,
    cloud: cloudApi({ cloud, cookie, record, during: (work) => activity.during(work) }),
    request: asynchronous('request', () => {
      throw new Error('the mini-program reaches the network through its cloud functions only')
    }),
    showModal: asynchronous('showModal', (question) => {
      record('showModal', question)
      return { confirm: answersYes, cancel: !answersYes }
    }),
    getLaunchOptionsSync: () => entry,
    getEnterOptionsSync: () => entry,
  }
  const loader = new BundleLoader(dist, {
    wx,
    console: { ...console, error: (...words: unknown[]) => activity.blame(new Error(words.map(String).join(' '))) },
    setTimeout: activity.later,
    clearTimeout: activity.forget,
    setInterval: activity.every,
    clearInterval: activity.forget,
    App: (definition: Lifecycles) => {
      app = definition
    },
    getApp: () => app,
    Page: stack.define,
    Component: () => undefined,
    Behavior: (behavior: unknown) => behavior,
    getCurrentPages: () => [...stack.pages],
  })

  const root = (): Element => renderer.render(stack.top.route, stack.top.data)

  const findAll = (wanted: Wanted) => findElements(root(), wanted)
  const find = (wanted: Wanted): Element => {
    const [found, ...others] = findAll(wanted)
    const words = `${wanted.role ?? ''} ${String(wanted.name ?? '')}`
    if (!found) throw new Error(`not on the screen: ${words}\n${outline(root())}`)
    if (others.length > 0) throw new Error(`${others.length + 1} on the screen: ${words}`)
    return found
  }

  /** Sends an event in at an element and, where it bubbles, up through its ancestors. */
  const fire = async (element: Element, type: string, detail: object, bubbles = false): Promise<void> => {
    const page = stack.top
    const answering = [...(bubbles ? ancestry(element) : [element])].filter(({ handlers }) => handlers.has(type))
    if (answering.length === 0) throw new Error(`nothing answers ${type} on 「${nameOf(element)}」`)
    for (const at of answering) {
      const { name, stops } = at.handlers.get(type) ?? { name: '', stops: true }
      const answer = page[name]
      if (typeof answer !== 'function') throw new Error(`${page.route} has no handler ${name}`)
      const event = {
        type,
        timeStamp: performance.now(),
        detail,
        target: asTarget(element),
        currentTarget: asTarget(at),
      }
      activity.guarded(() => answer.call(page, { ...event, touches: [], changedTouches: [], mark: {} }))
      if (stops) break
    }
    await activity.settle()
  }

  const touch = async (element: Element) => {
    if (element.attributes['open-type'] !== 'agreePrivacyAuthorization') {
      return fire(element, 'tap', { x: 0, y: 0 }, true)
    }
    consent.touch(element.attributes.id)
    return fire(element, 'agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  }

  /** Types into an input. What passes its maxlength is lost, as on a phone, where 140 is the default. */
  const input = async (wanted: Wanted, text: string) => {
    const element = find({ role: 'textbox', ...wanted })
    if (element.attributes.disabled === true) throw new Error(`「${nameOf(element)}」 is disabled`)
    const most = Number(element.attributes.maxlength ?? 140)
    const value = most < 0 ? text : text.slice(0, most)
    await fire(element, 'input', { value, cursor: value.length, keyCode: 0 })
    if (element.handlers.has('blur')) await fire(element, 'blur', { value })
  }

  loader.load('app.js')
  app.onLaunch?.(entry)
  app.onShow?.(entry)
  stack.navigateTo(open ?? `/${loader.pages[0]}`)
  await activity.settle()

  return {
    find,
    findAll,
    input,
    tap: async (wanted: Wanted) => touch(find(wanted)),
    /** Lets a native switch, picker, radio group… take a value. */
    change: async (wanted: Wanted, value: unknown) => fire(find(wanted), 'change', { value }),
    settle: () => activity.settle(),
    back: () => {
      stack.navigateBack()
      return activity.settle()
    },
    /** What the person answers to the questions of showModal from now on. */
    answerModals: (yes: boolean) => {
      answersYes = yes
    },
    /** Whether WeChat's menu would hand the page on to others. */
    isShared: () =>
      ['onShareAppMessage', 'onShareTimeline'].some((handler) => typeof stack.top[handler] === 'function'),
    /** Everything drawn, outermost first. */
    elements: () => elementsOf(root()),
    /** All that the page says, one line per block. */
    text: () => textOf(root()),
    route: () => `/${stack.top.route}`,
    depth: () => stack.pages.length,
    pages: loader.pages,
    calls,
    storage,
    files,
    close: () => activity.end(),
  }
}

type Lifecycles = Partial<Record<'onLaunch' | 'onShow', (options: unknown) => void>>

const LISTENERS = ['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'WindowResize']
  .concat('KeyboardHeightChange', 'MemoryWarning', 'NetworkStatusChange')
  .flatMap((event) => [`on${event}`, `off${event}`])

const ancestry = function* (element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = at.parent) yield at
}

const asTarget = ({ attributes }: Element) => ({
  id: String(attributes.id ?? ''),
  dataset: { sid: attributes['data-sid'] },
  offsetLeft: 0,
  offsetTop: 0,
})

/** The launch options of a scanned code (scene 1047) or of a plain start (1001). */
const entryOf = (open = '') => {
  const [page = '', query = ''] = open.replace(/^\//, '').split('?')
  return { path: page, query: Object.fromEntries(new URLSearchParams(query)), scene: query ? 1047 : 1001 }
}
