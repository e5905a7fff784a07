import { View } from '@tarojs/components'
import { classNames } from './class-names'

/** The lotus seal (小印): beside the hospital's name, on a slip, above the desk's rail. */
export const Mark = ({ fine = false, className }: { fine?: boolean; className?: string }) => (
  <View className={classNames('motif', fine ? 'motif-mark-fine' : 'motif-mark', 'mark', className)} />
)

/** One line of water that rises once into the lotus (一笔莲). */
export const Motif = ({ className }: { className?: string }) => (
  <View className={classNames('motif', 'motif-lotus', 'lotus', className)} />
)
