import { PraiseWall } from '../../../features/praise/PraiseWall'
import { useWall } from '../../../features/praise/use-wall'
import { goBack, goTo, routes } from '../../../routes'
import { Button } from '../../../ui/Button'
import { Lead } from '../../../ui/Lead'
import { Page } from '../../../ui/Page'

/** The wall of thanks (感谢墙), for everybody. */
export default function PraisesPage() {
  const wall = useWall()
  return (
    <Page
      title="感谢墙"
      onBack={() => void goBack()}
      dock={
        <Button kind="quiet" grow icon="praise" onTap={() => void goTo(routes.praise())}>
          我也想谢谢一位
        </Button>
      }
    >
      <Lead above={wall.wall?.hospitalName} hint="写的人同意登出来，姓名都去掉了。只写哪个月，不写哪一天。">
        他们说，谢谢
      </Lead>
      <PraiseWall wall={wall} />
    </Page>
  )
}
