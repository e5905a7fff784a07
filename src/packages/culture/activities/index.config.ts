export default definePageConfig({ navigationBarTitleText: '清廉活动' })
