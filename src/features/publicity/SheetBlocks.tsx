import { BLOCKS_MAX } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/Icon'
import type { IconName } from '../../ui/icon.names'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { AddressPanel } from './AddressPanel'
import { Box } from './Box'
import { BlockTools } from './BlockTools'
import { LinkBlock } from './LinkBlock'
import { LinkPanel } from './LinkPanel'
import { PictureBlock } from './PictureBlock'
import { blockNames } from './publicity.words'
import { RecordingBlock } from './RecordingBlock'
import { freshKey, isWritten, type SheetBlock } from './sheet.model'
import type { Gap } from './sheet.gaps'
import type { MediaInHand } from './use-media'
import type { SheetEdit } from './use-sheet-edit'
import { WrittenField } from './WrittenField'

interface SheetBlocksProps {
  edit: SheetEdit
  media: MediaInHand
  gaps: readonly Gap[]
}

const PICTURES_AT_ONCE = 9

/** The article itself: block after block, and what can be put after the one in hand. */
export const SheetBlocks = ({ edit, media, gaps }: SheetBlocksProps) => {
  const { blocks, chosen } = edit
  const [panel, setPanel] = useState<'address' | 'link' | null>(null)
  const inHand = blocks.find(({ key }) => key === chosen) ?? null
  const after = inHand?.key ?? null
  const isFull = blocks.length >= BLOCKS_MAX

  const addPictures = async () => {
    let last = after
    for (const picture of await media.addPictures(Math.min(PICTURES_AT_ONCE, BLOCKS_MAX - blocks.length))) {
      const key = freshKey()
      edit.add(last, { key, kind: 'image', alt: '', ...picture })
      last = key
    }
  }
  const addRecording = async () => {
    const recording = await media.addRecording()
    if (recording) edit.add(after, { key: freshKey(), kind: 'audio', ...recording })
  }
  const ways: { name: string; icon?: IconName; isWide?: boolean; onTap: () => void }[] = [
    { name: '正文', onTap: () => edit.addWritten(after, 'paragraph') },
    { name: '小标题', isWide: true, onTap: () => edit.addWritten(after, 'heading') },
    { name: '引语', onTap: () => edit.addWritten(after, 'quote') },
    { name: '列表', isWide: true, onTap: () => edit.addWritten(after, 'list') },
    { name: '图片', icon: 'camera', onTap: () => void addPictures() },
    { name: '录音', icon: 'listen', isWide: true, onTap: () => void addRecording() },
    { name: '链接', icon: 'attach', isWide: true, onTap: () => setPanel('link') },
  ]

  const askAddress = () => {
    const at = edit.selection.current
    if (at && at.from !== at.to) setPanel('address')
  }

  return (
    <View className="sheet-blocks">
      {inHand ? (
        <View className="tools-place is-wide-only">
          <BlockTools edit={edit} block={inHand} onLink={askAddress} />
        </View>
      ) : (
        <View className="tools-place is-wide-only tools-hint">
          点一段就能改。回车另起一段，Alt 加 ↑ ↓ 挪动，Ctrl 加 B 加粗
        </View>
      )}
      {blocks.map((block, at) => {
        const isInHand = block.key === chosen
        const own = gaps.filter((gap) => gap.block === block.key)
        return (
          <Box key={block.key} className={classNames('sheet-block', isInHand && 'is-in-hand')}>
            <Tappable
              className="sheet-grip"
              label={`第 ${at + 1} 段，${blockNames[block.kind]}，选中它`}
              pressed={isInHand}
              inTabOrder={!isWritten(block)}
              onTap={() => edit.goTo(block.key)}
            >
              <View className="sheet-grip-dots" />
            </Tappable>
            <BlockView
              block={block}
              at={at}
              edit={edit}
              media={media}
              isOnly={blocks.length === 1}
              onLink={askAddress}
            />
            {own.map(({ text }) => (
              <View key={text} className="sheet-gap">
                {`${text}。`}
              </View>
            ))}
            {isInHand ? (
              <View className="tools-place is-narrow-only">
                <BlockTools edit={edit} block={block} onLink={askAddress} />
              </View>
            ) : null}
          </Box>
        )
      })}
      {edit.note ? (
        <View className="gap-3">
          <Notice icon="eye" announced="status" actions={[{ text: '知道了', onTap: edit.forget }]}>
            {edit.note}
          </Notice>
        </View>
      ) : null}
      {media.problem ? (
        <View className="gap-3">
          <Notice tone="wait" announced="alert">
            {media.problem}
          </Notice>
        </View>
      ) : null}
      {isFull ? (
        <View className="sheet-add t4 c2">{`一篇最多 ${BLOCKS_MAX} 段，再长请分成上下两篇。`}</View>
      ) : (
        <View className="sheet-add" {...semantics({ role: 'group', label: inHand ? '在这一段下面加' : '在最后加' })}>
          <View className="sheet-add-sign">+</View>
          {ways.map(({ name, icon, isWide, onTap }) => (
            <Tappable
              key={name}
              className={classNames('sheet-way', isWide && 'is-wide-only')}
              label={`加${name}`}
              onTap={onTap}
            >
              {icon ? <Icon name={icon} size="s" className="sheet-way-icon" /> : null}
              {name}
            </Tappable>
          ))}
        </View>
      )}
      {panel === 'address' ? (
        <AddressPanel
          onLink={(href) => {
            edit.link(href)
            setPanel(null)
          }}
          onClose={() => setPanel(null)}
        />
      ) : null}
      {panel === 'link' ? (
        <LinkPanel
          onChoose={(link) => {
            edit.add(after, { key: freshKey(), ...link })
            setPanel(null)
          }}
          onClose={() => setPanel(null)}
        />
      ) : null}
    </View>
  )
}

interface BlockViewProps {
  block: SheetBlock
  at: number
  edit: SheetEdit
  media: MediaInHand
  isOnly: boolean
  onLink: () => void
}

const BlockView = ({ block, at, edit, media, isOnly, onLink }: BlockViewProps) => {
  switch (block.kind) {
    case 'image':
      return <PictureBlock block={block} edit={edit} media={media} />
    case 'audio':
      return <RecordingBlock block={block} edit={edit} media={media} />
    case 'link':
      return <LinkBlock block={block} edit={edit} />
    default:
      return (
        <WrittenField
          block={block}
          edit={edit}
          label={`第 ${at + 1} 段，${blockNames[block.kind]}`}
          placeholder={isOnly ? '从这里写起。也可以从 Word 或公众号文章整篇粘贴，只留文字' : blockNames[block.kind]}
          onLink={onLink}
        />
      )
  }
}
