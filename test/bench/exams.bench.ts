import { runChild } from './child.process'
import type { ExamRun } from './exams.run.process'
import { quantile, show, table } from './statistics'

const SECONDS = 60
const SIZES = [200, 1000]

const rowOf = (run: ExamRun): string[] => [
  run.candidates.toLocaleString('en'),
  show(run.beginSeconds, ' s'),
  show(run.handedInSeconds, ' s'),
  show(quantile(run.latencies, 0.5), ' ms'),
  show(quantile(run.latencies, 0.99), ' ms'),
  String(run.refused),
  `${run.attempts} / ${run.handedIn} / ${run.people}`,
  String(run.counted),
  String(run.wrong),
]

const isWhole = ({ candidates, refused, attempts, handedIn, people, counted, wrong, ...run }: ExamRun): boolean =>
  refused + wrong === 0 &&
  [attempts, handedIn, people, counted].every((count) => count === candidates) &&
  run.handedInSeconds <= SECONDS

/** Everybody hands in within one minute, each at their own moment, one in ten twice: nothing is lost, and each counts once. */
export const benchExams = async (): Promise<string> => {
  const runs: ExamRun[] = []
  for (const size of SIZES) runs.push(await runChild<ExamRun>('exams.run.process.ts', [String(size), String(SECONDS)]))
  const head = [
    'candidates',
    'all begun in',
    'all handed in within',
    'p50',
    'p99',
    'refused',
    'attempts / handed in / people in the store',
    "counted in the office's figures",
    'marked otherwise than answered',
  ]
  return [
    `Papers of six questions, due evenly over ${SECONDS} s, through function process, SDK and database; one in ten is sent twice at once, as a phone does that heard no answer. "Within" is from the first to the last paper by the server's clock; latency counts from the moment each was due.`,
    table(head, runs.map(rowOf)),
    runs.every(isWhole)
      ? 'Nothing was lost, and each was counted once. Held.'
      : 'Something was lost, counted otherwise, or late. NOT HELD.',
  ].join('\n\n')
}
