import { commandOf } from './run.child'

export interface Gate {
  title: string
  args: string[]
}

/** What is checked without running the product; each counts as one test. */
export const gates = (): Gate[] => [
  { title: '类型', args: [commandOf('typescript', 'tsc'), '--noEmit', '-p', '.'] },
  { title: '领域核心的类型', args: [commandOf('typescript', 'tsc'), '--noEmit', '-p', 'src/domain/tsconfig.json'] },
  { title: '代码检查', args: [commandOf('oxlint')] },
  { title: '格式', args: [commandOf('@biomejs/biome', 'biome'), 'format', '--max-diagnostics=20', '.'] },
  {
    title: '依赖方向',
    args: [
      commandOf('dependency-cruiser', 'depcruise'),
      '--config',
      'config/dependency-rules.cjs',
      'src',
      'cloudfunctions',
      'config',
      'test',
    ],
  },
]
