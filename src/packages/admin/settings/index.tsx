import { View } from '@tarojs/components'
import { useState } from 'react'
import { adminSections } from '../../../features/hospital/admin.sections'
import { BasicsForm } from '../../../features/hospital/BasicsForm'
import { CalendarBoard } from '../../../features/hospital/CalendarBoard'
import { ContactsForm } from '../../../features/hospital/ContactsForm'
import { DepartmentBoard } from '../../../features/hospital/DepartmentBoard'
import { NoticesForm } from '../../../features/hospital/NoticesForm'
import { PromisesForm } from '../../../features/hospital/PromisesForm'
import { RatesForm } from '../../../features/hospital/RatesForm'
import { RecountPanel } from '../../../features/hospital/RecountPanel'
import {
  basicsOf,
  contactDraftOf,
  contactFrom,
  type Drafts,
  noticesFrom,
  noticesOf,
  promisesFrom,
  promisesOf,
  ratesFrom,
  ratesOf,
} from '../../../features/hospital/settings.drafts'
import { SettingsList, type SettingsSection } from '../../../features/hospital/SettingsList'
import { useSettings } from '../../../features/hospital/use-settings'
import { SignInOffer } from '../../../features/session/SignInOffer'
import { goBack, routes } from '../../../routes'
import { Desk } from '../../../ui/Desk'
import { Empty } from '../../../ui/Empty'
import { Lead } from '../../../ui/Lead'
import { Skeleton } from '../../../ui/Skeleton'

/** What the hospital is called, promises and counts by (医院设置). */
export default function SettingsPage() {
  const { remote, reload, save, saving, forget } = useSettings()
  const [section, setSection] = useState<SettingsSection | null>(null)
  const [drafts, setDrafts] = useState<Drafts>({})
  const open = (next: SettingsSection | null) => {
    forget()
    setSection(next)
  }

  const discard = (key: keyof Drafts) => {
    forget()
    setDrafts((before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== key)))
  }
  const saveSection = async (key: keyof Drafts, wish: Parameters<typeof save>[0]) => {
    if (await save(wish)) discard(key)
  }
  /** What every section needs beside its own fields. */
  const sectionProps = (key: keyof Drafts, wish: () => Parameters<typeof save>[0]) => ({
    edited: key in drafts,
    saving,
    onDiscard: () => discard(key),
    onSave: () => void saveSection(key, wish()),
  })

  const settings = remote.status === 'done' ? remote.value : null
  const shown = () => {
    if (!settings) return null
    const { hospital } = settings
    if (section === 'departments') return <DepartmentBoard onChanged={() => void reload()} />
    if (section === 'calendar') return <CalendarBoard onChanged={() => void reload()} />
    if (section === 'basics') {
      const draft = drafts.basics ?? basicsOf(hospital)
      return (
        <BasicsForm
          draft={draft}
          onDraft={(basics) => setDrafts({ ...drafts, basics })}
          {...sectionProps('basics', () => draft)}
        />
      )
    }
    if (section === 'contacts') {
      const draft = drafts.contacts ?? hospital.contacts.map(contactDraftOf)
      return (
        <ContactsForm
          draft={draft}
          onDraft={(contacts) => setDrafts({ ...drafts, contacts })}
          {...sectionProps('contacts', () => ({ contacts: draft.map(contactFrom) }))}
        />
      )
    }
    if (section === 'promises') {
      const draft = drafts.promises ?? promisesOf(hospital)
      return (
        <PromisesForm
          draft={draft}
          onDraft={(promises) => setDrafts({ ...drafts, promises })}
          {...sectionProps('promises', () => promisesFrom(draft))}
        />
      )
    }
    if (section === 'notices') {
      const draft = drafts.notices ?? noticesOf(hospital)
      return (
        <NoticesForm
          draft={draft}
          onDraft={(notices) => setDrafts({ ...drafts, notices })}
          {...sectionProps('notices', () => noticesFrom(draft))}
        />
      )
    }
    if (section === 'rates') {
      const draft = drafts.rates ?? ratesOf(hospital)
      return (
        <>
          <RatesForm
            draft={draft}
            onDraft={(rates) => setDrafts({ ...drafts, rates })}
            {...sectionProps('rates', () => ratesFrom(draft))}
          />
          <RecountPanel />
        </>
      )
    }
    return <Empty title="还没有选哪一项" hint="在左边点一项，在这里改。" />
  }

  return (
    <Desk
      title="医院设置"
      section="settings"
      sections={adminSections('settings')}
      showing={section ? 'detail' : 'list'}
      onBack={section ? () => open(null) : () => void goBack()}
      list={
        remote.status === 'failed' ? (
          <SignInOffer code={remote.code} to={routes.settings()} onRetry={() => void reload()} />
        ) : settings ? (
          <View>
            <Lead>{settings.hospital.name}</Lead>
            <SettingsList settings={settings} drafts={drafts} current={section} onOpen={open} />
          </View>
        ) : (
          <Skeleton lines={8} />
        )
      }
      detail={<View key={section ?? 'none'}>{shown()}</View>}
    />
  )
}
