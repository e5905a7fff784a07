import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { Entries, Entry } from '../../ui/Entry'
import { LinkText } from '../../ui/LinkText'
import { PhoneLink, PhoneLinks } from '../../ui/PhoneLink'
import { toast } from '../../ui/toast'
import { Section, Stack } from './Section'

const seen = () => toast('按到了')

export const Actions = () => {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Section name="入口">
        <Entry kind="main" icon="complaint" name="投诉建议" detail="今天说，11 月 25 日前答复您" onTap={seen} />
        <Entries>
          <Entry icon="progress" name="查进度" detail="凭回执上的码" onTap={seen} />
          <Entry icon="eye" name="监督渠道" detail="还可以找谁" onTap={seen} />
        </Entries>
      </Section>
      <Section name="按钮">
        <Stack>
          <Button wide onTap={seen}>
            下一步
          </Button>
        </Stack>
        <Stack>
          <View className="row">
            <Button kind="quiet" grow onTap={seen}>
              上一步
            </Button>
            <Button kind="text" onTap={seen}>
              跳过
            </Button>
          </View>
        </Stack>
        <Stack>
          <Button wide icon="save" onTap={seen}>
            存成图片
          </Button>
        </Stack>
        <Stack>
          <Button wide busy onTap={seen}>
            交给医患办
          </Button>
        </Stack>
        <Stack>
          <Button wide disabledBecause="还没写发生了什么" onTap={seen}>
            提交
          </Button>
        </Stack>
        <Stack>
          <Button kind="quiet" wide icon="pen" onTap={seen}>
            回答，或补一张照片
          </Button>
        </Stack>
        <Stack>
          <LinkText label="不是这里？换一个地方" onTap={seen}>
            不是这里？
          </LinkText>
        </Stack>
      </Section>
      <Section name="电话">
        <PhoneLinks>
          <PhoneLink name="纪检监察室" number="0000-555-0112" />
          <PhoneLink name="医患办，24 小时" number="0000-555-0120" />
        </PhoneLinks>
      </Section>
      <Section name="提示与询问">
        <Stack>
          <Button kind="quiet" wide onTap={() => toast('已存到相册')}>
            出一条轻提示
          </Button>
        </Stack>
        <Stack>
          <Button kind="quiet" wide onTap={() => setAsking(true)}>
            问一句
          </Button>
        </Stack>
        {asking ? (
          <ConfirmDialog
            title="停用这张码？"
            detail="扫到的人会看到“请找护士站”，和 0000-555-0120。"
            confirm="停用"
            onConfirm={() => setAsking(false)}
            onCancel={() => setAsking(false)}
          />
        ) : null}
      </Section>
    </>
  )
}
