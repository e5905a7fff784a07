import type { ItemView } from '#domain/integrity/office.contract'
import { View } from '@tarojs/components'
import { Head } from '../../ui/Lead'
import { Table } from '../../ui/Table'
import { usedRows } from './exam.words'

/** Who chose what (选项使用), question by question: a wrong option that the best papers take is the one to look at. */
export const ItemUse = ({ items }: { items: readonly ItemView[] }) => (
  <View>
    {items.flatMap(({ questionId, version, stem, use }) =>
      (use ?? []).map((own, at, all) => {
        const title = all.length > 1 ? `${stem}，第 ${at + 1} 小题` : stem
        return (
          <View key={`${questionId}-${version}-${own.part}`} className="gap-5">
            <Head>{title}</Head>
            <Table
              label={`${title}，选了什么`}
              lined
              columns={[
                { key: 'option', title: '选项' },
                { key: 'all', title: '所有人', numeric: true },
                { key: 'high', title: `高分 ${own.group} 人`, numeric: true },
                { key: 'low', title: `低分 ${own.group} 人`, numeric: true },
              ]}
              rows={usedRows(own)}
            />
          </View>
        )
      }),
    )}
    <View className="gap-2 t4 c3">高分、低分各取整卷得分最高和最低的 27%。</View>
  </View>
)
