export default definePageConfig({ navigationBarTitleText: '廉洁承诺' })
