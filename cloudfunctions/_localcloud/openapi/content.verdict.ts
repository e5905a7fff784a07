// the text that WeChat's own page on msgSecCheck gives for trying it out
const WECHAT_SAMPLE = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级'

/**
 * The local cloud's stand-in for WeChat's content review: no model, the same verdict every time.
 * Texts, and names of files, that hold one of these words are risky; everything else passes.
 */
const RISKY_WORDS = ['违规测试', '赌博广告', '色情广告', 'risky-content', WECHAT_SAMPLE] as const

// 100: nothing found; 21000: other
const LABEL_NORMAL = 100
const LABEL_OTHER = 21000

export interface Verdict {
  suggest: 'pass' | 'risky'
  label: number
}

export const verdictOn = (text: string): Verdict =>
  RISKY_WORDS.some((word) => text.includes(word))
    ? { suggest: 'risky', label: LABEL_OTHER }
    : { suggest: 'pass', label: LABEL_NORMAL }

export const detailOf = (verdict: Verdict) => [{ strategy: 'content_model', errcode: 0, prob: 90, ...verdict }]
