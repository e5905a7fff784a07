import { Column, columnNames, FiveClean, fiveCleanNames, type Source } from '#domain/culture/article.model'
import type { DepartmentId } from '#domain/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Chip } from '../../ui/Chip'
import { Choice } from '../../ui/Choice'
import { Head } from '../../ui/Lead'
import { Lookup, optionNamed } from '../../ui/Lookup'
import { semantics } from '../../ui/semantics'
import { TextField } from '../../ui/TextField'
import { CoverField } from './CoverField'
import type { Manuscript } from './use-manuscript'
import type { MediaInHand } from './use-media'

interface SheetSettingsProps extends Pick<Manuscript, 'sheet' | 'change'> {
  media: MediaInHand
  departments: readonly { id: DepartmentId; name: string }[]
  series: readonly string[]
}

const LICENCES = ['已获授权', '官方公开发布'] as const

/** Where an article belongs, where it comes from, and what stands at its head. */
export const SheetSettings = ({ sheet, change, media, departments, series }: SheetSettingsProps) => (
  <View>
    <Section title="栏目">
      <View className="desk-chips" {...semantics({ role: 'group', label: '栏目' })}>
        {Column.options.map((column) => (
          <View key={column} className="desk-chip">
            <Chip pressed={sheet.column === column} onTap={() => change((before) => ({ ...before, column }))}>
              {columnNames[column]}
            </Chip>
          </View>
        ))}
      </View>
    </Section>
    <Section title="封面">
      <CoverField sheet={sheet} change={change} media={media} />
    </Section>
    <Section title="归到五清">
      <View className="desk-chips" {...semantics({ role: 'group', label: '五清' })}>
        {FiveClean.options.map((clean) => {
          const isOn = sheet.fiveClean.includes(clean)
          return (
            <View key={clean} className="desk-chip">
              <Chip
                pressed={isOn}
                onTap={() =>
                  change((before) => ({
                    ...before,
                    fiveClean: isOn ? before.fiveClean.filter((each) => each !== clean) : [...before.fiveClean, clean],
                  }))
                }
              >
                {fiveCleanNames[clean]}
              </Chip>
            </View>
          )
        })}
      </View>
    </Section>
    <Section title="谁的稿">
      <DepartmentField sheet={sheet} change={change} departments={departments} />
      <View className="gap-4">
        <SeriesField sheet={sheet} change={change} series={series} />
      </View>
      <View className="gap-4">
        <TextField
          label="署名"
          aside="印在题目下面"
          value={sheet.byline}
          maxlength={40}
          placeholder="例如：文 / 呼吸科护理组"
          onInput={(byline) => change((before) => ({ ...before, byline }), 'byline')}
        />
      </View>
    </Section>
    <Section title="从哪里来">
      <SourceField sheet={sheet} change={change} />
    </Section>
    <Section title="写到的人">
      <Choice
        kind="checkbox"
        title="来自这里发生过的真事"
        detail="审的人要看过、认不出是谁，签字以后才能发。姓名、床号、病情、日子都换掉或不写。"
        selected={sheet.realCase}
        onTap={() => change((before) => ({ ...before, realCase: !before.realCase }))}
      />
      <View className="gap-3">
        <Choice
          kind="checkbox"
          title="点了违纪违法的人的名"
          detail="只能凭官方通报，把那一页的网址贴在下面；没有通报就不点名。"
          selected={sheet.wrongdoersNamedBy !== null}
          onTap={() =>
            change((before) => ({ ...before, wrongdoersNamedBy: before.wrongdoersNamedBy === null ? '' : null }))
          }
        />
      </View>
      {sheet.wrongdoersNamedBy === null ? null : (
        <View className="gap-3">
          <TextField
            label="官方通报的网址"
            hint="政府网站（gov.cn）上的那一页，以 https:// 开头。"
            value={sheet.wrongdoersNamedBy}
            maxlength={500}
            onInput={(address) => change((before) => ({ ...before, wrongdoersNamedBy: address }), 'wrongdoers')}
          />
        </View>
      )}
    </Section>
  </View>
)

const Section = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <View className="sheet-section">
    <Head>{title}</Head>
    <View className="gap-3">{children}</View>
  </View>
)

type FieldProps = Pick<Manuscript, 'sheet' | 'change'>

const DepartmentField = ({ sheet, change, departments }: FieldProps & Pick<SheetSettingsProps, 'departments'>) => {
  const named = departments.find(({ id }) => id === sheet.departmentId)?.name ?? ''
  const [typed, setTyped] = useState(named)
  const known = optionNamed(departments, typed)
  return (
    <Lookup
      label="科室"
      aside="空着就是全院的"
      offer="是哪个科室"
      options={departments}
      typed={typed}
      error={typed.trim() !== '' && !known ? '没有这个科室，请从下面选一个。' : undefined}
      onTyped={(text) => {
        setTyped(text)
        const departmentId = optionNamed(departments, text)
        if (departmentId || text.trim() === '') change((before) => ({ ...before, departmentId }))
      }}
    />
  )
}

const SeriesField = ({ sheet, change, series }: FieldProps & Pick<SheetSettingsProps, 'series'>) => {
  const put = (name: string) => change((before) => ({ ...before, series: name === '' ? null : name }), 'series')
  const others = series.filter((name) => name !== sheet.series)
  return (
    <View>
      <TextField
        label="系列"
        aside="一院一品，可以不填"
        value={sheet.series ?? ''}
        maxlength={20}
        placeholder="例如：本草说廉"
        onInput={put}
      />
      {others.length > 0 ? (
        <View className="desk-chips gap-2" {...semantics({ role: 'group', label: '用过的系列' })}>
          {others.map((name) => (
            <View key={name} className="desk-chip">
              <Chip onTap={() => put(name)}>{name}</Chip>
            </View>
          ))}
        </View>
      ) : null}
    </View>
  )
}

type Reprint = Extract<Source, { kind: 'reprint' }>

const REPRINT: Reprint = { kind: 'reprint', name: '', licence: '' }

const SourceField = ({ sheet: { source }, change }: FieldProps) => {
  const put = (next: Source, run: string | null = null) => change((before) => ({ ...before, source: next }), run)
  return (
    <View>
      <View className="desk-chips" {...semantics({ role: 'group', label: '来源' })}>
        <View className="desk-chip">
          <Chip pressed={source.kind === 'own'} onTap={() => put({ kind: 'own' })}>
            本院原创
          </Chip>
        </View>
        <View className="desk-chip">
          <Chip pressed={source.kind === 'reprint'} onTap={() => put(source.kind === 'reprint' ? source : REPRINT)}>
            转载
          </Chip>
        </View>
      </View>
      {source.kind === 'reprint' ? (
        <View>
          <View className="gap-3">
            <TextField
              label="从哪里来"
              value={source.name}
              maxlength={60}
              placeholder="例如：省卫生健康委网站"
              onInput={(name) => put({ ...source, name }, 'source.name')}
            />
          </View>
          <View className="gap-3">
            <TextField
              label="凭什么能用"
              hint="没有授权的只写摘要，给读者原文的链接。"
              value={source.licence}
              maxlength={60}
              onInput={(licence) => put({ ...source, licence }, 'source.licence')}
            />
          </View>
          <View className="desk-chips gap-2" {...semantics({ role: 'group', label: '常用的' })}>
            {LICENCES.map((licence) => (
              <View key={licence} className="desk-chip">
                <Chip onTap={() => put({ ...source, licence })}>{licence}</Chip>
              </View>
            ))}
          </View>
          <View className="gap-3">
            <TextField
              label="原文网址"
              aside="可以不填"
              value={source.address ?? ''}
              maxlength={500}
              onInput={(address) => {
                const { address: _before, ...rest } = source
                put(address === '' ? rest : { ...rest, address }, 'source.address')
              }}
            />
          </View>
        </View>
      ) : (
        <View className="t4 c2">文字和图都是院里自己写、自己拍、自己画的。</View>
      )}
    </View>
  )
}
