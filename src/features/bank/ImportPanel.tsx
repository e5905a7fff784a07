import { sentenceFor } from '#domain/errors'
import { questionKindNames, questionNumberInWords } from '#domain/integrity/question.model'
import { IMPORT_MOST } from '#domain/integrity/question.import'
import { SHEET_HEADINGS } from '#domain/integrity/question.sheet'
import { topicNames } from '#domain/integrity/question.topics'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { chooseFile } from '../../files/file.choice'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Empty } from '../../ui/Empty'
import { ErrorNote } from '../../ui/ErrorNote'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { Notice } from '../../ui/Notice'
import { SidePanel } from '../../ui/SidePanel'
import { Skeleton } from '../../ui/Skeleton'
import { toast } from '../../ui/toast'
import { likenessInWords } from './bank.words'
import { alikeIn, chosenIn, type Incoming, planHeadline, repeatedIn, titleOf } from './import.plan'
import { saveTemplate } from './question.export'
import { useQuestionImport } from './use-question-import'

const QUESTION_FILES = '.xlsx,.xls,.csv,.gift,.txt'
const SHOWN = 50

interface ImportPanelProps {
  onWritten: () => void
  onClose: () => void
}

/** Questions out of a spreadsheet or a GIFT file: nothing is written before somebody has seen what would be. */
export const ImportPanel = ({ onWritten, onClose }: ImportPanelProps) => (
  <SidePanel title="从文件导入" onClose={onClose}>
    {process.env.TARO_ENV === 'h5' ? (
      <Importing onWritten={onWritten} onClose={onClose} />
    ) : (
      <Empty title="导入题库请在电脑上办" hint="在电脑上打开“题库”，选文件，先看会进来哪些题再导入。" />
    )}
  </SidePanel>
)

const Importing = ({ onWritten, onClose }: ImportPanelProps) => {
  const { importing, choose, write, leaveAlikeOut, reset } = useQuestionImport(onWritten)
  const [failed, setFailed] = useState(false)
  const pick = async () => {
    const file = await chooseFile(QUESTION_FILES)
    if (file) await choose(file, file.name)
  }
  const template = async () => {
    setFailed(false)
    try {
      await saveTemplate()
      toast('模板下载好了')
    } catch {
      setFailed(true)
    }
  }
  if (importing.step === 'reading') return <Skeleton lines={8} label="正在读文件" />
  if (importing.step === 'choosing') {
    return (
      <>
        <View className="t4 c2">
          {`表格（.xlsx、.csv）或者 GIFT（Moodle 的 .txt、.gift），一次最多 ${IMPORT_MOST} 题。先预演给您看，点“导入”之前什么都不会写进去。`}
        </View>
        {importing.failure ? (
          <View className="gap-4">
            <ErrorNote>{importing.failure}</ErrorNote>
          </View>
        ) : null}
        {failed ? (
          <View className="gap-4">
            <ErrorNote onRetry={() => void template()}>模板没有写成，请再试一次。</ErrorNote>
          </View>
        ) : null}
        <View className="gap-4">
          <Button wide onTap={() => void pick()}>
            选择文件
          </Button>
        </View>
        <View className="gap-3">
          <Button kind="quiet" wide icon="save" onTap={() => void template()}>
            下载表格模板
          </Button>
        </View>
        <View className="gap-4 t4 c2">
          {`认得的列：${SHEET_HEADINGS.join('、')}。题型、主题、题干、答案四列必须有；案例的小题写在下面几行，案例号一样。`}
        </View>
      </>
    )
  }
  const { fileName, plan, leavesAlikeOut } = importing
  if (importing.step === 'written') {
    return (
      <>
        <Lead above={fileName} hint="都是草稿：补好没写的，送复核，换一位同事通过才会被抽到。">
          {`导入好了，进来 ${importing.imported} 题`}
        </Lead>
        <View className="gap-4">
          <Button kind="quiet" wide onTap={onClose}>
            去题库看
          </Button>
        </View>
        <View className="gap-3">
          <Button kind="text" wide onTap={reset}>
            再导一个文件
          </Button>
        </View>
      </>
    )
  }
  const coming = chosenIn(plan, leavesAlikeOut)
  const alike = alikeIn(plan)
  const repeated = repeatedIn(plan)
  const lacking = coming.filter(({ lacks }) => lacks.length > 0)
  return (
    <>
      <Lead above={fileName} hint="还没有写进去；关掉这里，什么都不会变。">
        {planHeadline(plan, leavesAlikeOut)}
      </Lead>
      {importing.step === 'writing' ? (
        <View className="gap-4">
          <Notice icon="progress" announced="status">
            {`正在写，${importing.done} / ${coming.length} 题。先别关这一页。`}
          </Notice>
        </View>
      ) : null}
      {importing.step === 'stopped' ? (
        <View className="gap-4">
          <ErrorNote onRetry={() => void write(importing)} retryText="接着导">
            {`${sentenceFor(importing.code)}已经写进 ${importing.done} / ${coming.length} 题，接着导不会重复。`}
          </ErrorNote>
        </View>
      ) : null}
      {importing.step === 'planned' ? (
        <>
          {alike.length + repeated.length > 0 ? (
            <View className="gap-4">
              <Choice
                kind="checkbox"
                title={`很像的 ${alike.length + repeated.length} 题先不导`}
                detail="题库里或者这个文件前面已经有问得差不多的。不勾就都进来，以后在题库里再定留哪一道。"
                selected={leavesAlikeOut}
                onTap={() => leaveAlikeOut(!leavesAlikeOut)}
              />
            </View>
          ) : null}
          <View className="gap-4">
            <Button
              wide
              disabledBecause={coming.length === 0 ? '没有要进来的题' : undefined}
              onTap={() => void write(importing)}
            >
              {coming.length === 0 ? '导入' : `导入 ${coming.length} 题`}
            </Button>
          </View>
          <View className="gap-3">
            <Button kind="quiet" wide onTap={() => void pick()}>
              换一个文件
            </Button>
          </View>
        </>
      ) : null}
      <Lines
        head="没读懂的"
        aside="不会进来；改好文件再选一次"
        lines={plan.unread.map(({ line, column, sentence }, at) => ({
          key: `${line}-${at}`,
          title: sentence,
          detail: [`第 ${line} 行`, column].filter(Boolean).join(' · '),
        }))}
      />
      <Lines
        head="很像题库里的"
        aside={leavesAlikeOut ? '先不导' : '也会进来'}
        lines={alike.map((question) => {
          const [likest] = question.nearly
          return {
            key: question.id,
            title: titleOf(question),
            detail: [
              `第 ${question.line} 行`,
              likest ? `像 ${questionNumberInWords(likest.number)}：${likest.stem}` : null,
            ]
              .filter(Boolean)
              .join(' · '),
            end: likest ? likenessInWords(likest.likeness) : undefined,
          }
        })}
      />
      <Lines
        head="很像文件里前面的"
        aside={leavesAlikeOut ? '先不导' : '也会进来'}
        lines={repeated.map((question) => ({
          key: question.id,
          title: titleOf(question),
          detail: [
            `第 ${question.line} 行`,
            question.twin ? `像第 ${question.twin.line} 行：${question.twin.title}` : null,
          ]
            .filter(Boolean)
            .join(' · '),
          end: question.twin ? likenessInWords(question.twin.likeness) : undefined,
        }))}
      />
      <Lines
        head="要进来的"
        aside={lacking.length > 0 ? `${lacking.length} 题还有没写的，进来再补` : undefined}
        lines={coming.map(lineOf)}
      />
    </>
  )
}

interface Line {
  key: string
  title: string
  detail: string
  end?: string
}

const lineOf = (question: Incoming): Line => {
  const { content, line, lacks } = question
  return {
    key: question.id,
    title: titleOf(question),
    detail: [
      `第 ${line} 行`,
      questionKindNames[content.kind],
      topicNames[content.topic],
      lacks.length > 0 ? lacks.join('；') : null,
    ]
      .filter(Boolean)
      .join(' · '),
    end: lacks.length > 0 ? '要补' : undefined,
  }
}

/** A part of the dry run; what is beyond the first lines is counted. */
const Lines = ({ head, aside, lines }: { head: string; aside?: string; lines: readonly Line[] }) =>
  lines.length === 0 ? null : (
    <View className="gap-5">
      <Head aside={aside}>{`${head} ${lines.length}`}</Head>
      <List label={head}>
        {lines.slice(0, SHOWN).map(({ key, ...line }) => (
          <Item key={key} {...line} />
        ))}
      </List>
      {lines.length > SHOWN ? (
        <View className="gap-2 t4 c3">{`另外还有 ${lines.length - SHOWN} 条，和上面一样办。`}</View>
      ) : null}
    </View>
  )
