import { KeptList } from '../../../features/culture/KeptList'
import { useKeptList } from '../../../features/culture/use-kept'
import { goBack, goTo, replaceWith, routes } from '../../../routes'
import { Lead } from '../../../ui/Lead'
import { Page } from '../../../ui/Page'

/** What a reader kept on this phone. */
export default function KeptPage() {
  const kept = useKeptList()
  return (
    <Page title="收藏的文章" onBack={() => void goBack()}>
      <Lead hint="只记在这台手机里，医院不知道您收藏了什么。">收藏的文章</Lead>
      <KeptList
        kept={kept}
        onArticle={(id) => void goTo(routes.article({ id }))}
        onRead={() => void replaceWith(routes.culture())}
      />
    </Page>
  )
}
