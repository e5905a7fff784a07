export default definePageConfig({ navigationBarTitleText: '您说的，我们改了' })
