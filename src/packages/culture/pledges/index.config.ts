export default definePageConfig({ navigationBarTitleText: '我承诺 你监督' })
