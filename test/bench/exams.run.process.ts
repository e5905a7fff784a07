import type { Attempt } from '#domain/integrity/attempt.model'
import type { ExamRow } from '#domain/integrity/office.contract'
import type { PaperView } from '#domain/integrity/paper.view'
import { openCloud } from '../functions/opened.cloud'
import { allRight, announced, hired, stockedBank } from '../functions/quiz.room'
import { foundedWithTwo, stored } from '../functions/survey.asked'

/** How an exam went that everybody handed in within some seconds. */
export interface ExamRun {
  readonly candidates: number
  readonly beginSeconds: number
  /** From the first paper to the last, by the clock that is written down with them. */
  readonly handedInSeconds: number
  /** Milliseconds from the moment each paper was due to be handed in. */
  readonly latencies: number[]
  readonly refused: number
  /** In the store afterwards: attempts, those handed in, people among them, and marks that are other than answered. */
  readonly attempts: number
  readonly handedIn: number
  readonly people: number
  readonly wrong: number
  /** As the question office reads it. */
  readonly counted: number
}

const AT_ONCE = 20
const SENT_TWICE_EVERY = 10
const OFFICE = 'D1'

const run = async (candidates: number, seconds: number): Promise<ExamRun> => {
  const cloud = await openCloud()
  try {
    await foundedWithTwo(cloud)
    await stockedBank(cloud)
    const [office] = await hired(cloud, [OFFICE], null, ['discipline'])
    const exam = await announced(cloud, Date.now())
    const ids = Array.from({ length: candidates }, (_, at) => `K${String(at).padStart(5, '0')}`)
    const people = await hired(cloud, ids, null)
    const papers: PaperView[] = []
    const beginning = performance.now()
    for (let at = 0; at < people.length; at += AT_ONCE) {
      const some = people.slice(at, at + AT_ONCE)
      const begun = await Promise.all(
        some.map((openid) => cloud.call('integrity', 'beginExam', { examId: exam.id }, openid)),
      )
      papers.push(...begun.map(({ value }) => value as unknown as PaperView))
    }
    const beginSeconds = (performance.now() - beginning) / 1000

    const latencies: number[] = []
    let refused = 0
    const began = performance.now()
    await Promise.all(
      people.map(async (openid, at) => {
        const due = began + (at * seconds * 1000) / candidates
        await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
        // Somebody with nothing answered, somebody with all of it, and everybody between.
        const answers = allRight(papers[at] as PaperView).slice(0, at % 9)
        const sent = { examId: exam.id, no: 1, answers, leaves: null }
        const times = at % SENT_TWICE_EVERY === 0 ? 2 : 1
        const replies = await Promise.all(
          Array.from({ length: times }, () => cloud.call('integrity', 'submitExam', sent, openid)),
        )
        if (replies.every(({ ok }) => ok)) latencies.push(performance.now() - due)
        else refused += 1
      }),
    )
    const { value } = await cloud.call('integrity', 'exams', {}, office)
    const row = (value?.['rows'] as ExamRow[] | undefined)?.find(({ id }) => id === exam.id)
    const attempts = stored<Attempt>(cloud, 'quiz_attempts')
    const moments = attempts.flatMap(({ submitted }) => (submitted ? [submitted.at] : []))
    const place = new Map(ids.map((id, at) => [id, at]))
    const rightIn = ({ result }: Attempt) => result?.slots.filter(({ verdict }) => verdict === 'right').length
    return {
      candidates,
      latencies,
      refused,
      beginSeconds,
      handedInSeconds: (Math.max(...moments) - Math.min(...moments)) / 1000,
      attempts: attempts.length,
      handedIn: moments.length,
      people: new Set(attempts.map(({ staffId }) => staffId)).size,
      wrong: attempts.filter((attempt) => rightIn(attempt) !== (place.get(attempt.staffId) ?? 0) % 9).length,
      counted: row?.took.part ?? 0,
    }
  } finally {
    await cloud.close()
  }
}

const [candidates = '0', seconds = '0'] = process.argv.slice(2)
void run(Number(candidates), Number(seconds)).then((result) => console.log(JSON.stringify(result)))
