import Taro from '@tarojs/taro'

/** Cryptographic randomness of this device. @throws where it has none: an invitation must not be guessable. */
export const randomBytes = async (length: number): Promise<Uint8Array> => {
  if (process.env.TARO_ENV === 'weapp') {
    const { randomValues } = await Taro.getRandomValues({ length })
    return new Uint8Array(randomValues)
  }
  return crypto.getRandomValues(new Uint8Array(length))
}

const HEX_ID_BYTES = 16

/** 32 hexadecimal digits, for what is made here and sent again when no answer comes. */
export const randomHex = async (): Promise<string> =>
  Array.from(await randomBytes(HEX_ID_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('')
