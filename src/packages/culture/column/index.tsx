import { Column, columnNames, FiveClean, fiveCleanNames } from '#domain/culture/article.model'
import type { ArticleFilter } from '#domain/culture/reader.contract'
import { DepartmentId } from '#domain/ids'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import * as v from 'valibot'
import { ColumnList } from '../../../features/culture/ColumnList'
import { useColumn } from '../../../features/culture/use-column'
import { goBack, goTo, routes } from '../../../routes'
import { Lead } from '../../../ui/Lead'
import { Page } from '../../../ui/Page'

const known = <S extends v.GenericSchema>(Wanted: S, text: string | undefined): v.InferOutput<S> | null => {
  const parsed = v.safeParse(Wanted, text)
  return parsed.success ? parsed.output : null
}

const SeriesName = v.pipe(v.string(), v.minLength(1), v.maxLength(20))

const decoded = (text: string | undefined): string | undefined => {
  try {
    return text && decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const filterIn = ({ column, clean, department, series }: Record<string, string | undefined>): ArticleFilter => ({
  column: known(Column, column),
  fiveClean: known(FiveClean, clean),
  departmentId: known(DepartmentId, decoded(department)),
  series: known(SeriesName, decoded(series)),
})

const titleOf = ({ column, fiveClean, series }: ArticleFilter): string =>
  series ?? (column ? columnNames[column] : fiveClean ? fiveCleanNames[fiveClean] : '全部文章')

/** Articles of a column, of one of the five 清, of a department or a series. */
export default function ColumnPage() {
  const { params } = useRouter()
  const [filter, setFilter] = useState(() => filterIn(params))
  const list = useColumn(filter)
  useReachBottom(() => void list.more())
  return (
    <Page title={titleOf(filter)} onBack={() => void goBack()}>
      <Lead>{titleOf(filter)}</Lead>
      <ColumnList
        filter={filter}
        list={list}
        onFilter={(change) => setFilter((before) => ({ ...before, ...change }))}
        onArticle={(id) => void goTo(routes.article({ id }))}
      />
    </Page>
  )
}
