import { reviewStepNames } from '#domain/culture/article.model'
import { blocksText } from '#domain/culture/block.model'
import type { DraftView } from '#domain/culture/desk.contract'
import { recognisableIn } from '#domain/culture/recognisable'
import { sentenceFor } from '#domain/errors'
import { type Instant, timeInWords } from '#domain/instant'
import type { Result } from '#domain/result'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { classNames } from '../../ui/class-names'
import { Choice } from '../../ui/Choice'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Head, Lead } from '../../ui/Lead'
import { NextAct } from '../../ui/NextAct'
import { Notice } from '../../ui/Notice'
import { semantics } from '../../ui/semantics'
import { toast } from '../../ui/toast'
import { isOver } from './minute'
import { publicityApi } from './publicity.api'
import { nameOf, namesOf, whenInWords } from './publicity.words'
import { PublishForm } from './PublishForm'
import { ReasonAsk } from './ReasonAsk'
import { ReviewLine } from './ReviewLine'
import { ArticlePaper } from './SheetPreview'
import { SinceLast } from './SinceLast'
import type { DeskInHand } from './use-desk'

interface ManuscriptDetailProps {
  draft: DraftView
  desk: DeskInHand
  now: Instant
  onEdit: () => void
  onRead: () => void
}

type Asked = 'sendBack' | 'publish' | 'withdraw' | 'remove' | null

/** Further down than any page. */
const END_PX = 1_000_000

/** What comes next, in a sentence. */
const nextOf = ({ state, step, acts, publishAt, goneAt }: DraftView, now: Instant): string => {
  if (state === 'writing') return acts.includes('write') ? '写好了，送去审' : '还在写'
  if (state === 'review' && step) {
    return acts.includes('approve')
      ? `看一遍，${reviewStepNames[step]}这一道过不过`
      : `等${reviewStepNames[step]}这一道`
  }
  if (state === 'approved') return acts.includes('publish') ? '三道都过了，定什么时候发' : '三道都过了，等宣传专员发布'
  if (state === 'withdrawn') return '已经撤下，原处写着撤下的日子和原因'
  if (publishAt !== null && publishAt > now) return `${timeInWords(publishAt, now)} 自己发布`
  if (isOver({ goneAt }, now)) return '到时间下线了'
  return goneAt === null ? '已经发布，一直留着' : `已经发布，${timeInWords(goneAt, now)} 自己下线`
}

const WORDS_SHOWN = 8

/** What may lead to somebody (能认出人), for whoever reviews; null: nothing by its form. */
const doubtsIn = ({ title, summary, blocks, realCase }: DraftView['content']): string | null => {
  const found = recognisableIn([title, summary, blocksText(blocks)].join('\n')).map(({ words }) => `“${words}”`)
  if (found.length === 0) return null
  const words = [...new Set(found)].slice(0, WORDS_SHOWN).join('、')
  return `${words}，认得出是谁吗？${realCase ? '' : '写的人说不是真事，拿不准就退回问清楚。'}`
}

/** One article on the desk: who wrote it, what is new, and the next step for whoever looks at it. */
export const ManuscriptDetail = ({ draft, desk, now: shownAt, onEdit, onRead }: ManuscriptDetailProps) => {
  // What was just done was done by the server's clock, which may be ahead of this page's.
  const now = Math.max(shownAt, draft.changedAt) as Instant
  const [asked, setAsked] = useState<Asked>(null)
  const [signed, setSigned] = useState(false)
  const { content, acts, step, state } = draft
  const which = { id: draft.id, rev: draft.rev }
  // On a phone it stands behind the article.
  const ask = (what: Asked) => {
    setAsked(what)
    Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: END_PX, duration: 0 }))
  }
  const may = (act: DraftView['acts'][number]) => acts.includes(act)
  const act = async (work: () => Promise<Result<DraftView>>, words: string) => {
    if (!(await desk.act(work))) return
    setAsked(null)
    setSigned(false)
    toast(words)
  }
  const isReviewing = may('approve') && step !== null
  const mayGoOn =
    asked === null && (isReviewing || (may('publish') && state === 'approved') || (may('write') && state === 'writing'))
  const mustSign = isReviewing && content.realCase
  const isOut = state === 'published' || draft.shown
  const doubts = doubtsIn(content)
  const facts = [
    { term: '谁写的', text: isOut && draft.writers.length === 0 ? '公开以后没有人动过' : namesOf(draft.writers) },
    { term: '科室', text: draft.departmentName ?? '全院' },
    { term: '最后动过', text: whenInWords(draft.changedAt, now) },
    ...(draft.publishedBy ? [{ term: '谁发的', text: nameOf(draft.publishedBy) }] : []),
    {
      term: '来源',
      text: content.source.kind === 'own' ? '本院原创' : [content.source.name, content.source.licence].join('，'),
    },
    { term: '来自真事', text: content.realCase ? '是，审的人要签“认不出是谁”' : '不是，写的人这样说的' },
    ...(content.wrongdoersNamedBy === null ? [] : [{ term: '点名凭的通报', text: content.wrongdoersNamedBy }]),
  ]
  return (
    <View className={classNames('manuscript-detail', !mayGoOn && 'is-still')}>
      <Lead above={draft.pinned ? '置顶' : undefined}>{content.title || '还没有题目'}</Lead>
      <NextAct what={nextOf(draft, now)} why={draft.why ?? undefined}>
        {isReviewing && asked === null ? (
          <>
            <Button
              busy={desk.acting}
              busyText="正在记下"
              disabledBecause={mustSign && !signed ? '请先签“认不出是谁”' : undefined}
              onTap={() =>
                void act(() => publicityApi.approveDraft({ ...which, step, deidentified: signed }), '通过了')
              }
            >
              通过
            </Button>
            <Button kind="quiet" onTap={() => ask('sendBack')}>
              退回，写明原因
            </Button>
          </>
        ) : null}
        {may('publish') && state === 'approved' && asked === null ? (
          <Button onTap={() => ask('publish')}>定时间发布</Button>
        ) : null}
        {may('write') && state === 'writing' && asked === null ? (
          <Button icon="pen" onTap={onEdit}>
            接着写
          </Button>
        ) : null}
      </NextAct>
      {isReviewing && asked === null && doubts ? (
        <View className="gap-4 manuscript-sign">
          <Notice tone="wait" icon="warning">
            {doubts}
          </Notice>
        </View>
      ) : null}
      {mustSign && asked === null ? (
        <View className="gap-4 manuscript-sign">
          <Choice
            kind="checkbox"
            title="我看过了，认不出是谁"
            detail="这一篇来自这里的真事。姓名、床号、病情、日子，连在一起想也认不出病人和家属。"
            selected={signed}
            onTap={() => setSigned(!signed)}
          />
        </View>
      ) : null}
      {draft.sentBack ? (
        <View className="gap-4">
          <Notice tone="wait" icon="pen">
            {`${nameOf(draft.sentBack.by)}在${reviewStepNames[draft.sentBack.step]}这一道退回（${whenInWords(draft.sentBack.at, now)}）：${draft.sentBack.reason}`}
          </Notice>
        </View>
      ) : null}
      {draft.withdrawn ? (
        <View className="gap-4">
          <Notice icon="eye">
            {`${whenInWords(draft.withdrawn.at, now)}，${nameOf(draft.withdrawn.by)}撤下：${draft.withdrawn.reason}。读的人在原处看得到这句话。`}
          </Notice>
        </View>
      ) : null}
      <View className="manuscript-asked">
        {desk.failed ? (
          <View className="gap-4">
            <ErrorNote>{sentenceFor(desk.failed)}</ErrorNote>
          </View>
        ) : null}
        {asked === 'sendBack' ? (
          <ReasonAsk
            title="为什么退回？"
            hint="写的人照这句话改。哪一段、改成什么样，写具体些。"
            action="退回去改"
            busy={desk.acting}
            onReason={(reason) => void act(() => publicityApi.sendDraftBack({ ...which, reason }), '退回去了')}
            onLeave={() => setAsked(null)}
          />
        ) : null}
        {asked === 'publish' ? (
          <PublishForm
            draft={draft}
            now={now}
            busy={desk.acting}
            onPublish={(times) => void act(() => publicityApi.publishDraft({ ...which, ...times }), '定好了')}
            onLeave={() => setAsked(null)}
          />
        ) : null}
        {asked === 'withdraw' ? (
          <ReasonAsk
            title="为什么撤下？"
            hint="读的人在原处看得到这句话和撤下的日子。马上撤下，不等时间。"
            action="撤下来"
            busy={desk.acting}
            onReason={(reason) => void act(() => publicityApi.withdrawArticle({ ...which, reason }), '撤下来了')}
            onLeave={() => setAsked(null)}
          />
        ) : null}
        {asked === null ? (
          <View className="desk-acts gap-4">
            {may('write') && state !== 'writing' ? (
              <Button kind="quiet" icon="pen" onTap={onEdit}>
                改这一篇
              </Button>
            ) : null}
            {may('takeBack') ? (
              <Button
                kind="quiet"
                busy={desk.acting}
                busyText="正在拿回"
                onTap={() => void act(() => publicityApi.takeBackDraft(which), '拿回来了')}
              >
                拿回来改
              </Button>
            ) : null}
            {draft.shown ? (
              <Button kind="quiet" icon="eye" onTap={onRead}>
                看公开的样子
              </Button>
            ) : null}
            {may('publish') && state === 'published' ? (
              <Button kind="quiet" onTap={() => ask('publish')}>
                {isOver(draft, now) ? '再发布' : '改时间'}
              </Button>
            ) : null}
            {may('pin') ? (
              <Button
                kind="quiet"
                busy={desk.acting}
                busyText="正在改"
                onTap={() =>
                  void act(
                    () => publicityApi.pinArticle({ ...which, pinned: !draft.pinned }),
                    draft.pinned ? '不置顶了' : '排到最前面了',
                  )
                }
              >
                {draft.pinned ? '不再置顶' : '置顶'}
              </Button>
            ) : null}
            {may('withdraw') ? (
              <Button kind="quiet" onTap={() => ask('withdraw')}>
                撤下
              </Button>
            ) : null}
            {may('write') && !isOut && state === 'writing' && draft.publishAt === null ? (
              <Button kind="text" onTap={() => setAsked('remove')}>
                删掉这一篇
              </Button>
            ) : null}
          </View>
        ) : null}
      </View>
      <View className="manuscript-columns">
        <View>
          <View className="sheet-section">
            <Head>三道审核</Head>
            <View className="gap-3 review-line">
              <ReviewLine draft={draft} now={now} />
            </View>
          </View>
          <View className="sheet-section">
            <Facts facts={facts} />
          </View>
          <View className="sheet-section">
            <Head>和公开的那一份比</Head>
            <View className="gap-3">
              <SinceLast key={draft.rev} id={draft.id} content={content} />
            </View>
          </View>
        </View>
        <View className="manuscript-paper" {...semantics({ role: 'region', label: '全文' })}>
          <ArticlePaper content={content} media={draft.media} />
        </View>
      </View>
      {asked === 'remove' ? (
        <ConfirmDialog
          title="删掉这一篇？"
          detail="没有发布过的才删得掉，删了就找不回来。"
          confirm="删掉"
          busy={desk.acting}
          onConfirm={() => void desk.remove(draft)}
          onCancel={() => setAsked(null)}
        />
      ) : null}
    </View>
  )
}
