import { asynchronous, type Options } from './wx.api'

type Answer = (answer: { event: string; buttonId?: string }) => void
type Listener = (answer: Answer, about: { referrer: string }) => void

/** WeChat's privacy consent (隐私授权): asked for before a function touches anything of the person's, until they agree. */
export class PrivacyConsent {
  private listener: Listener | null = null
  private readonly touched = new Set<unknown>()

  constructor(private agreed: boolean) {}

  listen = (listener: Listener): void => {
    this.listener = listener
  }

  /** Only a touch on a button of WeChat's own counts as agreement. */
  touch(buttonId: unknown): void {
    this.touched.add(buttonId)
  }

  guarded(name: string, work: (options: Options) => unknown) {
    return asynchronous(name, async (options) => {
      if (!this.agreed) await this.ask(name)
      return work(options)
    })
  }

  private ask(referrer: string): Promise<void> {
    const { listener } = this
    return new Promise((agree, refuse) => {
      if (!listener) throw new Error('nobody listens to onNeedPrivacyAuthorization')
      listener(
        ({ event, buttonId }) => {
          if (event === 'exposureAuthorization') return
          this.agreed = event === 'agree' && this.touched.has(buttonId)
          if (this.agreed) agree()
          else refuse(new Error('privacy permission is not authorized'))
        },
        { referrer },
      )
    })
  }
}
