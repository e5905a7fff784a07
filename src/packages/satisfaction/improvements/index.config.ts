export default definePageConfig({ navigationBarTitleText: '我们改了' })
