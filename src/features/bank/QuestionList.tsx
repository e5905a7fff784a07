import type { QuizQuestionId } from '#domain/ids'
import type { QuestionRow } from '#domain/integrity/question.contract'
import { QuestionKind, questionKindNames } from '#domain/integrity/question.model'
import { topicNames } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { classNames } from '../../ui/class-names'
import { Empty } from '../../ui/Empty'
import { Icon } from '../../ui/Icon'
import { Lead } from '../../ui/Lead'
import { Pick } from '../../ui/Pick'
import { SearchField } from '../../ui/SearchField'
import { semantics } from '../../ui/semantics'
import { Status } from '../../ui/Status'
import { Tappable } from '../../ui/Tappable'
import {
  bankHeadline,
  bankHint,
  emptyQueues,
  evidenceStatus,
  figuresInWords,
  isMisleadingRow,
  percentInWords,
  QUEUES,
  queueNames,
  rowStanding,
  ruleInWords,
} from './bank.words'
import type { Bank, BankPage } from './use-bank'

interface QuestionListProps {
  page: BankPage
  bank: Bank
  /** Writes and keeps questions, and does not only look at them a second time. */
  keeps: boolean
  onNew: () => void
  onImport: () => void
  onExport: () => void
  onStarter: () => void
  onNear: () => void
}

/** The bank by where its questions stand and what they are about, each with what it has shown. */
export const QuestionList = ({
  page,
  bank,
  keeps,
  onNew,
  onImport,
  onExport,
  onStarter,
  onNear,
}: QuestionListProps) => {
  const [isSearching, setIsSearching] = useState(false)
  const { filter, setFilter } = bank
  const { counts, topics, rows } = page
  const isFiltered = filter.topic !== null || filter.kind !== null || filter.words !== ''
  return (
    <View>
      <View className="bank-head">
        <Lead hint={bankHint(counts)}>{bankHeadline(counts)}</Lead>
        <View className="bank-acts bank-head-acts">
          {keeps ? (
            <>
              <Button icon="pen" onTap={onNew}>
                出一道题
              </Button>
              <Button kind="quiet" onTap={onImport}>
                从文件导入
              </Button>
              <Button kind="quiet" onTap={onExport}>
                导出
              </Button>
              <Button kind="quiet" onTap={onStarter}>
                取起步题
              </Button>
            </>
          ) : null}
          <Button kind="text" onTap={onNear}>
            问得差不多的
          </Button>
        </View>
      </View>
      <View className="bank-chips gap-4" {...semantics({ role: 'group', label: '看哪些' })}>
        {QUEUES.map((queue) => (
          <View key={queue} className="bank-chip">
            <Chip
              pressed={queue === filter.queue}
              icon={queue === 'misleading' && (counts.misleading ?? 0) > 0 ? 'flag' : undefined}
              onTap={() => setFilter({ ...filter, queue })}
            >
              {`${queueNames[queue]} ${counts[queue] ?? 0}`}
            </Chip>
          </View>
        ))}
      </View>
      <View className="bank-filters">
        <Pick
          label="主题"
          value={filter.topic ?? ''}
          options={[
            { value: '', title: '全部主题' },
            ...topics.map(({ topic, count }) => ({ value: topic, title: `${topicNames[topic]} ${count}` })),
          ]}
          onChange={(topic) => setFilter({ ...filter, topic: topic === '' ? null : topic })}
        />
        <View className="bank-chips" {...semantics({ role: 'group', label: '题型' })}>
          {QuestionKind.options.map((kind) => (
            <View key={kind} className="bank-chip">
              <Chip
                pressed={filter.kind === kind}
                onTap={() => setFilter({ ...filter, kind: filter.kind === kind ? null : kind })}
              >
                {questionKindNames[kind]}
              </Chip>
            </View>
          ))}
          <View className="bank-chip">
            <Chip
              icon="search"
              pressed={isSearching}
              onTap={() => {
                setIsSearching(!isSearching)
                if (isSearching) setFilter({ ...filter, words: '' })
              }}
            >
              找题
            </Chip>
          </View>
        </View>
      </View>
      {isSearching ? (
        <SearchField
          label="找题"
          value={filter.words}
          placeholder="题里的字，或者题号"
          focus
          onInput={(words) => setFilter({ ...filter, words })}
        />
      ) : null}
      {rows.length > 0 ? (
        <View className="bank-table">
          <View className="bank-row is-head" {...semantics({ hidden: true })}>
            <View className="bank-row-words">题目和条文</View>
            <View className="bank-row-evidence">依据</View>
            <View className="bank-row-asked">答过</View>
            <View className="bank-row-facility">得分率 %</View>
            <View className="bank-row-discrimination">区分度</View>
          </View>
          <View {...semantics({ role: 'list', label: queueNames[filter.queue] })}>
            {rows.map((row) => (
              <Row key={row.id} row={row} current={row.id === bank.openId} onOpen={bank.show} />
            ))}
          </View>
          <View className="bank-foot">
            区分度：这一题的得分和卷子其余部分的相关，从 −1 到 1。负的，多半是题出得有毛病，不是人的问题。
          </View>
        </View>
      ) : isFiltered ? (
        <Empty title="没有合这些条件的题" hint="放宽主题、题型，或者换几个字找。" />
      ) : (
        <Empty title={emptyQueues[filter.queue].title} hint={emptyQueues[filter.queue].hint} />
      )}
      {page.more ? (
        <View className="gap-4">
          <Button kind="quiet" wide busy={bank.busy} busyText="正在取" onTap={() => void bank.more()}>
            再看后面的
          </Button>
        </View>
      ) : null}
    </View>
  )
}

interface RowProps {
  row: QuestionRow
  current: boolean
  onOpen: (id: QuizQuestionId) => void
}

const Row = ({ row, current, onOpen }: RowProps) => {
  const evidence = evidenceStatus(row.confirmed)
  const isMisleading = isMisleadingRow(row)
  const stem = row.stem || '还没有写题干'
  const figures = figuresInWords(row)
  const standing = row.state === 'published' ? null : rowStanding(row)
  const spoken = [
    stem,
    ruleInWords(row.rule),
    evidence.text,
    standing,
    `答过 ${row.asked} 人`,
    row.facility === null ? null : `得分率 ${percentInWords(row.facility)}`,
    `区分度 ${figures}`,
    row.mine ? '等您' : null,
  ]
  return (
    <View {...semantics({ role: 'listitem' })}>
      <Tappable
        className={classNames('bank-row', current && 'is-current')}
        current={current}
        // A browser puts the name together from what stands there.
        label={process.env.TARO_ENV === 'weapp' ? spoken.filter(Boolean).join('，') : undefined}
        onTap={() => onOpen(row.id)}
      >
        <View className="bank-row-words">
          <View className={classNames('bank-row-stem', current && 'strong')}>{stem}</View>
          <View className="bank-row-rule">
            {[ruleInWords(row.rule), questionKindNames[row.kind], standing, row.mine ? '等您' : null]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </View>
        <View className="bank-row-evidence">
          <Status tone={evidence.tone}>{evidence.text}</Status>
        </View>
        <View className="bank-row-asked">
          <View className="bank-term">答过</View>
          {String(row.asked)}
        </View>
        <View className="bank-row-facility">
          <View className="bank-term">得分率</View>
          {percentInWords(row.facility)}
        </View>
        <View className={classNames('bank-row-discrimination', isMisleading && 'is-misleading')}>
          <View className="bank-term">区分度</View>
          {isMisleading ? <Icon name="flag" size="s" className="bank-flag" /> : null}
          {figures}
        </View>
      </Tappable>
    </View>
  )
}
