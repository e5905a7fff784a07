export default definePageConfig({ navigationBarTitleText: '点位与码' })
