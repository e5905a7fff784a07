import { View } from '@tarojs/components'
import { LinkCard } from '../../ui/article/LinkCard'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import type { SheetBlock } from './sheet.model'
import type { SheetEdit } from './use-sheet-edit'

type Link = Extract<SheetBlock, { kind: 'link' }>

/** A link to another page of the hospital, as it will stand in the article. */
export const LinkBlock = ({ block, edit }: { block: Link; edit: SheetEdit }) => {
  const { key, label } = block
  return (
    <View>
      <LinkCard block={block} />
      <View className="gap-3">
        <TextField
          label="链接上写什么"
          value={label}
          maxlength={60}
          onInput={(text) => edit.changeBlock<Link>(key, (link) => ({ ...link, label: text }), `${key}.label`)}
        />
      </View>
      <View className="gap-2">
        <Button kind="text" onTap={() => edit.remove(key)}>
          去掉这个链接
        </Button>
      </View>
    </View>
  )
}
