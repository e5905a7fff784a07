import type { Instant } from '#domain/instant'
import type { MistakeRow } from '#domain/integrity/daily.contract'
import { topicNames } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Empty } from '../../ui/Empty'
import { Head, Lead } from '../../ui/Lead'
import { List } from '../../ui/List'
import { Explanation } from './Asked'
import { Fold } from './Fold'
import { dueWords, inARowWords } from './learning.words'
import { JudgedOptions } from './Options'

/** What somebody got wrong, and when it comes back: theirs alone. */
export const MistakeBook = ({ rows, now }: { rows: readonly MistakeRow[]; now: Instant }) => {
  const [opened, setOpened] = useState<string | null>(null)
  if (rows.length === 0) {
    return <Empty title="错题本是空的" hint="每日五题里答错的会记在这里，过几天再来问，连着答对几次就出本。" />
  }
  const due = rows.filter(({ isDue }) => isDue)
  const later = rows.filter(({ isDue }) => !isDue)
  const show = (questionId: string) => setOpened(opened === questionId ? null : questionId)
  return (
    <View>
      <Lead hint="到了日子的，每日五题先问它们。这一本只有您自己看得到。">{`错题本，${rows.length} 题`}</Lead>
      <Rows head="该再看了" rows={due} now={now} opened={opened} onShow={show} />
      <Rows head="还没到日子" rows={later} now={now} opened={opened} onShow={show} />
    </View>
  )
}

interface RowsProps {
  head: string
  rows: readonly MistakeRow[]
  now: Instant
  opened: string | null
  onShow: (questionId: string) => void
}

const Rows = ({ head, rows, now, opened, onShow }: RowsProps) =>
  rows.length === 0 ? null : (
    <View className="gap-6">
      <Head aside={`${rows.length} 题`}>{head}</Head>
      <View className="gap-2">
        <List label={head}>
          {rows.map((row) => (
            <Fold
              key={row.questionId}
              title={row.stem}
              status={{ tone: row.isDue ? 'wait' : 'rest', text: dueWords(row.due, now) }}
              detail={`${topicNames[row.topic]}，${inARowWords(row.rightInARow)}`}
              open={opened === row.questionId}
              onTap={() => onShow(row.questionId)}
            >
              <JudgedOptions
                label={row.stem}
                kind={row.kind}
                options={row.options}
                chosen={[]}
                right={row.explained.right}
              />
              <Explanation explained={row.explained} />
            </Fold>
          ))}
        </List>
      </View>
    </View>
  )
