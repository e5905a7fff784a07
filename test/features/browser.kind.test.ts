import { describe, expect, it } from 'vitest'
import { browserOf } from '../../src/features/session/browser.kind'

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'

describe('what a browser says of itself', () => {
  it.each([
    [`${WINDOWS} Chrome/120.0.0.0 Safari/537.36`, 'computer', 'chrome'],
    [`${WINDOWS} Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0`, 'computer', 'edge'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0', 'computer', 'firefox'],
    [`${WINDOWS} Chrome/107.0.0.0 Safari/537.36 MicroMessenger/7.0 WindowsWechat`, 'computer', 'wechat'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15',
      'computer',
      'safari',
    ],
    [`${IPHONE} Version/17.0 Mobile/15E148 Safari/604.1`, 'phone', 'safari'],
    [`${IPHONE} CriOS/120.0 Mobile/15E148 Safari/604.1`, 'phone', 'chrome'],
    ['', 'computer', 'other'],
    ['curl/8.0', 'computer', 'other'],
  ] as const)('%s is a %s with %s', (userAgent, device, name) => {
    expect(browserOf(userAgent)).toEqual({ device, name })
  })
})
