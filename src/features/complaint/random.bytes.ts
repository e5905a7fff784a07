import Taro from '@tarojs/taro'

/** Cryptographic randomness of the phone. @throws where the phone has none: a receipt must not be guessable. */
export const randomBytes = async (length: number): Promise<Uint8Array> => {
  if (process.env.TARO_ENV === 'weapp') {
    const { randomValues } = await Taro.getRandomValues({ length })
    return new Uint8Array(randomValues)
  }
  return crypto.getRandomValues(new Uint8Array(length))
}
