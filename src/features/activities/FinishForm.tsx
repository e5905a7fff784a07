import type { ActivityView } from '#domain/culture/activity.contract'
import {
  EVIDENCE_MAX,
  extraNames,
  headsByNames,
  headsName,
  type Outcome,
  PUBLIC_TEXT_MAX,
} from '#domain/culture/activity.model'
import { type ErrorCode, sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { LinkText } from '../../ui/LinkText'
import { SidePanel } from '../../ui/SidePanel'
import { TextField } from '../../ui/TextField'
import { evidenceOf, type FinishDraft, finishDraftOf, finishWants, outcomeOf } from './finish.draft'
import { PictureBoard } from './PictureBoard'
import { useUploads } from './use-uploads'
import './ActivityDesk.css'

const LINES = 3

interface FinishFormProps {
  activity: ActivityView
  /** How many have checked in by now. */
  there: number
  busy: boolean
  failed: ErrorCode | null
  onFinish: (outcome: Outcome) => void
  onClose: () => void
}

/** 办完了: how many came by which count, what shows it, and what everybody may read of it. */
export const FinishForm = ({ activity, there, busy, failed, onFinish, onClose }: FinishFormProps) => {
  const { kind } = activity.plan.matter
  const [draft, setDraft] = useState(() => finishDraftOf(activity, there))
  const album = useUploads(evidenceOf(activity), EVIDENCE_MAX)
  const put = (part: Partial<FinishDraft>) => setDraft({ ...draft, ...part })
  const checkedIn = Math.max(there, activity.checkedIn ?? 0)
  const extra = extraNames[kind]
  const wants = finishWants(draft, kind, album.uploads, album.waiting)
  const files = album.uploads.filter((one) => one.kind === 'file')
  const pictures = album.uploads.filter((one) => one.kind === 'picture')
  const toggle = (mediaId: string) =>
    put({
      open: draft.open.includes(mediaId) ? draft.open.filter((one) => one !== mediaId) : [...draft.open, mediaId],
    })
  return (
    <SidePanel title={activity.state === 'done' ? '改办成的样子' : '办完了'} onClose={onClose}>
      <TextField
        label={headsName(kind)}
        aside="手工数的，没数就空着"
        kind="digits"
        value={draft.entered}
        maxlength={6}
        onInput={(entered) => put({ entered })}
      />
      {checkedIn > 0 ? (
        <View className="gap-4">
          <Head aside="两个数都留着">算哪一个</Head>
          <View className="gap-2">
            <ChoiceGroup
              label="算哪一个"
              options={[
                { value: 'check_in' as const, title: `${headsByNames.check_in}：${checkedIn} 人` },
                { value: 'entered' as const, title: headsByNames.entered },
              ]}
              value={draft.headsBy}
              onChange={(headsBy) => put({ headsBy })}
            />
          </View>
        </View>
      ) : null}
      {extra ? (
        <View className="gap-4">
          <TextField
            label={`${extra.name}（${extra.unit}）`}
            aside="没数就空着"
            kind="digits"
            value={draft.extra}
            maxlength={6}
            onInput={(typed) => put({ extra: typed })}
          />
        </View>
      ) : null}
      <View className="gap-4">
        <Letter
          label="给大家看的几句话"
          value={draft.publicText}
          lines={LINES}
          limit={PUBLIC_TEXT_MAX}
          placeholder="可以不写。不写病人和参加人的姓名。"
          onInput={(publicText) => put({ publicText })}
        />
      </View>
      <View className="gap-5">
        <Head aside={`可以不放，最多 ${EVIDENCE_MAX} 个`}>照片和材料</Head>
        <View className="gap-3">
          <PictureBoard album={album} alts={draft.names} onAlts={(names) => put({ names })} />
        </View>
        {pictures.map(({ mediaId }, at) => (
          <View key={mediaId} className="gap-2">
            <Choice
              kind="checkbox"
              title={`第 ${at + 1} 张给大家看`}
              selected={draft.open.includes(mediaId)}
              onTap={() => toggle(mediaId)}
            />
          </View>
        ))}
        {files.map(({ mediaId, fileName, state, percent }) => (
          <View key={mediaId} className="acts-file">
            <View className="acts-file-name">{`${fileName}${state === 'sent' ? '' : ` · ${percent}%`}`}</View>
            <LinkText role="button" label={`去掉${fileName}`} onTap={() => album.remove(mediaId)}>
              去掉
            </LinkText>
          </View>
        ))}
        {process.env.TARO_ENV === 'h5' && album.uploads.length < EVIDENCE_MAX ? (
          <View className="gap-2">
            <Button kind="quiet" icon="attach" onTap={() => void album.addFile()}>
              放一个文件（签到表、讲稿）
            </Button>
          </View>
        ) : null}
      </View>
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-5">
        <Button
          wide
          busy={busy}
          busyText="正在存"
          disabledBecause={wants ?? undefined}
          onTap={() => onFinish(outcomeOf(draft, album.uploads))}
        >
          {activity.state === 'done' ? '存下来' : '办完了'}
        </Button>
      </View>
    </SidePanel>
  )
}
