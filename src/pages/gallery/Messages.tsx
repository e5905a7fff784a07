import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Notice } from '../../ui/Notice'
import { Skeleton } from '../../ui/Skeleton'
import { Status } from '../../ui/Status'
import { toast } from '../../ui/toast'
import { Section, Stack } from './Section'
import './Messages.css'

const again = () => toast('再试了一次')

export const Messages = () => (
  <>
    <Section name="状态：图标和字在前，颜色在后">
      <View className="statuses">
        <Status tone="done">已办结</Status>
        <Status tone="wait">今天到期</Status>
        <Status tone="late">晚 2 天</Status>
        <Status tone="rest">还没做</Status>
      </View>
    </Section>
    <Section name="一句话">
      <Stack>
        <Notice>已经交给医患办，11 月 25 日前答复您。</Notice>
      </Stack>
      <Stack>
        <Notice tone="wait">今天 17:30 到期，还没写反馈。</Notice>
      </Stack>
      <Stack>
        <Notice tone="late">已过答复日 2 天。我们没做到，院纪检监察室已经看到这一件。</Notice>
      </Stack>
      <Stack>
        <Notice
          tone="wait"
          icon="warning"
          actions={[
            { text: '换一张新码', onTap: again },
            { text: '停用', onTap: again },
          ]}
        >
          示教室门口的码 9 月 3 日起没人扫。多半被挡住或揭掉了，请去看一眼。
        </Notice>
      </Stack>
    </Section>
    <Section name="没成">
      <Stack>
        <ErrorNote onRetry={again} otherwise={{ text: '打电话说', onTap: again }}>
          没送出去。您写的还在，请再试一次。
        </ErrorNote>
      </Stack>
    </Section>
    <Section name="正在取">
      <Skeleton lines={4} />
    </Section>
    <Section name="没有内容">
      <Empty
        title="还没有提交过"
        hint="在别的手机上交的，可以用查询码找到。"
        action={
          <Button kind="quiet" onTap={again}>
            输入查询码
          </Button>
        }
      />
    </Section>
  </>
)
