import { useAction, useLoaded } from '#cloud/use-action'
import { type Column, columnNames } from '#domain/culture/article.model'
import type { StarterRow } from '#domain/culture/starter.contract'
import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { ErrorNote } from '../../ui/ErrorNote'
import { Notice } from '../../ui/Notice'
import { SectionHead } from '../../ui/SectionHead'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { publicityApi } from './publicity.api'
import './StarterPanel.css'

const NOTHING = {}

const optionOf = ({ key, title, summary, taken }: StarterRow) => ({
  value: key,
  title,
  detail: summary,
  tag: taken ? '已取用' : undefined,
  disabled: taken,
})

interface StarterPanelProps {
  onClose: () => void
  /** Something is on the desk that was not there. */
  onTaken: () => void
}

/** Pieces that come with the program (开篇稿件), to be put on the desk and reviewed like any other. */
export const StarterPanel = ({ onClose, onTaken }: StarterPanelProps) => {
  const { remote, reload } = useLoaded(publicityApi.starterSet, NOTHING)
  const taking = useAction(publicityApi.takeStarterPieces)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const rows = remote.status === 'done' ? remote.value.rows : []
  const left = rows.filter(({ taken }) => !taken).map(({ key }) => key)

  const take = async () => {
    const taken = await taking.run({ keys: [...chosen] })
    if (!taken.ok) return
    toast(`${chosen.length} 篇放到稿件桌上了`)
    setChosen([])
    await reload()
    onTaken()
  }

  const ofColumn = (column: Column) => {
    const here = rows.filter((row) => row.column === column)
    if (here.length === 0) return null
    const keys = new Set(here.map(({ key }) => key))
    const others = chosen.filter((key) => !keys.has(key))
    return (
      <View key={column} className="starter-column">
        <SectionHead title={columnNames[column]} aside={`${here.length} 篇`} />
        <ChoiceGroup
          multiple
          label={columnNames[column]}
          options={here.map(optionOf)}
          value={chosen.filter((key) => keys.has(key))}
          onChange={(picked) => setChosen([...others, ...picked])}
        />
      </View>
    )
  }

  return (
    <SidePanel title="取用开篇稿件" onClose={onClose}>
      <Notice icon="pen">取来的是草稿：照本院的情况改好，一样要走三道审核才发布。故事都注明是虚构的。</Notice>
      {remote.status === 'failed' ? (
        <ErrorNote onRetry={() => void reload()}>{sentenceFor(remote.code)}</ErrorNote>
      ) : remote.status !== 'done' ? (
        <Skeleton lines={8} />
      ) : (
        <>
          {(Object.keys(columnNames) as Column[]).map(ofColumn)}
          {taking.remote.status === 'failed' ? <ErrorNote>{sentenceFor(taking.remote.code)}</ErrorNote> : null}
          <View className="starter-foot">
            {left.length > 0 ? (
              <>
                <Button
                  grow
                  busy={taking.remote.status === 'pending'}
                  busyText="正在取"
                  disabledBecause={chosen.length === 0 ? '先勾上要的几篇' : undefined}
                  onTap={() => void take()}
                >
                  {chosen.length === 0 ? '取用' : `取用 ${chosen.length} 篇`}
                </Button>
                <Button kind="text" disabled={chosen.length === left.length} onTap={() => setChosen(left)}>
                  全部勾上
                </Button>
              </>
            ) : (
              <Notice icon="tick">都取过了，在稿件里找。</Notice>
            )}
          </View>
        </>
      )}
    </SidePanel>
  )
}
