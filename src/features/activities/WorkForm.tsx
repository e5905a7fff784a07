import { WorkKind, workKindNames } from '#domain/culture/activity.model'
import type { ErrorCode } from '#domain/errors'
import { sentenceFor } from '#domain/errors'
import type { ActivityId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { ChoiceGroup } from '../../ui/ChoiceGroup'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Letter } from '../../ui/Letter'
import { PromiseNote } from '../../ui/PromiseNote'
import { TextField } from '../../ui/TextField'
import { TileGroup } from '../../ui/TileGroup'
import { dayOf } from './activity.words'
import { PictureBoard } from './PictureBoard'
import { type Upload, useUploads } from './use-uploads'
import { contentOf, WORK_PICTURES_MAX, type WorkDraft, workWants } from './work.draft'
import type { cultureApi } from './culture.api'

const LINES = 6
const WITHOUT_CALL = 'none'

type Content = Parameters<typeof cultureApi.submitWork>[0]['content']

interface WorkFormProps {
  first: WorkDraft
  pictures: readonly Upload[]
  contests: readonly {
    readonly id: ActivityId
    readonly title: string
    readonly form: WorkKind
    readonly until: string
  }[]
  /** It came back with this reason. */
  said: string | null
  busy: boolean
  failed: ErrorCode | null
  now: Instant
  onSubmit: (content: Content) => void
}

/** A work on its way to the gallery: what it is, whose it is said to be, words and pictures. */
export const WorkForm = ({ first, pictures, contests, said, busy, failed, now, onSubmit }: WorkFormProps) => {
  const [draft, setDraft] = useState(first)
  const album = useUploads(pictures, WORK_PICTURES_MAX)
  const put = (part: Partial<WorkDraft>) => setDraft({ ...draft, ...part })
  const open = contests.filter(({ form }) => form === draft.kind)
  const wants = workWants(draft, album.uploads, album.waiting)
  return (
    <View>
      <Lead hint="另一位同事看过才挂出来；不想挂了，随时可以撤下，不用说原因。">交一件作品</Lead>
      {said ? (
        <View className="gap-4">
          <ErrorNote>{`退回的原因：${said}`}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-4">
        <TileGroup
          label="是什么"
          options={WorkKind.options.map((kind) => ({ value: kind, title: workKindNames[kind] }))}
          value={draft.kind}
          onChange={(kind) => put({ kind, activityId: null })}
        />
      </View>
      {open.length > 0 ? (
        <View className="gap-4">
          <Head>投给哪一次征集</Head>
          <View className="gap-2">
            <ChoiceGroup
              label="投给哪一次征集"
              options={[
                ...open.map(({ id, title, until }) => ({
                  value: id as string,
                  title,
                  detail: `${dayOf(until, now)}截止`,
                })),
                { value: WITHOUT_CALL, title: '不投征集，只挂出来' },
              ]}
              value={draft.activityId ?? WITHOUT_CALL}
              onChange={(id) => put({ activityId: open.find((call) => call.id === id)?.id ?? null })}
            />
          </View>
        </View>
      ) : null}
      <View className="gap-4">
        <TextField label="题目" value={draft.title} maxlength={60} onInput={(title) => put({ title })} />
      </View>
      <View className="gap-4">
        <TextField
          label="怎么署名"
          value={draft.credit}
          placeholder="姓名、笔名，或者“呼吸科一位护士”"
          hint="大家只看得到这里写的，看不到工号和姓名。"
          maxlength={60}
          onInput={(credit) => put({ credit })}
        />
      </View>
      <View className="gap-4">
        <Letter
          label="文字"
          value={draft.text}
          lines={LINES}
          placeholder="一行一段。请不要写病人的姓名、床号和病情。"
          onInput={(text) => put({ text })}
        />
      </View>
      <View className="gap-5">
        <Head aside={`可以不放，最多 ${WORK_PICTURES_MAX} 张`}>图片</Head>
        <View className="gap-3">
          <PictureBoard album={album} alts={draft.alts} onAlts={(alts) => put({ alts })} />
        </View>
      </View>
      <View className="gap-4">
        <Choice
          kind="checkbox"
          title="同意挂出来给所有人看"
          detail="是我自己写的、画的；里面没有病人的信息。"
          selected={draft.consent}
          onTap={() => put({ consent: !draft.consent })}
        />
      </View>
      <View className="gap-5">
        <PromiseNote
          next="宣传科、纪检或本科室负责人看一遍，没有问题就挂出来。"
          seenBy="看的同事知道是谁交的；大家只看到署名。"
          never="评比投票。作品不排名次。"
        />
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
          busyText="正在交"
          disabledBecause={wants ?? undefined}
          onTap={() => onSubmit(contentOf(draft, album.uploads))}
        >
          交上去
        </Button>
      </View>
    </View>
  )
}
