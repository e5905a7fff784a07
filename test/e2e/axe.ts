import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Violation {
  id: string
  help: string
  /** Selectors of the elements that break the rule. */
  where: string[]
}

// Nobody reads what passed, and to describe it takes most of the time.
const USUAL: RunOptions = { resultTypes: ['violations'] }

/** Accessibility violations of what the page shows now. Elements that are not visible do not count. */
export const axe = async (page: Page, options: RunOptions = {}): Promise<Violation[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const violations = await page.evaluate(
    async (run) => {
      // A colour that is still on its way to another has neither one's contrast.
      const ending = document
        .getAnimations()
        .filter((animation) => Number.isFinite(Number(animation.effect?.getComputedTiming().endTime)))
      await Promise.allSettled(ending.map(({ finished }) => finished))
      const here = globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }
      return (await here.axe.run(run)).violations
    },
    { ...USUAL, ...options },
  )
  return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ target }) => target.join(' ')) }))
}
