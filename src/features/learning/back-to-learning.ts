import Taro from '@tarojs/taro'
import { replaceWith, routes } from '../../routes'

/** To the page that this one was opened from, or to a new one. */
export const backToLearning = () =>
  void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : replaceWith(routes.learning()))
