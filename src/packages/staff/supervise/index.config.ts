export default definePageConfig({ navigationBarTitleText: '行风监督' })
