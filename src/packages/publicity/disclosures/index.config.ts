export default definePageConfig({ navigationBarTitleText: '院务公开' })
