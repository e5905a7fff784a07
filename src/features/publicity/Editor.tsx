import type { DraftView } from '#domain/culture/desk.contract'
import type { MediaLink } from '#domain/culture/reader.contract'
import type { ErrorCode } from '#domain/errors'
import type { ArticleId, DepartmentId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import type { Result } from '#domain/result'
import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { Chip } from '../../ui/Chip'
import { classNames } from '../../ui/class-names'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { toast } from '../../ui/toast'
import { useUndoKeys } from '../../ui/use-undo-keys'
import { publicityApi } from './publicity.api'
import { isWide } from './publicity.words'
import { SavingTroubles, SavingWords } from './SavingLine'
import { SendPanel } from './SendPanel'
import { gapsToSave, gapsToSend } from './sheet.gaps'
import { SheetBlocks } from './SheetBlocks'
import { SheetHead } from './SheetHead'
import { SheetPreview } from './SheetPreview'
import { SheetSettings } from './SheetSettings'
import { mediaIdsIn, useMedia } from './use-media'
import { useManuscript } from './use-manuscript'
import { useSheetEdit } from './use-sheet-edit'
import { VersionsPanel } from './VersionsPanel'
import './Editor.css'

interface EditorProps {
  id: ArticleId
  /** As the server has it; null: not written yet. */
  opened: DraftView | null
  departments: readonly { id: DepartmentId; name: string }[]
  series: readonly string[]
  now: Instant
  /** True when the server knows the article. */
  onLeave: (isKept: boolean) => void
}

type Part = 'sheet' | 'send' | 'settings' | 'preview'

const partNames: Record<Part, string> = { sheet: '写', send: '送审', settings: '设置', preview: '预览' }
const PARTS: readonly Part[] = ['sheet', 'send', 'settings', 'preview']

/** The writing desk: the sheet, and beside it who reviews it, where it belongs and how it looks on a phone. */
export const Editor = ({ id, opened, departments, series, now, onLeave }: EditorProps) => {
  const media = useMedia(opened?.media ?? [])
  const manuscript = useManuscript(id, opened, media.isArriving)
  const { sheet, content, change, view, act } = manuscript
  const edit = useSheetEdit(manuscript)
  // Beside the sheet something always stands; on a phone the sheet comes first.
  const [part, setPart] = useState<Part>(() => (isWide() ? 'send' : 'sheet'))
  const [showsVersions, setShowsVersions] = useState(false)
  const [acting, setActing] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  useUndoKeys({ undo: manuscript.undo, redo: manuscript.redo })

  // What this device kept of an earlier time goes on its way again.
  const { resume } = media
  const first = useRef(mediaIdsIn(content).filter((mediaId) => !opened?.media.some((link) => link.mediaId === mediaId)))
  useEffect(() => {
    resume(first.current)
  }, [resume])

  const { settle } = media
  const stored = view?.media
  useEffect(() => {
    if (stored) settle(stored)
  }, [stored, settle])

  const done = async (work: (which: { id: ArticleId; rev: number }) => Promise<Result<DraftView>>, words: string) => {
    if (acting) return false
    setActing(true)
    const answer = await act(work)
    setActing(false)
    setFailed(answer.ok ? null : answer.code)
    if (answer.ok) toast(words)
    return answer.ok
  }
  const keep = async () => {
    const code = await manuscript.save(true)
    toast(code === null ? '记下了一稿' : '还没存上，存好再记')
  }
  const restore = async (version: number, links: readonly MediaLink[]) => {
    media.learn(links)
    const isDone = await done((which) => publicityApi.restoreVersion({ ...which, version }), '换回来了')
    if (isDone) setShowsVersions(false)
  }
  const leave = async () => {
    await manuscript.save()
    onLeave(view !== null)
  }
  const goTo = (block: string) => {
    if (!isWide()) setPart('sheet')
    edit.goTo(block)
  }

  const mayWrite = view === null || view.acts.includes('write')
  const gaps = gapsToSend(sheet)
  return (
    <View className="desk-editor">
      <View className="spoken" {...semantics({ role: 'heading', level: 2 })}>
        {`写稿：${sheet.title || '还没有题目'}`}
      </View>
      <View className="editor-top">
        <View className="is-wide-only">
          <LinkText role="button" onTap={() => void leave()}>
            ‹ 全部稿件
          </LinkText>
        </View>
        <View className="grow is-wide-only" />
        <SavingWords manuscript={manuscript} />
        <View className="editor-acts">
          {manuscript.canUndo ? (
            <LinkText role="button" onTap={manuscript.undo}>
              撤销
            </LinkText>
          ) : null}
          {manuscript.canRedo ? (
            <LinkText role="button" onTap={manuscript.redo}>
              重做
            </LinkText>
          ) : null}
          {view ? (
            <LinkText role="button" onTap={() => void keep()}>
              记一稿
            </LinkText>
          ) : null}
          {view ? (
            <LinkText role="button" onTap={() => setShowsVersions(true)}>
              以前的稿
            </LinkText>
          ) : null}
        </View>
      </View>
      <SavingTroubles manuscript={manuscript} />
      <View className="editor-parts" {...semantics({ role: 'group', label: '看哪一部分' })}>
        {PARTS.map((each) => (
          <View key={each} className={classNames('desk-chip', each === 'sheet' && 'is-narrow-only')}>
            <Chip pressed={part === each} onTap={() => setPart(each)}>
              {partNames[each]}
            </Chip>
          </View>
        ))}
      </View>
      <View className={classNames('editor-columns', `is-showing-${part}`)}>
        <View className="editor-sheet" {...semantics({ role: 'region', label: '稿纸' })}>
          <SheetHead sheet={sheet} content={content} change={change} />
          <SheetBlocks edit={edit} media={media} gaps={gapsToSave(sheet)} />
        </View>
        <View className="editor-side">
          {part === 'settings' ? (
            <SheetSettings sheet={sheet} change={change} media={media} departments={departments} series={series} />
          ) : part === 'preview' ? (
            <SheetPreview content={content} media={media.links} />
          ) : (
            <SendPanel
              manuscript={manuscript}
              gaps={gaps}
              now={now}
              acting={acting}
              failed={failed}
              onSend={() => void done(publicityApi.sendForReview, '送审了')}
              onTakeBack={() => void done(publicityApi.takeBackDraft, '拿回来了，接着写')}
              onGoTo={goTo}
            />
          )}
        </View>
      </View>
      {showsVersions ? (
        <VersionsPanel
          id={id}
          current={content}
          now={now}
          busy={acting}
          mayRestore={mayWrite}
          onRestore={(version, links) => void restore(version, links)}
          onClose={() => setShowsVersions(false)}
        />
      ) : null}
    </View>
  )
}
