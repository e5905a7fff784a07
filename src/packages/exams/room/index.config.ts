export default definePageConfig({ navigationBarTitleText: '考场' })
