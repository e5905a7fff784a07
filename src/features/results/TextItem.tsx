import type { ErrorCode } from '#domain/errors'
import { monthName } from '#domain/number.words'
import type { TextAnswer } from '#domain/survey/results.contract'
import { View } from '@tarojs/components'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import { ThemeForm } from './ThemeForm'
import type { ThemeCount } from './theme.rules'

interface TextItemProps {
  text: TextAnswer
  /** In use already, to choose from. */
  themes: readonly ThemeCount[]
  isEditing: boolean
  onEdit: () => void
  onDone: () => void
  /** null: it is kept. */
  onSave: (themes: readonly string[]) => Promise<ErrorCode | null>
  onReload: () => void
}

/** Somebody's own words, when and where they were written, and what they are about. */
export const TextItem = ({ text, themes, isEditing, onEdit, onDone, onSave, onReload }: TextItemProps) => {
  const about = [monthName(text.month), text.departmentName, text.question].filter(Boolean).join(' · ')
  return (
    <View className="text-item" {...semantics({ role: 'listitem' })}>
      <View className="text-words">{text.text}</View>
      <View className="text-about">{about}</View>
      {isEditing ? (
        <ThemeForm text={text} themes={themes} onDone={onDone} onSave={onSave} onReload={onReload} />
      ) : (
        <View className="text-themes">
          {text.themes.map((theme) => (
            <View key={theme} className="text-theme">
              {theme}
            </View>
          ))}
          <View className="text-way">
            <LinkText
              role="button"
              label={`${text.themes.length > 0 ? '改主题' : '归到主题'}：${text.text.slice(0, 12)}`}
              onTap={onEdit}
            >
              {text.themes.length > 0 ? '改主题' : '归到主题'}
            </LinkText>
          </View>
        </View>
      )}
    </View>
  )
}
