export default definePageConfig({ navigationBarTitleText: '清廉医院' })
