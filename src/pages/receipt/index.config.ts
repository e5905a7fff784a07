export default definePageConfig({ navigationBarTitleText: '投诉回执', enableShareAppMessage: false })
