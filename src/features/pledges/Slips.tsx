import type { PledgePromise } from '#domain/integrity/pledge.model'
import { View } from '@tarojs/components'
import { classNames } from '../../ui/class-names'
import { semantics } from '../../ui/semantics'
import { promisesName } from './pledge.words'
import './Slips.css'

/** More than these stand closer. */
const ROOMY = 6

/** The promises as slips on a wall, from the right to the left; lines under each other in the elder version. */
export const Slips = ({ promises }: { promises: readonly PledgePromise[] }) => (
  <View
    className={classNames('slips', promises.length >= ROOMY && 'is-many')}
    {...semantics({ role: 'list', label: `本院${promisesName(promises.length)}` })}
  >
    <View className="slips-cap" {...semantics({ role: 'listitem' })}>
      {`本院${promisesName(promises.length)}`}
    </View>
    {promises.map(({ short }) => (
      <View key={short} className="slips-slip" {...semantics({ role: 'listitem' })}>
        {short}
      </View>
    ))}
  </View>
)
