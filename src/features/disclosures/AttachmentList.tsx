import type { AttachmentLink } from '#domain/culture/disclosure.contract'
import { Item, List } from '../../ui/List'
import { toast } from '../../ui/toast'
import { openFile } from '../../files/file.open'
import { sizeWords } from './disclosure.words'

/** Files to open: in a window of their own, or with what WeChat has for them. */
export const AttachmentList = ({ attachments }: { attachments: readonly AttachmentLink[] }) => {
  const open = async (attachment: AttachmentLink) => {
    if ((await openFile(attachment)) === 'failed') toast('附件没有打开，请再点一次', 'wait')
  }
  return (
    <List label="附件">
      {attachments.map((attachment) => (
        <Item
          key={attachment.mediaId}
          icon="attach"
          title={attachment.name}
          end={sizeWords(attachment.bytes)}
          onTap={() => void open(attachment)}
        />
      ))}
    </List>
  )
}
