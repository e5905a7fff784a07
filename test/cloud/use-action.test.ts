// @vitest-environment jsdom
import { act, createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { describe, expect, it } from 'vitest'
import { type Kept, type Remote, useAction, useKept, useLoaded } from '#cloud/use-action'
import { ok, type Result } from '#domain/result'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** A list whose answers come when the test says so. */
const aSlowList = () => {
  const waiting = new Map<string, (answer: Result<string>) => void>()
  const ask = ({ of }: { of: string }) =>
    new Promise<Result<string>>((resolve) => {
      waiting.set(of, resolve)
    })
  const answer = (of: string) => act(async () => waiting.get(of)?.(ok(`rows of ${of}`)))
  return { ask, answer }
}

/** Uses something on a page, and again with another input. */
const used = <I, T>(use: (input: I) => T) => {
  const root = createRoot(document.createElement('div'))
  const seen: { now: T | null } = { now: null }
  const Page = ({ input }: { input: I }) => {
    seen.now = use(input)
    return null
  }
  const show = (input: I) => act(async () => root.render(createElement(Page, { input })))
  return { seen, show }
}

describe('a list that is asked for with another filter', () => {
  it('shows nothing of the one before, whichever answers last', async () => {
    const { ask, answer } = aSlowList()
    const { seen, show } = used<{ of: string }, Kept<string>>((input) => useKept(ask, input))
    await show({ of: 'lungs' })
    await show({ of: 'bones' })
    await answer('bones')
    expect(seen.now).toMatchObject({ page: 'rows of bones', loading: false, problem: null })
    await answer('lungs')
    expect(seen.now).toMatchObject({ page: 'rows of bones' })
  })

  it('hears the value of the last call alone', async () => {
    const { ask, answer } = aSlowList()
    const { seen, show } = used(() => useAction(ask))
    await show(null)
    const answers: (string | null | undefined)[] = []
    await act(async () => {
      for (const of of ['lungs', 'bones']) void seen.now?.latest({ of }).then((value) => answers.push(value))
    })
    await answer('bones')
    await answer('lungs')
    expect(answers).toEqual(['rows of bones', null])
  })
})

describe('what is there already', () => {
  it('stays while it is asked for again, also where it is nothing', async () => {
    const answers: ((answer: Result<string | null>) => void)[] = []
    const ask = () => new Promise<Result<string | null>>((resolve) => answers.push(resolve))
    interface Loaded {
      remote: Remote<string | null>
      reload: () => Promise<void>
    }
    const { seen, show } = used<object, Loaded>((input) => useLoaded(ask, input))
    await show({})
    for (const value of ['sister Gu', null]) {
      await act(async () => answers.at(-1)?.(ok(value)))
      await act(async () => void seen.now?.reload())
      expect(seen.now?.remote).toEqual({ status: 'done', value })
    }
  })
})
