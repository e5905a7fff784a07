import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'

interface NothingYetProps {
  isOffice: boolean
  onQuestionnaires: () => void
}

/** No questionnaire was ever published: where one is made, for who may. */
export const NothingYet = ({ isOffice, onQuestionnaires }: NothingYetProps) =>
  isOffice ? (
    <Empty
      title="还没有问卷"
      hint="五类人的问卷都备好了，挑一份改一改，发布以后患者扫码就能答。"
      action={
        <Button kind="quiet" onTap={onQuestionnaires}>
          去做一份问卷
        </Button>
      }
    />
  ) : (
    <Empty title="还没有问卷" hint="请满意度专员先发布问卷。有人答了，这里按季度、按科室给出结果。" />
  )
