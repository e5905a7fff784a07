import { describe, expect, it } from 'vitest'
import { filesBelow, filesWith } from './source.files'
import { callsThatEscape } from './transaction.calls'

const TYPESCRIPT = ['.ts', '.tsx']
const phone = filesBelow('src', TYPESCRIPT)
const domain = phone.filter(({ file }) => file.startsWith('src/domain/'))
const functions = filesBelow('cloudfunctions', TYPESCRIPT).filter(({ file }) => !file.includes('/_localcloud/'))

// Opened by its address while developing, and not part of a production build.
const DEVELOPMENT_PAGE = 'pages/gallery/index'
const PAGE_PATH = /\/?(?:pages|packages)\/[\w/-]+\/index\b/g

const textOf = (name: string) => phone.find(({ file }) => file === name)?.text ?? ''

describe('the sources', () => {
  it('speak of the cloud in src/cloud alone', () => {
    const speakers = filesWith(phone, /\b(?:Taro|wx)\.cloud\b|\/api\/fn/)
    expect(speakers.filter((file) => !file.startsWith('src/cloud/'))).toEqual([])
    expect(speakers).not.toEqual([])
  })

  it('spell page paths in routes.ts, and in the app.config.ts that Taro reads', () => {
    const spellers = filesWith(phone, /['"`]\/?(?:pages|packages)\//)
    expect(spellers).toEqual(['src/app.config.ts', 'src/routes.ts'])
  })

  it('know a route for every page that is deployed', () => {
    const config = textOf('src/app.config.ts')
    const inPackages = [...config.matchAll(/root: '([^']+)'[^}]*pages: \[([^\]]*)\]/g)].flatMap(
      ([, root, pages = '']) => [...pages.matchAll(/'([^']+)'/g)].map(([, page]) => `${root}/${page}`),
    )
    const inMain = [...config.matchAll(/'(pages\/[^']+)'/g)]
      .map(([, page]) => page)
      .filter((page) => page !== DEVELOPMENT_PAGE)
    const routed = [...textOf('src/routes.ts').matchAll(PAGE_PATH)].map(([page]) => page.slice(1))
    expect(routed.sort()).toEqual([...inMain, ...inPackages].sort())
  })

  it('ask no clock and no dice in the domain', () => {
    expect(filesWith(domain, /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\bdayjs\(\s*\)/)).toEqual([])
  })

  it('do nothing in a transaction that the platform would run outside it', () => {
    expect(functions.flatMap(({ file, text }) => callsThatEscape(file, text))).toEqual([])
  })
})

describe('the search for calls that escape a transaction', () => {
  it('finds where, aggregate and count inside the callback and nothing outside it', () => {
    const text = `
      await db.collection('a').where({}).count()
      await db.runTransaction(async (t) => {
        await t.collection('a').doc('1').update({})
        await t.collection('a').where({}).update({})
        await t.collection('a').aggregate().end()
      })`
    expect(callsThatEscape('x.ts', text)).toEqual(['x.ts:5: where', 'x.ts:6: aggregate'])
  })
})
