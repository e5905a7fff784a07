import { View } from '@tarojs/components'
import { ErrorNote } from '../../ui/ErrorNote'
import { Facts } from '../../ui/Facts'
import { Lead } from '../../ui/Lead'
import { TextField } from '../../ui/TextField'

interface JoinFormProps {
  number: string
  code: string
  numberError?: string
  codeError?: string
  /** What the hospital answered. */
  refused?: string
  onNumber: (text: string) => void
  onCode: (text: string) => void
  onDone: () => void
}

/** A member of staff names themselves once (职工入口). */
export const JoinForm = ({
  number,
  code,
  numberError,
  codeError,
  refused,
  onNumber,
  onCode,
  onDone,
}: JoinFormProps) => (
  <>
    <Lead hint="第一次进来要核对一次身份，以后直接进。">本院职工</Lead>
    <View className="gap-5">
      <TextField
        label="工号"
        value={number}
        placeholder="照胸牌上的写"
        error={numberError}
        maxlength={40}
        onInput={onNumber}
      />
    </View>
    <View className="gap-5">
      <TextField
        label="管理员给您的口令"
        value={code}
        placeholder="例如 7K2M-9QXC-41DT-0PWB"
        hint="字母不分大小写，短横和空格写不写都行。"
        error={codeError}
        maxlength={60}
        onInput={onCode}
        onConfirm={onDone}
      />
    </View>
    {refused ? (
      <View className="gap-4">
        <ErrorNote>{refused}</ErrorNote>
      </View>
    ) : null}
    <View className="gap-6">
      <Facts
        facts={[
          { term: '会知道', text: '姓名、科室、岗位，用来派给您该办的事' },
          { term: '不会知道', text: '您以患者或家属身份提交过的任何内容' },
        ]}
      />
    </View>
  </>
)
