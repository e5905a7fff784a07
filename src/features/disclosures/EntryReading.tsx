import type { EntryView } from '#domain/culture/disclosure.contract'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { AttachmentList } from './AttachmentList'
import { dayOf, ownerWords, wasLate } from './disclosure.words'
import './Disclosures.css'

interface EntryReadingProps {
  entry: EntryView
  now: Instant
  onVersion: (version: number) => void
}

/** Paragraphs as they were written, one a line. */
export const WrittenText = ({ text }: { text: string }) => <View className="disclosure-text">{text}</View>

/** What is made public, with its days; an old version says that it is one. */
export const EntryReading = ({ entry, now, onVersion }: EntryReadingProps) => {
  const { words, withdrawn, versions, version, publishedOn, dueOn, occurredOn } = entry
  const newest = versions.length
  const next = versions[version]
  const facts = [
    { term: '公开日期', text: dayOf(publishedOn, now) },
    { term: '形成或变更', text: dayOf(occurredOn, now) },
    ...(dueOn ? [{ term: '最晚应公开', text: dayOf(dueOn, now) }] : []),
    { term: '谁来公开', text: ownerWords(entry) },
  ]
  return (
    <View>
      <Lead above={entry.slotName}>{words?.title ?? '这一条撤下了'}</Lead>
      {withdrawn ? (
        <View className="gap-4">
          <Notice icon="eye">{`${dayOf(withdrawn.on, now)}撤下：${withdrawn.reason}。原来公开的日期留着。`}</Notice>
        </View>
      ) : null}
      {version < newest && words && next ? (
        <View className="gap-4">
          <Notice
            tone="wait"
            icon="clock"
            actions={[{ text: '看现在的', onTap: () => onVersion(newest) }]}
          >{`这是旧版。${dayOf(next.on, now)}更正：${next.correction ?? '换了新的'}。`}</Notice>
        </View>
      ) : null}
      {wasLate(entry) && !withdrawn ? (
        <View className="gap-4">
          <Notice tone="late">{`这一条公开晚了：最晚应在 ${dayOf(dueOn ?? publishedOn, now)}公开。`}</Notice>
        </View>
      ) : null}
      <View className="disclosure-facts is-short">
        <Facts facts={facts} />
      </View>
      {words && words.text !== '' ? <WrittenText text={words.text} /> : null}
      {words && words.attachments.length > 0 ? (
        <View className="gap-5">
          <Head aside={`${words.attachments.length} 个`}>附件</Head>
          <AttachmentList attachments={words.attachments} />
        </View>
      ) : null}
      {newest > 1 && !withdrawn ? (
        <View className="gap-6" {...semantics({ role: 'region', label: '更正记录' })}>
          <Head>更正记录</Head>
          <List label="更正记录">
            {[...versions].reverse().map(({ version: each, on, correction }) => (
              <Item
                key={each}
                title={each === newest ? '现在的' : '旧版'}
                detail={correction ? `更正：${correction}` : '第一次公开'}
                end={dayOf(on, now)}
                current={each === version}
                onTap={each === version ? undefined : () => onVersion(each)}
              />
            ))}
          </List>
        </View>
      ) : null}
    </View>
  )
}
