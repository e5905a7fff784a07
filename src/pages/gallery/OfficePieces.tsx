import { create } from 'qrcode'
import { useState } from 'react'
import { BadValues, Changes } from '../../ui/Changes'
import { CodeSquare } from '../../ui/CodeSquare'
import { CopyField } from '../../ui/CopyField'
import { FileButton } from '../../ui/FileButton'
import { Pages } from '../../ui/Pages'
import { PickAll, PickList } from '../../ui/PickList'
import { Progress } from '../../ui/Progress'
import { Strip } from '../../ui/Strip'
import { Table } from '../../ui/Table'
import { toast } from '../../ui/toast'
import { Section } from './Section'

const { modules } = create('JQ-12E-01', { errorCorrectionLevel: 'M' })
const SQUARE = { size: modules.size, isDark: (row: number, column: number) => Boolean(modules.get(row, column)) }

const CODES = [
  { key: 'JQ-12E-01', title: '护士站台面', detail: 'JQ-12E-01 · A6 立牌', end: '23 次' },
  { key: 'JQ-12E-03', title: '病房走廊东端', detail: 'JQ-12E-03 · A4 墙贴', end: '17 次' },
  { key: 'JQ-12E-04', title: '示教室门口', detail: 'JQ-12E-04 · A4 墙贴', end: '0 次' },
]

const MONTHS = ['八月', '九月', '十月']

export const OfficePieces = () => {
  const [page, setPage] = useState('codes')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(['JQ-12E-01']))
  return (
    <>
      <Section name="本栏的页">
        <Pages
          current={page}
          aside="11 月 20 日 周五"
          pages={[
            { key: 'codes', name: '点位与码', onTap: () => setPage('codes') },
            { key: 'people', name: '人与权限', onTap: () => setPage('people') },
          ]}
        />
      </Section>
      <Section name="几个数">
        <Strip
          label="呼吸科十月"
          figures={[
            { term: '扫码', value: '64 次', note: '比上月多 4 次' },
            { term: '投诉', value: '2 件' },
            { term: '评价', value: null },
          ]}
        />
      </Section>
      <Section name="勾选">
        <PickAll rows={CODES} picked={picked} onPick={setPicked} />
        <PickList label="样子点位" rows={CODES} picked={picked} onPick={setPicked} onOpen={() => toast('按到了')} />
      </Section>
      <Section name="表格">
        <Table
          label="各科接诊人次"
          columns={[
            { key: 'name', name: '科室' },
            ...MONTHS.flatMap((month) => [
              { key: `${month}-out`, name: `${month}门急诊`, align: 'end' as const },
              { key: `${month}-in`, name: `${month}出院`, align: 'end' as const },
            ]),
          ]}
          rows={['急诊医学科', '呼吸与危重症医学科'].map((name) => ({
            key: name,
            cells: {
              name,
              ...Object.fromEntries(
                MONTHS.flatMap((m) => [
                  [`${m}-out`, '3 875'],
                  [`${m}-in`, '407'],
                ]),
              ),
            },
          }))}
        />
      </Section>
      <Section name="改之前，改之后">
        <Changes
          label="会改的格"
          changes={[
            { key: '1', about: '急诊医学科', before: '5 073', after: '5 081' },
            { key: '2', about: '骨科', before: '3 754', after: '3 118', check: '少了 17%，请核对' },
            { key: '3', about: '日间病房', after: '60' },
          ]}
        />
      </Section>
      <Section name="文件里没读懂的">
        <BadValues
          label="没读懂的格"
          values={[
            { key: '1', about: '第 24 行 · 科室', value: '骨二科', why: '对照表里没有，请定下归哪个科' },
            { key: '2', about: '第 25 行 · 出院', value: '', why: '请补上数再选一次' },
          ]}
        />
      </Section>
      <Section name="要等一会儿的">
        <Progress label="正在做海报" percent={62} />
      </Section>
      <Section name="文件">
        <FileButton label="名册文件" accept={['.xlsx', '.csv']} onFile={({ name }) => toast(`选了 ${name}`)} />
      </Section>
      <Section name="给人抄走的">
        <CopyField label="邀请口令" value="40731862" shown="4073 1862" />
        <CodeSquare square={SQUARE} label="护士站台面的码" />
      </Section>
    </>
  )
}
