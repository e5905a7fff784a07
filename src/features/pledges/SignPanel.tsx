import type { SigningWay } from '#domain/integrity/pledge.model'
import type { Strokes } from '#domain/integrity/pledge.strokes'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice } from '../../ui/Choice'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { Head } from '../../ui/Lead'
import { PromiseNote } from '../../ui/PromiseNote'
import { SignaturePad } from './SignaturePad'

type Kind = SigningWay['kind']

const WAYS = [
  { value: 'drawn', title: '手写签名', detail: '用手指、笔或鼠标，像在纸上一样写名字。' },
  { value: 'confirmed', title: '不手写，打勾确认', detail: '用键盘、读屏，或者不方便写字，都选这个；一样算数。' },
] as const satisfies readonly { value: Kind; title: string; detail: string }[]

/** What is being signed with: nothing yet, or a whole way. */
export const useSigning = () => {
  const [kind, setKind] = useState<Kind>('drawn')
  const [strokes, setStrokes] = useState<Strokes | null>(null)
  const [ticked, setTicked] = useState(false)
  const way: SigningWay | null = kind === 'drawn' ? strokes && { kind, strokes } : ticked ? { kind: 'confirmed' } : null
  const wants = way ? null : kind === 'drawn' ? '请先在签名处写上名字' : '请先在您的名字前打勾'
  const choose = (next: Kind) => {
    setKind(next)
    // The sheet of paper is a new one each time.
    setStrokes(null)
  }
  return { kind, choose, setStrokes, ticked, setTicked, way, wants }
}

interface SignPanelProps {
  name: string
  signing: ReturnType<typeof useSigning>
}

/** Who will see it, said first; then by hand or with a tick. */
export const SignPanel = ({ name, signing }: SignPanelProps) => (
  <View className="gap-6">
    <Head>签之前，先看清楚</Head>
    <View className="gap-2">
      <PromiseNote
        next="姓名、科室和签的日子亮在“我承诺 你监督”的墙上，科室负责人会写明是负责人"
        by="签好马上亮出来；离开本院，名字从墙上撤下"
        seenBy="墙人人看得到，病人扫码就能看。手写的笔迹只印在您自己的证书上，墙上没有"
        never="工号、电话不上墙；没签的人也不上墙，只有科室负责人、宣传和纪检看得到谁还没签"
      />
    </View>
    <View className="gap-5">
      <Head>怎么签</Head>
      <View className="gap-3">
        <ChoiceGroup label="怎么签" options={WAYS} value={signing.kind} onChange={signing.choose} />
      </View>
    </View>
    <View className="gap-4">
      {signing.kind === 'drawn' ? (
        <SignaturePad name={name} onWritten={signing.setStrokes} />
      ) : (
        <Choice
          kind="checkbox"
          title={`我是${name}，上面的承诺我读过了，我做到`}
          selected={signing.ticked}
          onTap={() => signing.setTicked(!signing.ticked)}
        />
      )}
    </View>
  </View>
)
