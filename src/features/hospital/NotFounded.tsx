import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { goTo, routes } from '../../routes'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'

/** What a visitor sees before the hospital is opened, with the administrator's way in. */
export const NotFounded = ({ onRetry }: { onRetry: () => void }) => (
  <View>
    <Lead hint="医院正在准备，请过些天再来。急事请直接找医护人员，或者打 12345。">还没有开通</Lead>
    <View className="gap-4">
      <ErrorNote onRetry={onRetry} otherwise={{ text: '我是管理员，来开通', onTap: () => void goTo(routes.setup()) }}>
        {sentenceFor('hospital.not_founded')}
      </ErrorNote>
    </View>
  </View>
)
