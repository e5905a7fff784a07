export default definePageConfig({ navigationBarTitleText: '职工入口' })
