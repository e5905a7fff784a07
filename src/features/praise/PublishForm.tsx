import type { PhotoId } from '#domain/ids'
import type { PraiseRow } from '#domain/survey/praise.contract'
import { PRAISE_PHOTOS_MAX, PRAISE_TEXT_MAX, PraiseText } from '#domain/survey/praise.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Head } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { PhotoBoard } from '../../ui/PhotoBoard'
import { usePraisePhotos } from './use-praise-photos'

const LINES = 4

interface PublishFormProps {
  praise: PraiseRow
  busy: boolean
  onPublish: (publication: { text: string; photos: PhotoId[]; covered: boolean }) => Promise<boolean>
  onLeave: () => void
}

/** The copy for the wall: words without names, pictures with names and faces covered. What was written stays as it is. */
export const PublishForm = ({ praise, busy, onPublish, onLeave }: PublishFormProps) => {
  const [text, setText] = useState(praise.wall?.text ?? praise.text)
  const shown = praise.wall?.photos ?? []
  const offered = [...praise.photos, ...shown.filter(({ id }) => !praise.photos.some((photo) => photo.id === id))]
  const [chosen, setChosen] = useState<readonly PhotoId[]>(shown.map(({ id }) => id))
  const [covered, setCovered] = useState(false)
  const added = usePraisePhotos(`publish.${praise.id}`)
  const photos = [...chosen, ...added.sent]
  const wants = !v.is(PraiseText, text)
    ? '请写上要登的话'
    : photos.length > PRAISE_PHOTOS_MAX
      ? `照片最多登 ${PRAISE_PHOTOS_MAX} 张`
      : added.waiting > 0
        ? '照片还在传'
        : photos.length > 0 && !covered
          ? '请先看照片盖住了没有'
          : undefined
  const publish = async () => {
    // What was covered lies on this device no longer than it is needed.
    if (await onPublish({ text, photos, covered })) added.clear()
  }
  return (
    <View className="praise-form">
      <Head>登到墙上的话</Head>
      <View className="t4 c2 gap-2">去掉病人、家属和职工的姓名，也去掉病情。原来写的不会变。</View>
      <View className="gap-3">
        <Letter label="登到墙上的话" value={text} lines={LINES} limit={PRAISE_TEXT_MAX} onInput={setText} />
      </View>
      <View className="gap-4">
        <Head aside="不登照片也行">照片</Head>
        {offered.length > 0 ? (
          <View className="gap-3">
            <ChoiceGroup
              multiple
              label="登哪几张"
              options={offered.map(({ id }, at) => ({ value: id, title: `登第 ${at + 1} 张` }))}
              value={chosen}
              onChange={setChosen}
            />
          </View>
        ) : null}
        <View className="gap-3">
          <PhotoBoard album={added} note="上面有姓名或脸的，请盖住以后存成新的一张，在这里换上。" />
        </View>
      </View>
      {photos.length > 0 ? (
        <View className="gap-4">
          <Choice
            kind="checkbox"
            title="照片里的姓名和脸都盖住了"
            selected={covered}
            onTap={() => setCovered(!covered)}
          />
        </View>
      ) : null}
      <View className="praise-acts">
        <Button busy={busy} disabledBecause={wants} onTap={() => void publish()}>
          登出来
        </Button>
        <Button kind="text" onTap={onLeave}>
          先不登
        </Button>
      </View>
    </View>
  )
}
