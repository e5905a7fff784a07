export default definePageConfig({ navigationBarTitleText: '请您评一评' })
