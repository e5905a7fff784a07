import type { Act, CaseDetail } from '#domain/complaint/case.contract'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { NextAct } from '../../ui/NextAct'
import { semantics } from '../../ui/semantics'
import { actNames, nextOf, otherActs } from './case.words'
import './CaseActs.css'

interface CaseActsProps {
  detail: CaseDetail
  now: Instant
  /** Acts for which something was written and not sent. */
  begun: ReadonlySet<Act>
  /** The one that is under way. */
  acting: Act | null
  onAct: (act: Act) => void
}

interface OthersProps extends Pick<CaseActsProps, 'begun' | 'onAct'> {
  acts: readonly Act[]
  className: string
}

const nameOf = (act: Act, begun: ReadonlySet<Act>) => (begun.has(act) ? `接着${actNames[act]}` : actNames[act])

const Others = ({ acts, begun, className, onAct }: OthersProps) => (
  <View className={className} {...semantics({ role: 'group', label: '还可以' })}>
    {acts.map((act) => (
      <Button key={act} kind="quiet" onTap={() => onAct(act)}>
        {nameOf(act, begun)}
      </Button>
    ))}
  </View>
)

/** The next legal act in front, the others quiet below it; on a phone they wait behind 更多. */
export const CaseActs = ({ detail, now, begun, acting, onAct }: CaseActsProps) => {
  const [more, setMore] = useState(false)
  const { act, what, why } = nextOf(detail, now)
  const others = otherActs(detail, act)
  return (
    <>
      <NextAct what={what} why={why}>
        <View className="case-dock">
          {more ? <Others className="case-others is-in-dock" acts={others} begun={begun} onAct={onAct} /> : null}
          <View className="case-dock-row">
            {others.length > 0 ? (
              <View className="case-more">
                <Button kind="quiet" onTap={() => setMore(!more)}>
                  {more ? '收起' : '更多'}
                </Button>
              </View>
            ) : null}
            {act === null ? null : (
              <Button grow busy={acting === act} busyText="正在办" onTap={() => onAct(act)}>
                {nameOf(act, begun)}
              </Button>
            )}
          </View>
        </View>
      </NextAct>
      {others.length > 0 ? (
        <Others className="case-others is-beside" acts={others} begun={begun} onAct={onAct} />
      ) : null}
    </>
  )
}
