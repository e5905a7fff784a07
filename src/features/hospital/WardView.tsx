import type { TouchpointBoard, TouchpointRow, WardRow } from '#domain/hospital/place.contract'
import { printFormatNames } from '#domain/hospital/place.model'
import type { TouchpointId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { departmentOf, retirementInWords, scansThisMonth, silenceInWords, sumOf, wardInWords } from './place.words'
import { ScanBars } from './ScanBars'
import './WardView.css'

interface WardViewProps {
  board: TouchpointBoard
  ward: WardRow
  now: Instant
  onEdit: () => void
  onAdd: () => void
  onOpen: (row: TouchpointRow) => void
  onPrint: (ids: TouchpointId[]) => void
}

/** One ward: its pledge, the codes on its walls, and how often each is scanned. */
export const WardView = ({ board, ward, now, onEdit, onAdd, onOpen, onPrint }: WardViewProps) => {
  const rows = board.rows.filter(({ wardId }) => wardId === ward.id)
  const inUse = rows.filter(({ retirement }) => retirement === null)
  const retired = rows.filter(({ retirement }) => retirement !== null)
  const [picked, setPicked] = useState<readonly TouchpointId[]>([])
  const chosen = inUse.filter(({ id }) => picked.includes(id)).map(({ id }) => id)
  const toggle = (id: TouchpointId) =>
    setPicked(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id])
  return (
    <View className="ward">
      <Lead above={departmentOf(board, ward)} hint={`${wardInWords(rows, now)}，这个月扫了 ${sumOf(rows)} 次。`}>
        {ward.name}
      </Lead>
      <View className="gap-4">
        <Head
          aside={
            <LinkText role="button" onTap={onEdit}>
              改病区和承诺
            </LinkText>
          }
        >
          我承诺　你监督
        </Head>
        <View className="ward-vow">{ward.pledge ?? board.hospital.pledge}</View>
        {ward.pledge === null ? <View className="ward-note">用的是全院的承诺。</View> : null}
      </View>
      <View className="gap-4">
        <Head aside="柱子是近 12 个月，数字是这个月">在用的码</Head>
        <View className="codes" {...semantics({ role: 'list', label: '在用的码' })}>
          {inUse.map((row) => (
            <CodeRow
              key={row.id}
              row={row}
              now={now}
              picked={picked.includes(row.id)}
              onPick={() => toggle(row.id)}
              onOpen={() => onOpen(row)}
            />
          ))}
        </View>
        {inUse.length === 0 ? <View className="ward-note">这里还没有在用的码。</View> : null}
        {inUse.map((row) => {
          const silence = silenceInWords(row, now)
          return silence === null ? null : (
            <View key={row.id} className="gap-4">
              <Notice tone="wait" icon="warning" actions={[{ text: `看 ${row.id}`, onTap: () => onOpen(row) }]}>
                {`${row.spot}的码 ${silence}。多半被挡住或揭掉了，请去看一眼。`}
              </Notice>
            </View>
          )
        })}
      </View>
      <View className="ward-acts">
        <Button kind="quiet" wide onTap={onAdd}>
          加几张码
        </Button>
        {inUse.length > 0 ? (
          <View className="ward-print">
            <View className="ward-all">
              <LinkText
                role="button"
                onTap={() => setPicked(chosen.length === inUse.length ? [] : inUse.map(({ id }) => id))}
              >
                {chosen.length === inUse.length ? '都不选' : '全选'}
              </LinkText>
            </View>
            <Button
              kind="primary"
              grow
              disabledBecause={chosen.length === 0 ? '先在上面勾选要印的码' : undefined}
              onTap={() => onPrint(chosen)}
            >
              {`打印 ${chosen.length} 张`}
            </Button>
          </View>
        ) : null}
      </View>
      {retired.length > 0 ? (
        <View className="gap-4">
          <Head>停用的码</Head>
          <List label="停用的码">
            {retired.map((row) => (
              <Item
                key={row.id}
                title={`${row.id} ${row.spot}`}
                detail={`${retirementInWords(row, now)}。这个月还有 ${scansThisMonth(row)} 次扫到它。`}
                onTap={() => onOpen(row)}
              />
            ))}
          </List>
        </View>
      ) : null}
    </View>
  )
}

interface CodeRowProps {
  row: TouchpointRow
  now: Instant
  picked: boolean
  onPick: () => void
  onOpen: () => void
}

const CodeRow = ({ row, now, picked, onPick, onOpen }: CodeRowProps) => {
  const silence = silenceInWords(row, now)
  const detail = [row.id, printFormatNames[row.format], silence].filter(Boolean).join(' · ')
  const scans = `${scansThisMonth(row)} 次`
  return (
    <View className="code-row" {...semantics({ role: 'listitem' })}>
      <Tappable role="checkbox" className="code-pick" label={`选中 ${row.id}`} checked={picked} onTap={onPick}>
        <View className={picked ? 'code-tick is-picked' : 'code-tick'}>
          {picked ? <Icon name="tick" size="s" /> : null}
        </View>
      </Tappable>
      <Tappable
        className="code-open"
        label={process.env.TARO_ENV === 'weapp' ? `${row.spot}，${detail}，这个月 ${scans}` : undefined}
        onTap={onOpen}
      >
        <View className="code-words">
          <View className="code-spot">{row.spot}</View>
          <View className="code-detail">{detail}</View>
        </View>
        <View className="code-months">
          <ScanBars row={row} now={now} />
        </View>
        <View className="code-scans">{scans}</View>
      </Tappable>
    </View>
  )
}
