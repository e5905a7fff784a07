import { View } from '@tarojs/components'
import { classNames } from './class-names'

/** The lotus seal (小印): beside the hospital's name, on a slip, above the desk's rail. */
export const Mark = ({ fine = false, className }: { fine?: boolean; className?: string }) => (
  <View className={classNames('motif', fine ? 'motif-mark-fine' : 'motif-mark', 'mark', className)} />
)

/** One line of water that rises once into the lotus (一笔莲). `draws`: something has just been completed. */
export const Motif = ({ draws = false, className }: { draws?: boolean; className?: string }) => (
  <View className={classNames('motif', 'motif-lotus', 'lotus', draws && 'motif-draws', className)} />
)
