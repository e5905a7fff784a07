export default definePageConfig({ navigationBarTitleText: '收藏的文章' })
