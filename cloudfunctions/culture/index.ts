import { cultureContract } from '#domain/culture/culture.contract'
import { serve } from '#runtime/serve'
import { activityHandlers } from './activity.handlers'
import { openCulture } from './culture.open'
import { deskHandlers } from './desk.handlers'
import { disclosureHandlers } from './disclosure.handlers'
import { mediaHandlers } from './media.handlers'
import { posterHandlers } from './poster.handlers'
import { readerHandlers } from './reader.handlers'
import { starterHandlers } from './starter.handlers'

export const main = serve(
  cultureContract,
  {
    ...readerHandlers,
    ...posterHandlers,
    ...deskHandlers,
    ...starterHandlers,
    ...mediaHandlers,
    ...disclosureHandlers,
    ...activityHandlers,
  },
  openCulture,
)
