export default definePageConfig({ navigationBarTitleText: '清廉文化' })
