import type { PrivacyConsent } from './wx.privacy'

/** What is put in is what is taken out, once the person agreed to either. */
export const clipboardApis = (consent: PrivacyConsent, record: (name: string, options: unknown) => void) => {
  let held = ''
  return {
    setClipboardData: consent.guarded('setClipboardData', (options) => {
      record('setClipboardData', options)
      held = String(options.data)
    }),
    getClipboardData: consent.guarded('getClipboardData', () => ({ data: held })),
  }
}
