import { type Refusal, refusalOf } from './wechat.refusal'

const words: Record<Refusal, string | null> = {
  cancelled: null,
  privacy: '您没有同意用照片，那就不添；文字照样交。想添了，再点一次。',
  permission: '微信没有拿到相机或相册的许可。要添照片，请在微信的设置里打开，再点一次。',
  failed: '照片没有放进来，请再点一次。',
}

/** What to say when taking or choosing photos was refused; null: the person closed it. */
export const photoProblemIn = (cause: unknown): string | null => words[refusalOf(cause)]
