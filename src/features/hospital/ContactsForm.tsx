import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { Item, List } from '../../ui/List'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import type { SectionProps } from './BasicsForm'
import { ContactFields, kindNames } from './ContactFields'
import { SectionForm } from './SectionForm'
import { type ContactDraft, faultsInContact, isFaultless } from './settings.drafts'

const MOST = 8
const EMPTY = { label: '', note: '', phone: '', email: '' }

const moved = (drafts: readonly ContactDraft[], from: number, to: number): ContactDraft[] => {
  const rest = drafts.filter((_, at) => at !== from)
  return [...rest.slice(0, to), ...drafts.slice(from, from + 1), ...rest.slice(to)]
}

const wordsOf = ({ kind, phone, email }: ContactDraft): string =>
  [kindNames.get(kind), phone, email].filter(Boolean).join(' · ')

/** Supervision phones and mails, in the order in which they are shown. */
export const ContactsForm = ({ draft, onDraft, onSave, ...section }: SectionProps<readonly ContactDraft[]>) => {
  const [open, setOpen] = useState<number | null>(null)
  const [checked, setChecked] = useState(false)
  const wrong = draft.findIndex((contact) => !isFaultless(faultsInContact(contact)))
  const save = () => {
    setChecked(true)
    if (wrong >= 0) return setOpen(wrong)
    onSave()
  }
  const put = (at: number, contact: ContactDraft) => onDraft(draft.map((one, index) => (index === at ? contact : one)))
  const move = (from: number, to: number) => {
    onDraft(moved(draft, from, to))
    setOpen(to)
  }
  const missing = [...kindNames].filter(([kind]) => draft.every((contact) => contact.kind !== kind))
  const current = open === null ? undefined : draft[open]
  return (
    <SectionForm
      title="监督电话和邮箱"
      hint="印在码牌上、写在扫码页和监督渠道页。排在最前面、有电话的那个，是到期没有答复时请人打的。"
      onSave={save}
      {...section}
    >
      {missing.length > 0 ? (
        <View className="gap-4">
          <Notice tone="wait">{`还没有${missing.map(([, name]) => name).join('、')}的联系办法，最好都写上。`}</Notice>
        </View>
      ) : null}
      <View className="gap-4">
        <List label="监督电话和邮箱">
          {draft.map((contact, at) => (
            <Item
              key={contact.key}
              icon="phone"
              title={contact.label || '还没写名称'}
              detail={wordsOf(contact)}
              current={at === open}
              onTap={() => setOpen(at === open ? null : at)}
            />
          ))}
        </List>
      </View>
      {current && open !== null ? (
        <View className="gap-4">
          <ContactFields draft={current} checked={checked} onDraft={(contact) => put(open, contact)} />
          <View className="settings-order">
            {open > 0 ? (
              <LinkText role="button" label={`往前排，${current.label}`} onTap={() => move(open, open - 1)}>
                往前排
              </LinkText>
            ) : null}
            {open < draft.length - 1 ? (
              <LinkText role="button" label={`往后排，${current.label}`} onTap={() => move(open, open + 1)}>
                往后排
              </LinkText>
            ) : null}
            {draft.length > 1 ? (
              <LinkText
                role="button"
                label={`去掉这一条，${current.label}`}
                onTap={() => {
                  onDraft(draft.filter((_, at) => at !== open))
                  setOpen(null)
                }}
              >
                去掉这一条
              </LinkText>
            ) : null}
          </View>
        </View>
      ) : null}
      {draft.length < MOST ? (
        <View className="gap-4">
          <Button
            kind="quiet"
            onTap={() => {
              const key = Math.max(-1, ...draft.map((contact) => contact.key)) + 1
              onDraft([...draft, { ...EMPTY, key, kind: missing[0]?.[0] ?? 'hospital' }])
              setOpen(draft.length)
            }}
          >
            再加一个
          </Button>
        </View>
      ) : null}
    </SectionForm>
  )
}
