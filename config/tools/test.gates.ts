import { commandOf } from './run.child'

export interface Gate {
  title: string
  args: string[]
}

/** What is checked without running the product; each counts as one test. Directions are (test/architecture) beside their probes. */
export const gates = (): Gate[] => [
  { title: '类型', args: [commandOf('typescript', 'tsc'), '--noEmit', '-p', '.'] },
  { title: '领域核心的类型', args: [commandOf('typescript', 'tsc'), '--noEmit', '-p', 'src/domain/tsconfig.json'] },
  { title: '代码检查', args: [commandOf('oxlint')] },
  { title: '格式', args: [commandOf('@biomejs/biome', 'biome'), 'format', '--max-diagnostics=20', '.'] },
]
