import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import attributes from '../../src/ui/aria.attributes.json'

const RUNTIME = path.resolve(__dirname, '../../src/ui/aria.runtime.ts')

/**
 * Taro's WXML templates carry only the attributes they list, and list none for screen readers.
 * The same list is merged into the runtime: both must agree on the short names of attributes.
 */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(context, attributes)
      platform.runtimePath = [platform.runtimePath, RUNTIME].flat()
    },
  })
}
