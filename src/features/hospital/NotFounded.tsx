import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { goTo, routes } from '../../routes'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'

/** What a visitor sees before the hospital is opened, with the administrator's way in. */
export const NotFounded = ({ onRetry }: { onRetry: () => void }) => (
  <View>
    <Empty title="还没有开通" hint="医院正在准备，过些天再来。急事请直接找医护人员，或者打 12345。" />
    <ErrorNote onRetry={onRetry} otherwise={{ text: '我是管理员，来开通', onTap: () => void goTo(routes.setup()) }}>
      {sentenceFor('hospital.not_founded')}
    </ErrorNote>
  </View>
)
