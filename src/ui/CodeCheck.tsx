import { type ErrorCode, sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './Button'
import { ErrorNote } from './ErrorNote'
import { Lead } from './Lead'
import { Skeleton } from './Skeleton'
import { TextField } from './TextField'

interface CodeCheckProps<Code extends string> {
  lead: string
  /** What the square that was scanned brought; nothing else is asked for by itself. */
  brought: string
  parse(text: string): Code | null
  inGroups(code: Code): string
  waiting: boolean
  failed: ErrorCode | null
  /** Keeps its identity: it is called as the page appears, too. */
  onCheck(code: Code): void
  /** What was found. */
  children: ReactNode
}

/** Asks whether a certificate is real: with the code that its square brought, or one that is typed. For everybody. */
export const CodeCheck = <Code extends string>({ parse, onCheck, waiting, failed, ...shown }: CodeCheckProps<Code>) => {
  const first = parse(shown.brought)
  const [typed, setTyped] = useState(first ? shown.inGroups(first) : '')
  const [isWrong, setWrong] = useState(false)
  useEffect(() => {
    if (first) onCheck(first)
  }, [first, onCheck])
  const check = () => {
    const code = parse(typed)
    setWrong(!code)
    if (code) onCheck(code)
  }
  return (
    <View>
      <Lead hint="证书左下角的 12 位查验码；大小写、横线和空格都不要紧。">{shown.lead}</Lead>
      {waiting ? <Skeleton lines={3} /> : shown.children}
      {failed ? (
        <View className="gap-4">
          <ErrorNote>{sentenceFor(failed)}</ErrorNote>
        </View>
      ) : null}
      <View className="gap-5">
        <TextField
          label="查验码"
          value={typed}
          placeholder="8F2K-Q4MW-70XT"
          maxlength={40}
          error={isWrong ? '查验码是 12 位的字母和数字，请照证书再看一遍。' : undefined}
          onInput={setTyped}
          onConfirm={check}
        />
      </View>
      <View className="gap-3">
        <Button kind="quiet" wide busy={waiting} busyText="正在查" onTap={check}>
          查
        </Button>
      </View>
    </View>
  )
}
