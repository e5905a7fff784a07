import Taro from '@tarojs/taro'

/** Hands a text over: a file in a browser, the clipboard in the mini-program, which saves no files for people. */
export const saveText = async (name: string, text: string): Promise<'saved' | 'copied' | 'failed'> => {
  if (process.env.TARO_ENV === 'weapp') {
    try {
      await Taro.setClipboardData({ data: text })
      return 'copied'
    } catch {
      return 'failed'
    }
  }
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
  return 'saved'
}
