import { useState } from 'react'
import { Button } from '../../ui/Button'
import { DayField } from '../../ui/DayField'
import { PaperSheet } from '../../ui/PaperSheet'
import { RateWords } from '../../ui/RateWords'
import { type Shot, Shots } from '../../ui/Shots'
import { TileGroup } from '../../ui/TileGroup'
import { toast } from '../../ui/toast'
import { Section, Stack } from './Section'

const seen = () => toast('按到了')

const KINDS = [
  { value: 'manner', title: '态度', detail: '生硬、推诿、不理人' },
  { value: 'wait', title: '排队等候', detail: '挂号、检查、床位' },
  { value: 'fee', title: '钱和医保', detail: '多收、没清单、报销' },
  { value: 'unsure', title: '说不清', detail: '直接写，我们来分' },
] as const

const RATES = [
  { value: '1', title: '很不满意' },
  { value: '2', title: '不太满意' },
  { value: '3', title: '一般' },
  { value: '4', title: '满意' },
  { value: '5', title: '很满意' },
] as const

const DRAWING =
  'data:image/svg+xml;utf8,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"%3E%3Cpath fill="tan" d="M0 0h9v9H0z"/%3E%3C/svg%3E'

const SHOTS: Shot[] = [
  { id: '1', src: DRAWING, label: '第 1 张照片', state: 'sent', percent: 100 },
  { id: '2', src: DRAWING, label: '第 2 张照片', state: 'sending', percent: 62 },
  { id: '3', src: DRAWING, label: '第 3 张照片', state: 'stopped', percent: 40 },
  { id: '4', src: DRAWING, label: '第 4 张照片', state: 'waiting', percent: 0 },
]

export const Choosing = () => {
  const [kind, setKind] = useState<(typeof KINDS)[number]['value'] | null>('wait')
  const [rate, setRate] = useState<(typeof RATES)[number]['value'] | null>('4')
  const [date, setDate] = useState('2026-11-16')
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Section name="哪方面的事">
        <TileGroup label="投诉的类别" options={KINDS} value={kind} onChange={setKind} />
      </Section>
      <Section name="日子">
        <Stack>
          <DayField
            label="具体日期"
            value={date}
            words="11 月 16 日"
            earliest="2025-11-21"
            latest="2026-11-21"
            onChange={setDate}
          />
        </Stack>
      </Section>
      <Section name="五个词，按顺序">
        <RateWords label="办得怎么样" options={RATES} value={rate} onChange={setRate} />
      </Section>
      <Section name="照片">
        <Shots label="样子照片" shots={SHOTS} max={6} onAdd={seen} onRemove={seen} />
      </Section>
      <Section name="盖在上面的">
        <Stack>
          <Button kind="quiet" wide onTap={() => setOpen(true)}>
            先讲明白
          </Button>
        </Stack>
      </Section>
      {open ? (
        <PaperSheet
          title="留电话之前，讲明白"
          facts={[
            { icon: 'phone', term: '要什么', text: '只要一个电话，姓名可以不写' },
            { icon: 'eye', term: '谁看得到', text: '医患办的专员。看一次，记一次' },
          ]}
          actions={
            <>
              <Button kind="quiet" grow onTap={close}>
                不同意，不留名
              </Button>
              <Button kind="quiet" grow onTap={close}>
                同意，留电话
              </Button>
            </>
          }
          onEscape={close}
        />
      ) : null}
    </>
  )
}
