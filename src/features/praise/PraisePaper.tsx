import { PRAISE_TEXT_MAX } from '#domain/survey/praise.model'
import { View } from '@tarojs/components'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Head, Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { PhotoBoard } from '../../ui/PhotoBoard'
import { TextField } from '../../ui/TextField'
import type { AlbumInHand } from '../../files/use-album'
import type { PraiseDraft } from './praise.draft'
import './PraisePaper.css'

const LINES = 4

const WHO_SEES = [
  { value: 'inside', title: '只给本人和科里' },
  { value: 'wall', title: '可以登出来，不写我是谁' },
] as const

interface PraisePaperProps {
  draft: PraiseDraft
  photos: AlbumInHand
  /** The draft lies on this phone. */
  saved: boolean
  change: (part: Partial<PraiseDraft>) => void
}

/** Whom, in which words, with which picture, for whose eyes: one sheet. */
export const PraisePaper = ({ draft, photos, saved, change }: PraisePaperProps) => (
  <View>
    <Lead hint="不知道名字也行，写“夜里给我妈翻身的护士”，我们去找。">想谢谢谁？</Lead>
    <View className="gap-4">
      <TextField
        label="谢谁"
        aside={draft.departmentName ?? undefined}
        value={draft.whom}
        placeholder="名字，或者怎么认出来"
        onInput={(whom) => change({ whom })}
      />
    </View>
    <View className="gap-4">
      <Letter
        label="感谢的话"
        value={draft.text}
        placeholder="想说的话"
        lines={LINES}
        limit={PRAISE_TEXT_MAX}
        saved={saved && draft.text !== '' ? '写的存在这台手机里，关掉也不会丢' : undefined}
        onInput={(text) => change({ text })}
      />
    </View>
    <View className="praise-part">
      <Head aside="不用寄">锦旗、感谢信，拍一张就行</Head>
      <View className="gap-3">
        <PhotoBoard album={photos} note="上面的姓名和脸，登出来之前会盖住。" />
      </View>
    </View>
    <View className="praise-part">
      <Head>给谁看</Head>
      <View className="gap-3">
        <ChoiceGroup
          label="给谁看"
          options={WHO_SEES}
          value={draft.mayPublish ? 'wall' : 'inside'}
          onChange={(value) => change({ mayPublish: value === 'wall' })}
        />
      </View>
      <View className="t4 c2 gap-3">
        不问您是谁，也不记是几点送的。满意度专员看过，转给本人和科里；请不要写病情和别人的姓名。
      </View>
    </View>
  </View>
)
