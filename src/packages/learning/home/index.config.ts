export default definePageConfig({ navigationBarTitleText: '廉洁学习' })
