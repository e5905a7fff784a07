import { useState } from 'react'
import { goBack } from '../../routes'
import { Button } from '../../ui/Button'
import { LinkText } from '../../ui/LinkText'
import { Page } from '../../ui/Page'
import { PlaceHead } from '../../ui/PlaceHead'
import { Tabs } from '../../ui/Tabs'
import { toast } from '../../ui/toast'
import { Actions } from './Actions'
import { Answers } from './Answers'
import { Appearances } from './Appearances'
import { Choosing } from './Choosing'
import { DeskSample } from './DeskSample'
import { Messages } from './Messages'
import { Papers } from './Papers'
import { Pictures } from './Pictures'

const seen = () => toast('按到了')

/** Every component in every state. Development only: app.config.ts leaves the page out of a production build. */
export default function Gallery() {
  const [atDesk, setAtDesk] = useState(false)
  if (atDesk) return <DeskSample onBack={() => setAtDesk(false)} />
  return (
    <Page
      title="组件"
      onBack={goBack}
      field={
        <PlaceHead
          hospital="青衿市人民医院"
          title="呼吸与危重症医学科"
          detail="住院部 12 层东病区"
          action={
            <LinkText label="不是这里？换一个地方" onTap={seen}>
              不是这里？
            </LinkText>
          }
        />
      }
      dock={
        <>
          <Button kind="text" onTap={seen}>
            上一步
          </Button>
          <Button grow onTap={() => setAtDesk(true)}>
            看工作台
          </Button>
        </>
      }
      tabs={
        <Tabs
          current="home"
          tabs={[
            { key: 'home', name: '首页', icon: 'home', onTap: seen },
            { key: 'progress', name: '查进度', icon: 'progress', onTap: seen },
            { key: 'culture', name: '清廉文化', icon: 'culture', onTap: seen },
          ]}
        />
      }
    >
      <Appearances />
      <Actions />
      <Answers />
      <Choosing />
      <Messages />
      <Papers />
      <Pictures />
    </Page>
  )
}
