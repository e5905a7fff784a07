/** Words by which somebody might be recognised (能认出人), and what to write in their place. */
export interface Recognisable {
  readonly words: string
  readonly from: number
  readonly instead: string
}

/** The hundred or so that most people bear: 「在某医院」 names nobody. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤'

const SIGNS: readonly { pattern: RegExp; instead: string }[] = [
  {
    pattern: /(?:\d{1,3}\s*[床房]|[一二三四五六七八九十]{2,3}床|[二三四五六七八九十]床)(?!位)/g,
    instead: '改成“一张床”“一间病房”',
  },
  { pattern: /(?:住院号|病案号|门诊号|就诊号|床号)[：:\s]*[A-Za-z0-9-]{3,}/g, instead: '去掉号码' },
  { pattern: /1[3-9]\d{9}|0\d{2,3}-?\d{7,8}/g, instead: '去掉电话' },
  { pattern: /\d{17}[\dXx]/g, instead: '去掉身份证号' },
  { pattern: new RegExp(`[${SURNAMES}]某某?`, 'g'), instead: '连姓也不写' },
  { pattern: /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/g, instead: '改成“一个冬天的早上”' },
]

/** Found by their form alone: a hint for whoever writes and reviews, no more. */
export const recognisableIn = (text: string): Recognisable[] =>
  SIGNS.flatMap(({ pattern, instead }) =>
    Array.from(text.matchAll(pattern), (match) => ({ words: match[0], from: match.index, instead })),
  ).sort((one, other) => one.from - other.from)
