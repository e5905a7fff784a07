import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** What stands on these pages is somebody's own: a shared card would carry it on. */
const PRIVATE = ['pages/complaint/index', 'pages/receipt/index', 'pages/progress/index', 'pages/mydata/index']

const built = (file: string) => readFileSync(path.join('dist/weapp', file), 'utf8')

describe.each(PRIVATE)('%s of the built mini-program', (page) => {
  it('is there, and says that it is not shared', () => {
    const { pages } = JSON.parse(built('app.json')) as { pages: string[] }
    expect(pages).toContain(page)
    // Taro keeps this setting in the page's script: where it is true, a page answers the wish to share.
    expect(built(`${page}.js`)).toMatch(/enableShareAppMessage:(!1|false)/)
    expect(built(`${page}.json`)).not.toMatch(/enableShare/)
  })

  it('answers no wish to share', () => {
    expect(built(`${page}.js`)).not.toMatch(/onShareAppMessage|onShareTimeline|enableShare\w+:(!0|true)/)
  })
})

describe('an article of the built mini-program', () => {
  it('is sent on and put into the timeline by whoever wants to', () => {
    const page = built('packages/culture/article/index.js')
    expect(page).toMatch(/enableShareAppMessage:(!0|true)/)
    expect(page).toMatch(/enableShareTimeline:(!0|true)/)
  })
})
