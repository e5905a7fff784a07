import { describe, expect, it } from 'vitest'
import { filesBelow, filesWith } from './source.files'

const DEPLOYED = ['dist/weapp', 'dist/h5', 'dist/cloudfunctions']
const DEVELOPMENT_ONLY = ['pages/gallery']

// Words of the local cloud: who one can be there, how one becomes that, and its own folder.
const SIGN_IN = /persona|demo-openid|\/as\/|_localcloud|localcloud/i

const HAN_PHRASE = /[\u4e00-\u9fff，。：、]{5,}/g

/** Bundlers may write Han characters as escapes. */
const readable = (text: string) =>
  text.replace(/\\+u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** What a person can read in the gallery and nowhere else in this project. */
const galleryPhrases = () => {
  const [gallery, others] = [true, false].map((isGallery) =>
    filesBelow('src', ['.ts', '.tsx'])
      .filter(({ file }) => file.startsWith('src/pages/gallery/') === isGallery)
      .map(({ text }) => text)
      .join('\n'),
  )
  return [...new Set(gallery?.match(HAN_PHRASE))].filter((phrase) => !others?.includes(phrase))
}

const files = DEPLOYED.flatMap((folder) => filesBelow(folder))

describe('what is deployed', () => {
  it('is there at all', () => {
    for (const entry of ['dist/weapp/app.json', 'dist/h5/index.html', 'dist/cloudfunctions/complaint/index.js']) {
      expect(files.map(({ file }) => file)).toContain(entry)
    }
  })

  it('contains nothing of the sign-in as a persona', () => {
    expect(filesWith(files, SIGN_IN)).toEqual([])
    // The words are the right ones: the local cloud itself has them.
    expect(filesWith(filesBelow('dist/localcloud'), SIGN_IN)).toContain('dist/localcloud/main.cjs')
  })

  it('contains no source map and no page of development', () => {
    expect(files.filter(({ file }) => file.endsWith('.map'))).toEqual([])
    expect(filesWith(files, /^\/[/*][#@] sourceMappingURL=/m)).toEqual([])
    expect(files.filter(({ file }) => DEVELOPMENT_ONLY.some((part) => file.includes(part)))).toEqual([])
  })

  it('contains no word of the gallery', () => {
    const phrases = galleryPhrases()
    expect(phrases.length).toBeGreaterThan(20)
    const found = files
      .map(({ file, text }) => ({ file, text: readable(text) }))
      .filter(({ text }) => text.includes('pages/gallery') || phrases.some((phrase) => text.includes(phrase)))
    expect(found.map(({ file }) => file)).toEqual([])
  })

  it('is one folder per function with code, configuration and the exact SDK', () => {
    const folders = new Set(filesBelow('dist/cloudfunctions').map(({ file }) => file.split('/')[2]))
    for (const name of folders) {
      const own = filesBelow(`dist/cloudfunctions/${name}`)
      expect(own.map(({ file }) => file.split('/').slice(3).join('/'))).toEqual([
        'config.json',
        'index.js',
        'package.json',
      ])
      const { dependencies } = JSON.parse(own[2]?.text ?? '{}') as { dependencies: Record<string, string> }
      expect(Object.keys(dependencies)).toEqual(['wx-server-sdk'])
      expect(dependencies['wx-server-sdk']).toMatch(/^\d+\.\d+\.\d+$/)
    }
  })
})
