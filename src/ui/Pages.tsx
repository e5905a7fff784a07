import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { semantics } from './semantics'
import { Tappable } from './Tappable'
import './Pages.css'

interface PagesProps {
  pages: readonly { key: string; name: string; onTap: () => void }[]
  /** Key of the page that is shown. */
  current: string
  /** At the end of the line: a date, a step. */
  aside?: string
}

/** The pages of one section, as a line of words above the content. */
export const Pages = ({ pages, current, aside }: PagesProps) => (
  <View className="pages" {...semantics({ role: 'navigation', label: '本栏' })}>
    {pages.map(({ key, name, onTap }) => (
      <Tappable
        key={key}
        role="link"
        className={classNames('pages-page', key === current && 'is-current')}
        current={key === current}
        label={name}
        onTap={onTap}
      >
        {name}
      </Tappable>
    ))}
    {aside ? <View className="pages-aside">{aside}</View> : null}
  </View>
)
