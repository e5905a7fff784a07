export default definePageConfig({ navigationBarTitleText: '人与权限' })
