export default definePageConfig({ navigationBarTitleText: '表扬感谢' })
