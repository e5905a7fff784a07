import Taro from '@tarojs/taro'

interface FileToOpen {
  readonly name: string
  readonly url: string
}

type Documents = 'pdf' | 'xlsx' | 'docx'

const KINDS: readonly Documents[] = ['pdf', 'xlsx', 'docx']

/** Opens a file: a browser in a window of its own, WeChat with its own viewer, from which it can be passed on. */
export const openFile = async ({ name, url }: FileToOpen): Promise<'opened' | 'failed'> => {
  if (process.env.TARO_ENV === 'h5') {
    window.open(url, '_blank', 'noopener')
    return 'opened'
  }
  try {
    const { tempFilePath } = await Taro.downloadFile({ url })
    const fileType = KINDS.find((kind) => name.toLowerCase().endsWith(`.${kind}`))
    await Taro.openDocument({ filePath: tempFilePath, showMenu: true, ...(fileType ? { fileType } : {}) })
    return 'opened'
  } catch {
    return 'failed'
  }
}
