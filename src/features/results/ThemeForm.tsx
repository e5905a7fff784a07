import { type ErrorCode, sentenceFor } from '#domain/errors'
import { type TextAnswer, THEMES_MOST } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Chip } from '../../ui/Chip'
import { ErrorNote } from '../../ui/ErrorNote'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import { suggestedThemes, type ThemeCount, themeRefused, toggled } from './theme.rules'

interface ThemeFormProps {
  text: TextAnswer
  themes: readonly ThemeCount[]
  onDone: () => void
  onSave: (themes: readonly string[]) => Promise<ErrorCode | null>
  onReload: () => void
}

/** Themes of one text: those in use are chosen, a new one is typed. */
export const ThemeForm = ({ text, themes, onDone, onSave, onReload }: ThemeFormProps) => {
  const [chosen, setChosen] = useState<readonly string[]>(text.themes)
  const [offered, setOffered] = useState(() => suggestedThemes(themes, text.themes))
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ErrorCode | null>(null)
  const toggle = (theme: string) => {
    const next = toggled(chosen, theme)
    setRefused(next === chosen ? `一条最多 ${THEMES_MOST} 个主题，先去掉一个` : null)
    setChosen(next)
  }
  const add = () => {
    const because = themeRefused(typed, chosen)
    setRefused(because)
    if (because !== null) return
    const theme = typed.trim()
    if (!offered.includes(theme)) setOffered([...offered, theme])
    setChosen(toggled(chosen, theme))
    setTyped('')
  }
  const save = async () => {
    // What was typed and not yet put on is meant as well.
    const because = typed.trim() === '' ? null : themeRefused(typed, chosen)
    setRefused(because)
    if (because !== null) return
    const wanted = typed.trim() === '' ? chosen : toggled(chosen, typed.trim())
    setBusy(true)
    const code = await onSave(wanted)
    setBusy(false)
    setFailed(code)
    if (code === null) onDone()
  }
  return (
    <View className="theme-form">
      {offered.length > 0 ? (
        <View className="theme-choices" {...semantics({ role: 'group', label: `主题，最多 ${THEMES_MOST} 个` })}>
          {offered.map((theme) => (
            <Chip key={theme} pressed={chosen.includes(theme)} onTap={() => toggle(theme)}>
              {theme}
            </Chip>
          ))}
        </View>
      ) : null}
      <View className="theme-typed">
        <View className="theme-field">
          <TextField
            label="新主题"
            aside={`最多 ${THEMES_MOST} 个`}
            value={typed}
            maxlength={20}
            error={refused ?? undefined}
            onInput={setTyped}
            onConfirm={add}
          />
        </View>
        <Button kind="quiet" onTap={add}>
          加上
        </Button>
      </View>
      {failed ? (
        <View className="gap-3">
          <ErrorNote
            retryText={failed === 'data.changed' ? '取新的' : '再试一次'}
            onRetry={
              failed === 'data.changed'
                ? () => {
                    onReload()
                    onDone()
                  }
                : () => void save()
            }
          >
            {sentenceFor(failed)}
          </ErrorNote>
        </View>
      ) : null}
      <View className="theme-ends gap-3">
        <Button kind="primary" busy={busy} busyText="正在存" onTap={() => void save()}>
          存好
        </Button>
        <Button kind="text" onTap={onDone}>
          不改了
        </Button>
      </View>
    </View>
  )
}
