import { beijingDay, type Instant } from '#domain/instant'
import type { SurveyId } from '#domain/ids'
import type { SurveyRow } from '#domain/survey/office.contract'
import { Rater, raterNames } from '#domain/survey/survey.model'
import { View } from '@tarojs/components'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Status } from '../../ui/Status'
import { quotaInWords, standingInWords } from './survey.words'
import './QuestionnaireList.css'

interface QuestionnaireListProps {
  rows: readonly SurveyRow[]
  now: Instant
  onOpen: (id: SurveyId) => void
  onNew: () => void
}

const detailOf = (row: SurveyRow): string =>
  [
    row.version === 0 ? `${row.questions} 题` : `第 ${row.version} 版，${row.questions} 题`,
    row.isChanged && row.version > 0 ? '草稿改过，还没发布' : null,
    quotaInWords(row.quota),
    row.changedByName ? `${row.changedByName}改过` : null,
  ]
    .filter(Boolean)
    .join(' · ')

/** Every questionnaire of the hospital, by who answers it. */
export const QuestionnaireList = ({ rows, now, onOpen, onNew }: QuestionnaireListProps) => {
  const today = beijingDay(now)
  const open = rows.filter(({ isOpen }) => isOpen).length
  if (rows.length === 0) {
    return (
      <Empty
        title="还没有问卷"
        hint="每种评价人都有一份写好的可以拿来改，也可以从空白开始。"
        action={
          <Button kind="quiet" onTap={onNew}>
            新建一份问卷
          </Button>
        }
      />
    )
  }
  return (
    <View className="questionnaires">
      <View className="questionnaires-head">
        <Lead hint="点开就能改。改正在收的问卷，会另成新的一版，旧答案不动。">
          {open === 0 ? `${rows.length} 份问卷，现在都不收` : `${rows.length} 份问卷，${open} 份正在收`}
        </Lead>
        <View className="questionnaires-new">
          <Button kind="quiet" onTap={onNew}>
            新建一份问卷
          </Button>
        </View>
      </View>
      <View className="questionnaires-groups">
        {Rater.options
          .map((rater) => ({ rater, own: rows.filter((row) => row.rater === rater) }))
          .filter(({ own }) => own.length > 0)
          .map(({ rater, own }) => (
            <View key={rater} className="questionnaires-group">
              <Head>{raterNames[rater]}</Head>
              <List label={raterNames[rater]}>
                {own.map((row) => {
                  const standing = standingInWords(row, today, now)
                  return (
                    <Item
                      key={row.id}
                      title={row.title}
                      detail={detailOf(row)}
                      end={<Status tone={row.isOpen ? 'done' : 'rest'}>{standing}</Status>}
                      endLabel={standing}
                      onTap={() => onOpen(row.id)}
                    />
                  )
                })}
              </List>
            </View>
          ))}
      </View>
    </View>
  )
}
