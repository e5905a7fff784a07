import { useRouter } from '@tarojs/taro'
import { SearchView } from '../../../features/culture/SearchView'
import { goBack, goTo, routes } from '../../../routes'
import { Page } from '../../../ui/Page'

const wordsIn = (query: string | undefined): string => {
  try {
    return decodeURIComponent(query ?? '').slice(0, 40)
  } catch {
    return ''
  }
}

/** Looks through every article that was published. */
export default function SearchPage() {
  const begun = wordsIn(useRouter().params.words)
  return (
    <Page title="找文章" onBack={() => void goBack()}>
      <SearchView
        begun={begun}
        onArticle={(id) => void goTo(routes.article({ id }))}
        onChannels={() => void goTo(routes.channels())}
      />
    </Page>
  )
}
