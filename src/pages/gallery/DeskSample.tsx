import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Days } from '../../ui/Days'
import { Desk } from '../../ui/Desk'
import { DeskGroup } from '../../ui/DeskGroup'
import { Detail } from '../../ui/Detail'
import { Facts } from '../../ui/Facts'
import { Lead } from '../../ui/Lead'
import { NextAct } from '../../ui/NextAct'
import { Status } from '../../ui/Status'
import { Timeline } from '../../ui/Timeline'
import { toast } from '../../ui/toast'
import { useKeys } from '../../ui/useKeys'
import { SAMPLE_CASES, type SampleCase, SampleCases } from './SampleCases'

const seen = () => toast('按到了')

export const DeskSample = ({ onBack }: { onBack: () => void }) => {
  const [open, setOpen] = useState<SampleCase['key']>('refund')
  const [showing, setShowing] = useState<'list' | 'detail'>('list')
  const move = (by: 1 | -1) => {
    const index = SAMPLE_CASES.findIndex(({ key }) => key === open)
    const next = SAMPLE_CASES[index + by]
    if (next) setOpen(next.key)
  }
  useKeys({ j: () => move(1), k: () => move(-1), r: seen })
  const shown = SAMPLE_CASES.find(({ key }) => key === open) ?? SAMPLE_CASES[0]
  return (
    <Desk
      title="投诉办理"
      section="complaints"
      sections={[
        { key: 'complaints', name: '投诉', icon: 'complaint', onTap: seen },
        { key: 'places', name: '点位', icon: 'scan', onTap: seen },
        { key: 'search', name: '查找', icon: 'search', onTap: seen },
      ]}
      person="沈 · 医患办"
      showing={showing}
      onBack={showing === 'detail' ? () => setShowing('list') : onBack}
      keys={[
        { keys: ['J', 'K'], name: '下一件、上一件' },
        { keys: ['R'], name: '写反馈' },
      ]}
      list={
        <>
          <Lead hint="1 件超期，1 件今天到期。11 月 20 日 周五">待办 3 件</Lead>
          {SAMPLE_CASES.map((sample) => (
            <DeskGroup key={sample.key} name={sample.group}>
              <SampleCases
                label={sample.group}
                cases={[sample]}
                current={open}
                onOpen={(key) => {
                  setOpen(key)
                  setShowing('detail')
                }}
              />
            </DeskGroup>
          ))}
        </>
      }
      detail={
        <Detail
          head={
            <>
              <Lead above="投诉 2026-1113-04　收费医保 · 骨科　12345 转来，留名">{shown.title}</Lead>
              <View className="gap-4">
                <Status tone="wait">第 5 个工作日，共 5 个</Status>
              </View>
              <View className="gap-4">
                <Days
                  urgent
                  named={false}
                  label="5 个工作日，今天是第 5 个"
                  days={[
                    { name: '16 日', state: 'used' },
                    { name: '17 日', state: 'used' },
                    { name: '18 日', state: 'used' },
                    { name: '19 日', state: 'used' },
                    { name: '20 日', state: 'today' },
                  ]}
                />
              </View>
            </>
          }
          act={
            <NextAct what="今天 17:30 前，把核查结果反馈给投诉人" why="《医疗机构投诉管理办法》；本院定为 5 个工作日。">
              <Button kind="quiet" onTap={seen}>
                转 10 日
              </Button>
              <Button grow onTap={seen}>
                写反馈
              </Button>
            </NextAct>
          }
          facts={
            <Facts
              facts={[
                { term: '投诉人', text: '陈先生，患者儿子' },
                { term: '谁能看到', text: '医患办 2 人、财务科 1 人。骨科不在其中' },
                { term: '反馈之后', text: '投诉人确认，或要求再查；3 天后回访' },
              ]}
            />
          }
        >
          <Timeline
            entries={[
              {
                key: 'filed',
                state: 'done',
                what: '收到',
                when: '11 月 13 日 周五 10:06',
                seen: { by: '投诉人可见' },
                said: { mine: true, text: '父亲 10 月 23 日骨科出院，当时说预交金七天内原路退回，到现在没有到账。' },
              },
              {
                key: 'explained',
                state: 'done',
                what: '财务科说明',
                when: '11 月 17 日 11:20',
                seen: { by: '仅内部', inside: true },
                said: { text: '退款卡号登记时错一位，银行退回未通知窗口。此笔 19 日到账。' },
              },
              { key: 'draft', state: 'now', what: '反馈草稿', when: '认定：属实' },
            ]}
          />
        </Detail>
      }
    />
  )
}
