import { sentenceFor } from '#domain/errors'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { Lead } from '../../ui/Lead'
import { LinkText } from '../../ui/LinkText'
import type { Saving } from './use-settings'
import './settings.css'

interface SectionFormProps {
  title: string
  hint: string
  saving: Saving
  /** Whether anything differs from what is stored. */
  edited: boolean
  onSave: () => void
  /** Back to what is stored. */
  onDiscard: () => void
  children: ReactNode
}

/** One section of the settings, saved by itself. */
export const SectionForm = ({ title, hint, saving, edited, onSave, onDiscard, children }: SectionFormProps) => (
  <View className="settings-section">
    <Lead hint={hint}>{title}</Lead>
    {saving.failed === 'data.changed' ? (
      <View className="gap-4">
        <ErrorNote>刚才有同事先改了设置，您写的还在。请看一遍，没问题再按一次保存。</ErrorNote>
      </View>
    ) : saving.failed ? (
      <View className="gap-4">
        <ErrorNote>{sentenceFor(saving.failed)}</ErrorNote>
      </View>
    ) : null}
    {children}
    <View className="settings-acts">
      <Button
        wide
        busy={saving.busy}
        busyText="正在保存"
        disabledBecause={edited ? undefined : '没有改动'}
        onTap={onSave}
      >
        保存
      </Button>
      {edited ? (
        <View className="gap-3">
          <LinkText role="button" onTap={onDiscard}>
            不改了，恢复原样
          </LinkText>
        </View>
      ) : null}
    </View>
  </View>
)
