export default definePageConfig({ navigationBarTitleText: '监督渠道' })
