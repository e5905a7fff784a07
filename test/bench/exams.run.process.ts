import type { Attempt } from '#domain/integrity/attempt.model'
import type { PaperView } from '#domain/integrity/paper.view'
import { openCloud } from '../functions/opened.cloud'
import { allRight, announced, hired, stockedBank } from '../functions/quiz.room'
import { foundedWithTwo, stored } from '../functions/survey.asked'

/** How an exam went that everybody handed in within some seconds. */
export interface ExamRun {
  readonly candidates: number
  readonly seconds: number
  /** Milliseconds from the moment each paper was due to be handed in. */
  readonly latencies: number[]
  readonly failed: number
  /** In the store afterwards: attempts, those handed in, people among them, and marks that are other than answered. */
  readonly attempts: number
  readonly handedIn: number
  readonly people: number
  readonly wrong: number
  readonly beginSeconds: number
}

const AT_ONCE = 20

const run = async (candidates: number, seconds: number): Promise<ExamRun> => {
  const cloud = await openCloud()
  try {
    await foundedWithTwo(cloud)
    await stockedBank(cloud)
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
    let failed = 0
    const began = performance.now()
    await Promise.all(
      people.map(async (openid, at) => {
        const due = began + (at * seconds * 1000) / candidates
        await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
        // Somebody with nothing answered, somebody with all of it, and everybody between.
        const answers = allRight(papers[at] as PaperView).slice(0, at % 9)
        const sent = { examId: exam.id, no: 1, answers, leaves: null }
        const { ok } = await cloud.call('integrity', 'submitExam', sent, openid)
        if (ok) latencies.push(performance.now() - due)
        else failed += 1
      }),
    )
    const attempts = stored<Attempt>(cloud, 'quiz_attempts')
    const place = new Map(ids.map((id, at) => [id, at]))
    const rightIn = ({ result }: Attempt) => result?.slots.filter(({ verdict }) => verdict === 'right').length
    return {
      candidates,
      seconds,
      latencies,
      failed,
      beginSeconds,
      attempts: attempts.length,
      handedIn: attempts.filter(({ submitted }) => submitted !== null).length,
      people: new Set(attempts.map(({ staffId }) => staffId)).size,
      wrong: attempts.filter((attempt) => rightIn(attempt) !== (place.get(attempt.staffId) ?? 0) % 9).length,
    }
  } finally {
    await cloud.close()
  }
}

const [candidates = '0', seconds = '0'] = process.argv.slice(2)
void run(Number(candidates), Number(seconds)).then((result) => console.log(JSON.stringify(result)))
