import { useState } from 'react'
import { Choice } from '../../ui/Choice'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { CodeBoxes } from '../../ui/CodeBoxes'
import { CodeLine } from '../../ui/CodeLine'
import { Keypad } from '../../ui/Keypad'
import { Letter } from '../../ui/Letter'
import { Step } from '../../ui/Step'
import { TextField } from '../../ui/TextField'
import { Section, Stack } from './Section'

const IDENTITY = [
  {
    value: 'anonymous',
    title: '不留名',
    detail: '我们不知道您是谁。要补充情况，只能等您凭查询码回来看；查询码丢了，谁也找不回。',
  },
  {
    value: 'named',
    title: '留名',
    detail: '医患办可以打电话给您，把事情问清楚。呼吸科看得到事情经过，看不到您的姓名和电话。',
  },
] as const

const HOW_OFTEN = [
  { value: 'sometimes', title: '有时会' },
  { value: 'mostly', title: '多数时候会' },
  { value: 'unknown', title: '说不上来', disabled: true },
] as const

const ABOUT = [
  { value: 'wait', title: '排队等候' },
  { value: 'fee', title: '收费' },
  { value: 'manner', title: '说话态度' },
] as const

const CODE = '40731862905177263384019547'

export const Answers = () => {
  const [identity, setIdentity] = useState<(typeof IDENTITY)[number]['value'] | null>('anonymous')
  const [often, setOften] = useState<(typeof HOW_OFTEN)[number]['value'] | null>(null)
  const [about, setAbout] = useState<(typeof ABOUT)[number]['value'][]>(['wait'])
  const [story, setStory] = useState(
    '11 月 16 日上午，我妈做完胸部 CT 回病房。我去护士站问报告什么时候出，问了三次都叫等着，没人说要等多久。下午四点才知道，报告中午就出来了。',
  )
  const [long, setLong] = useState('写得太长的一段话')
  const [empty, setEmpty] = useState('')
  const [phone, setPhone] = useState('1380000')
  const [name, setName] = useState('')
  const [digits, setDigits] = useState('4073186290')
  return (
    <>
      <Section name="第几步">
        <Step now={2} of={4} />
      </Section>
      <Section name="答案：一个">
        <ChoiceGroup label="留名方式" options={IDENTITY} value={identity} onChange={setIdentity} />
      </Section>
      <Section name="答案：没选过，一个不能选">
        <ChoiceGroup label="会不会" options={HOW_OFTEN} value={often} onChange={setOften} />
      </Section>
      <Section name="答案：几个都行">
        <ChoiceGroup multiple label="哪方面" options={ABOUT} value={about} onChange={setAbout} />
      </Section>
      <Section name="答案：对与错">
        <Stack>
          <Choice kind="checkbox" title="第六条" selected verdict="right" onTap={() => undefined} />
        </Stack>
        <Stack>
          <Choice
            kind="checkbox"
            title="第八条"
            tag="您选的"
            selected={false}
            verdict="wrong"
            onTap={() => undefined}
          />
        </Stack>
      </Section>
      <Section name="信笺">
        <Stack>
          <Letter
            label="发生了什么"
            value={story}
            onInput={setStory}
            saved="草稿已存在这台手机里，关掉也不会丢"
            limit={2000}
          />
        </Stack>
        <Stack>
          <Letter label="还没写" value={empty} onInput={setEmpty} lines={3} placeholder="想到哪儿写到哪儿" />
        </Stack>
        <Stack>
          <Letter label="写长了" value={long} onInput={setLong} lines={2} limit={5} />
        </Stack>
      </Section>
      <Section name="一行字">
        <Stack>
          <TextField
            label="称呼"
            aside="可以不填"
            value={name}
            onInput={setName}
            hint="怎么叫您都行"
            placeholder="例如：陈女士"
          />
        </Stack>
        <Stack>
          <TextField
            label="电话"
            kind="digits"
            value={phone}
            onInput={setPhone}
            error={phone.length === 11 ? undefined : `手机号是 11 位，现在有 ${phone.length} 位。座机请带区号。`}
          />
        </Stack>
        <Stack>
          <TextField label="工号" value="JQ-0112" disabled onInput={() => undefined} hint="由信息科填写" />
        </Stack>
      </Section>
      <Section name="查询码">
        <Stack>
          <CodeLine digits={CODE} label="查询码" />
        </Stack>
        <Stack>
          <CodeBoxes digits={digits} length={26} label="查询码，七组" />
        </Stack>
        <Stack>
          <Keypad
            onDigit={(digit) => setDigits((now) => (now + digit).slice(0, 26))}
            onErase={() => setDigits((now) => now.slice(0, -1))}
            onClear={() => setDigits('')}
          />
        </Stack>
        <Stack>
          <CodeBoxes digits={CODE} length={26} label="查询码，对不上" wrong />
        </Stack>
      </Section>
    </>
  )
}
