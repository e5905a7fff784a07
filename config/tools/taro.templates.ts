import type { IPluginContext } from '@tarojs/service'

// Nothing scrolls but pages and what CSS lets scroll.
const UNUSED = ['scroll-view']

interface Asked {
  componentConfig: { includes: Set<string> }
}

/** Taro writes templates of its usual components into every mini-program, whether a page has one or not. */
export default (context: IPluginContext) => {
  context.register({
    name: 'modifyComponentConfig',
    fn({ componentConfig }: Asked) {
      for (const component of UNUSED) componentConfig.includes.delete(component)
    },
  })
}
