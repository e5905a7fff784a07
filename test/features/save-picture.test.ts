import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Picture } from '../../src/ui/picture/picture.strokes'
import { CANVAS_ID, savePicture } from '../../src/ui/picture/save-picture'

const wechat = vi.hoisted(() => {
  process.env.TARO_ENV = 'weapp'
  return {
    canvas: null as { width: number; height: number; getContext: () => object } | null,
    drawn: [] as unknown[][],
    refusal: null as string | null,
    saved: [] as string[],
    removed: [] as string[],
    asked: '',
  }
})

vi.mock('@tarojs/taro', () => {
  const query = {
    select: (selector: string) => {
      wechat.asked = selector
      return query
    },
    fields: () => query,
    exec: (answer: (found: unknown[]) => void) => answer([wechat.canvas && { node: wechat.canvas }]),
  }
  return {
    default: {
      createSelectorQuery: () => query,
      canvasToTempFilePath: () => Promise.resolve({ tempFilePath: 'wxfile://tmp_1.png' }),
      saveImageToPhotosAlbum: ({ filePath }: { filePath: string }) => {
        if (wechat.refusal) return Promise.reject({ errMsg: `saveImageToPhotosAlbum:fail ${wechat.refusal}` })
        wechat.saved.push(filePath)
        return Promise.resolve({})
      },
      getFileSystemManager: () => ({
        unlink: ({ filePath }: { filePath: string }) => void wechat.removed.push(filePath),
      }),
    },
  }
})

const PICTURE: Picture = {
  width: 375,
  height: 500,
  strokes: [
    { kind: 'box', x: 1, y: 2, width: 3, height: 4, colour: '#000000' },
    { kind: 'words', x: 5, y: 6, text: '回执', font: 'bold 13px serif', colour: '#1a2523' },
  ],
}

beforeEach(() => {
  const brush = {
    fillStyle: '',
    font: '',
    textBaseline: '',
    fillRect: (...box: number[]) => void wechat.drawn.push(box),
    fillText: (...words: unknown[]) => void wechat.drawn.push([...words, brush.font]),
  }
  wechat.canvas = { width: 0, height: 0, getContext: () => brush }
  wechat.drawn = []
  wechat.refusal = null
  wechat.saved = []
  wechat.removed = []
})

describe('a picture saved inside WeChat', () => {
  it('is drawn twice as large as it is laid out, put into the album, and leaves no copy behind', async () => {
    expect(await savePicture(PICTURE, '回执')).toEqual({ kind: 'saved' })
    expect(wechat.asked).toBe(`#${CANVAS_ID}`)
    expect(wechat.canvas).toMatchObject({ width: 750, height: 1000 })
    expect(wechat.drawn).toEqual([
      [2, 4, 6, 8],
      ['回执', 10, 12, 'bold 26px serif'],
    ])
    expect(wechat.saved).toEqual(['wxfile://tmp_1.png'])
    expect(wechat.removed).toEqual(['wxfile://tmp_1.png'])
  })

  it.each([
    ['privacy permission is not authorized', 'privacy'],
    ['auth deny', 'permission'],
    ['cancel', 'cancelled'],
    ['file system error', 'failed'],
  ])('says why it was not: %s', async (refusal, kind) => {
    wechat.refusal = refusal
    expect(await savePicture(PICTURE, '回执')).toEqual({ kind })
    expect(wechat.removed).toEqual(['wxfile://tmp_1.png'])
  })

  it('fails in words where there is nothing to draw on', async () => {
    wechat.canvas = null
    expect(await savePicture(PICTURE, '回执')).toEqual({ kind: 'failed' })
  })
})
