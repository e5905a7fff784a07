import type { CaseDetail } from '#domain/complaint/case.contract'
import { findingNames } from '#domain/complaint/complaint.model'
import { View } from '@tarojs/components'
import { Timeline } from '../../ui/Timeline'

/** The reply as the complainant will read it, before it goes out. */
export const ReplyPreview = ({ detail, text }: { detail: CaseDetail; text: string }) => (
  <>
    <View className="case-form-hint">
      投诉人会读到的，就是下面这些。再看一遍：有没有答非所问，有没有写到别人的名字。
    </View>
    <View className="case-form-part">
      <Timeline
        label="投诉人会读到的"
        entries={[
          {
            key: 'reply',
            state: 'now',
            what: '医患办答复',
            when: detail.finding ? `核查认定：${findingNames[detail.finding]}` : undefined,
            said: { text: text.trim() },
          },
        ]}
      />
    </View>
  </>
)
