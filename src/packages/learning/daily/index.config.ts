export default definePageConfig({ navigationBarTitleText: '每日五题' })
