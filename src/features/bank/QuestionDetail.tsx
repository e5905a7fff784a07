import { sentenceFor } from '#domain/errors'
import type { QuizQuestionId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { QuestionView } from '#domain/integrity/question.contract'
import { type QuestionAct, questionNumberInWords, questionStateNames } from '#domain/integrity/question.model'
import type { Result } from '#domain/result'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { NextAct } from '../../ui/NextAct'
import { Notice } from '../../ui/Notice'
import { Timeline } from '../../ui/Timeline'
import { toast } from '../../ui/toast'
import { bankApi } from './bank.api'
import {
  discriminationInWords,
  isMisleadingRow,
  lacksInWords,
  likenessInWords,
  misleadingInWords,
  nameOf,
  nextInWords,
  pathEntries,
  percentInWords,
  placeInWords,
  whenInWords,
} from './bank.words'
import { QuestionPaper } from './QuestionPaper'
import { ReasonAsk } from './ReasonAsk'
import type { Bank } from './use-bank'
import { UseTable } from './UseTable'
import { VersionsPanel } from './VersionsPanel'

interface QuestionDetailProps {
  view: QuestionView
  bank: Bank
  now: Instant
  onEdit: () => void
  onOpen: (id: QuizQuestionId) => void
}

type Asked = 'confirm' | 'sendBack' | 'retire' | 'remove' | 'versions' | null

const SOURCE_LEAST = 4
const REASON_LEAST = 2
const WORDS_MOST = 200

/** One question on the desk: what it shows, who has looked at it, and the next step for whoever looks now. */
export const QuestionDetail = ({ view, bank, now: shownAt, onEdit, onOpen }: QuestionDetailProps) => {
  // What was just done was done by the server's clock, which may be ahead of this page's.
  const now = Math.max(shownAt, view.changedAt) as Instant
  const [asked, setAsked] = useState<Asked>(null)
  const { id, rev, content, state, acts, unfinished, nearly, sentBack, retired, use } = view
  const which = { id, rev }
  const may = (act: QuestionAct) => acts.includes(act)
  const act = async (work: () => Promise<Result<QuestionView>>, words: string) => {
    if (!(await bank.act(work))) return
    setAsked(null)
    toast(words)
  }
  const remove = async () => {
    if (await bank.remove(view)) toast('删掉了')
    else setAsked(null)
  }
  const lacks = lacksInWords(unfinished)
  const problem = bank.failed && sentenceFor(bank.failed)
  const isCase = content.kind === 'case'
  const isMisleading = isMisleadingRow(view)
  return (
    <View className="question-detail">
      <Lead above={placeInWords(view)}>
        {isCase ? `案例，${content.parts.length} 个小题` : content.stem || '还没有写题干'}
      </Lead>
      <NextAct
        what={nextInWords(view)}
        why={state === 'draft' && lacks.length > 0 ? `还差 ${lacks.length} 处` : undefined}
      >
        {may('publish') ? (
          <Button
            busy={bank.acting}
            busyText="正在记下"
            onTap={() => void act(() => bankApi.publishQuestion(which), '通过了，从现在起会抽到它')}
          >
            看过了，用
          </Button>
        ) : null}
        {may('confirm') && state !== 'draft' ? (
          <Button kind={may('publish') ? 'quiet' : 'primary'} onTap={() => setAsked('confirm')}>
            已核原文，写出处
          </Button>
        ) : null}
        {may('sendBack') ? (
          <Button kind="quiet" onTap={() => setAsked('sendBack')}>
            退回，写明原因
          </Button>
        ) : null}
        {may('retire') && isMisleading ? (
          <Button icon="pause" onTap={() => setAsked('retire')}>
            停用，去改
          </Button>
        ) : null}
        {may('send') ? (
          <Button
            busy={bank.acting}
            busyText="正在送"
            disabledBecause={lacks.length > 0 ? '先把没写的补上' : undefined}
            onTap={() => void act(() => bankApi.sendQuestion(which), '送去复核了，请一位同事来看')}
          >
            送复核
          </Button>
        ) : null}
        {may('write') && state !== 'review' ? (
          <Button kind="quiet" icon="pen" onTap={onEdit}>
            {state === 'draft' ? '接着写' : '改这一题'}
          </Button>
        ) : null}
      </NextAct>
      {problem ? (
        <View className="gap-4">
          <ErrorNote>{problem}</ErrorNote>
        </View>
      ) : null}
      {sentBack ? (
        <View className="gap-4">
          <Notice tone="wait" icon="pen">
            {`${nameOf(sentBack.by)}退回（${whenInWords(sentBack.at, now)}）：${sentBack.reason}`}
          </Notice>
        </View>
      ) : null}
      {retired && view.inUse === null ? (
        <View className="gap-4">
          <Notice icon="pause">
            {`${whenInWords(retired.at, now)}，${nameOf(retired.by)}停用：${retired.reason}。答过它的卷子照旧，不重算。`}
          </Notice>
        </View>
      ) : null}
      {isMisleading ? (
        <View className="gap-4">
          <Notice tone="wait" icon="flag">
            {misleadingInWords(view)}
          </Notice>
        </View>
      ) : null}
      {asked === 'confirm' ? (
        <ReasonAsk
          title="在哪里核的原文？"
          hint="写清文件名、第几条、从哪里找到的，别人照着也找得到。题干、答案、依据对上了再点。"
          action="核过了，记下"
          least={SOURCE_LEAST}
          most={WORDS_MOST}
          busy={bank.acting}
          problem={problem}
          onReason={(source) => void act(() => bankApi.confirmQuestion({ ...which, source }), '记下了')}
          onLeave={() => setAsked(null)}
        />
      ) : asked === 'sendBack' ? (
        <ReasonAsk
          title="为什么退回？"
          hint="写的人照这句话改。哪一处、改成什么样，写具体些。"
          action="退回去改"
          least={REASON_LEAST}
          most={WORDS_MOST}
          busy={bank.acting}
          problem={problem}
          onReason={(reason) => void act(() => bankApi.sendQuestionBack({ ...which, reason }), '退回去了')}
          onLeave={() => setAsked(null)}
        />
      ) : asked === 'retire' ? (
        <ReasonAsk
          title="为什么停用？"
          hint="停用以后不再抽到；已经答过的卷子不动。改好送复核，可以再用。"
          action="停用"
          least={REASON_LEAST}
          most={WORDS_MOST}
          busy={bank.acting}
          problem={problem}
          onReason={(reason) => void act(() => bankApi.retireQuestion({ ...which, reason }), '停用了')}
          onLeave={() => setAsked(null)}
        />
      ) : null}
      {state === 'draft' && lacks.length > 0 ? (
        <View className="gap-4">
          <Head>送复核以前还差</Head>
          <View className="question-lacks">
            {lacks.map((lack) => (
              <View key={lack}>{lack}</View>
            ))}
          </View>
        </View>
      ) : null}
      <View className="gap-5">
        <QuestionPaper content={content} isHeaded={!isCase} />
      </View>
      {use ? <UseTable view={view} use={use} /> : null}
      <View className="gap-5">
        <Head>两个人看过才进卷</Head>
        <View className="gap-3">
          <Timeline entries={pathEntries(view, now)} label="这一题走到哪一步" />
        </View>
      </View>
      {nearly.length > 0 ? (
        <View className="gap-5">
          <Head aside="同一张卷里不要都用">问得差不多的</Head>
          <List label="问得差不多的题">
            {nearly.map((other) => (
              <Item
                key={other.id}
                title={other.stem}
                detail={`${questionNumberInWords(other.number)} · ${questionStateNames[other.state]}`}
                end={likenessInWords(other.likeness)}
                onTap={() => onOpen(other.id)}
              />
            ))}
          </List>
        </View>
      ) : null}
      <View className="gap-5">
        <Facts
          facts={[
            { term: '考试里答过', text: `${view.asked} 人` },
            {
              term: '得分率、区分度',
              text:
                view.facility === null
                  ? '人还不够，不算'
                  : `${percentInWords(view.facility)}%，${discriminationInWords(view.discrimination)}`,
            },
            {
              term: '版本',
              text:
                view.versions === 0
                  ? '还没有用过'
                  : `用过 ${view.versions} 版${view.inUse ? `，现在抽第 ${view.inUse} 版` : ''}`,
            },
            { term: '最后动过', text: whenInWords(view.changedAt, now) },
          ]}
        />
      </View>
      <View className="bank-acts gap-5">
        {view.versions > 0 ? (
          <Button kind="quiet" onTap={() => setAsked('versions')}>
            看以前的版本
          </Button>
        ) : null}
        {may('write') && state === 'review' ? (
          <Button kind="quiet" icon="pen" onTap={onEdit}>
            改这一题
          </Button>
        ) : null}
        {may('confirm') && state === 'draft' ? (
          <Button kind="quiet" onTap={() => setAsked('confirm')}>
            已核原文，写出处
          </Button>
        ) : null}
        {may('retire') && !isMisleading ? (
          <Button kind="quiet" icon="pause" onTap={() => setAsked('retire')}>
            停用
          </Button>
        ) : null}
        {may('remove') ? (
          <Button kind="text" onTap={() => setAsked('remove')}>
            删掉这一题
          </Button>
        ) : null}
      </View>
      {asked === 'remove' ? (
        <ConfirmDialog
          title="删掉这一题？"
          detail="还没有用过的题才能删，删了找不回来。"
          confirm="删掉"
          busy={bank.acting}
          onConfirm={() => void remove()}
          onCancel={() => setAsked(null)}
        />
      ) : null}
      {asked === 'versions' ? <VersionsPanel id={id} now={now} onClose={() => setAsked(null)} /> : null}
    </View>
  )
}
