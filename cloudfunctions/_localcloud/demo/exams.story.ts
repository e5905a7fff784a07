import type { BlueprintCell } from '#domain/integrity/blueprint.model'
import type { ExamPlan } from '#domain/integrity/exam.model'
import { USUAL_MARKING } from '#domain/integrity/paper.model'
import type { QuestionContent } from '#domain/integrity/question.model'
import type { Topic } from '#domain/integrity/question.topics'
import { starterContent } from '#domain/integrity/starter.question'

/** What the question office has done so far, which exams are open, and who has practised in the last days. */

/** Starter questions that somebody has reviewed, by their keys. */
export const inUse: readonly string[] = [
  'rule1-named-shop',
  'rule1-two-exceptions',
  'rule1-hospital-own-count',
  'rule1-platform-fee-taxed',
  'rule2-mothers-card',
  'rule2-tell-before-use',
  'rule2-went-home-bed-17',
  'rule2-means-of-fraud',
  'rule3-no-question-no-answer',
  'rule3-good-reason',
  'rule3-said-plainly',
  'rule3-sprained-ankle',
  'rule4-study-abroad',
  'rule4-department-stamp',
  'rule4-not-allowed',
  'rule5-in-the-lift',
  'rule5-caller-says-family',
  'rule5-which-verbs',
  'rule6-beyond-our-means',
  'rule6-twelve-in-a-month',
  'rule6-only-online',
  'rule6-normal-transfer',
  'rule7-schoolmates-father',
  'rule7-hold-a-number',
  'rule7-words-at-the-desk',
  'rule8-envelope-before-surgery',
  'rule8-we-cannot-sleep',
  'rule8-waiting-transfer',
  'rule8-everyone-here',
  'rule9-points-per-pack',
  'rule9-into-the-common-box',
  'rule9-which-go-back',
  'rules-everybody',
  'rules-same-roots',
  'complaints-cold-porridge',
  'complaints-bleeding-first',
  'complaints-not-ours',
  'complaints-our-mistake',
  'complaints-three-rings',
  'disputes-sealed-record',
  'disputes-which-ways',
  'reports-head-wants-to-see',
  'reports-retaliation',
  'reports-publish-what',
  'disclosure-names-and-illness',
  'disclosure-should-publish',
  'purchasing-top-users',
  'purchasing-nearby-favour',
  'gifts-he-wanted-to',
  'privacy-take-it-back',
  'privacy-refuse-no-price',
  'privacy-which-sensitive',
  'conduct-doctor-cycle',
]

export const returned = {
  key: 'rule8-nurse-no-power',
  reason: '“换不来什么”读着绕。题干改短一点，只问收没收。',
}

/** Nobody has read the rule's own text yet. */
export const unconfirmed = 'rule7-resources-for-favours'

/** Written here by the discipline officer, for somebody else to look at. */
export const written: QuestionContent = starterContent({
  key: 'box-of-fruit',
  kind: 'single',
  topic: 'rule8',
  difficulty: 2,
  evidence: 'V',
  stem: '出院一周后，病人往科里寄来一箱水果，没写给谁，快递单上也没有电话。护士长怎么办？',
  options: [
    '放在示教室，谁有空谁吃',
    '留着不动，退回去，退不了就登记',
    '折成钱，记进科里的公用开支',
    '发一条感谢的消息，再分给当班',
  ],
  answer: 'B',
  point: '没写名字，也要有去处',
  explanation:
    '第八条说的是不收患方的东西，寄来的和递来的一样。先联系病人退回；退不了，按本院的办法登记上交，一步一步有据可查。',
  practice: '拆箱前先拍一张照，喊一位同事一起看单子。',
  rule: { document: '医疗机构工作人员廉洁从业九项准则', article: '第八条' },
})

type Cell = readonly [Topic, BlueprintCell['kind'], number?]

const blueprintOf = (cells: readonly Cell[]): BlueprintCell[] =>
  cells.map(([topic, kind, count = 1]) => ({ topic, kind, difficulty: null, count }))

/** A plan without its days. */
export type StoryPlan = Omit<ExamPlan, 'opensAt' | 'closesAt' | 'title' | 'audience'>

/** Twenty questions and a case, most of which everybody is asked. */
export const quarterly: StoryPlan = {
  purpose: 'quarterly',
  notice: '独立完成，可以分两次。中途退出不算交卷，答过的都在。',
  minutes: 30,
  attempts: 2,
  passPercent: 80,
  marking: USUAL_MARKING,
  keysShown: 'at_once',
  blueprint: blueprintOf([
    ['rule1', 'true_false'],
    ['rule1', 'single'],
    ['rule2', 'single'],
    ['rule2', 'multiple'],
    ['rule3', 'true_false'],
    ['rule3', 'single'],
    ['rule4', 'multiple'],
    ['rule5', 'single'],
    ['rule5', 'multiple'],
    ['rule6', 'single'],
    ['rule7', 'single'],
    ['rule8', 'single'],
    ['rule8', 'true_false'],
    ['rule9', 'true_false'],
    ['rule9', 'multiple'],
    ['complaints', 'single'],
    ['complaints', 'multiple'],
    ['disclosure', 'multiple'],
    ['privacy', 'true_false'],
    ['purchasing', 'single'],
    ['complaints', 'case'],
  ]),
}

export const beforePost: StoryPlan = {
  purpose: 'appointment',
  notice: '任职前的廉政考试，只考一次。请在安静的地方，一次做完。',
  minutes: 40,
  attempts: 1,
  passPercent: 85,
  marking: USUAL_MARKING,
  keysShown: 'after_close',
  blueprint: blueprintOf([
    ['rule1', 'multiple'],
    ['rule3', 'case'],
    ['rule4', 'true_false'],
    ['rule6', 'multiple'],
    ['rule7', 'multiple'],
    ['rule9', 'single'],
    ['rules', null, 2],
    ['disputes', 'multiple'],
    ['reports', null, 2],
    ['disclosure', 'single'],
    ['purchasing', null, 2],
    ['gifts', 'single'],
    ['privacy', 'multiple'],
    ['conduct', 'single'],
  ]),
}

export const firstDays: StoryPlan = {
  purpose: 'newcomers',
  notice: '上岗第一周，先把这几条记住。答错的都有讲解。',
  minutes: 20,
  attempts: 3,
  passPercent: 80,
  marking: USUAL_MARKING,
  keysShown: 'at_once',
  blueprint: blueprintOf([
    ['rule2', 'true_false'],
    ['rule5', 'single', 2],
    ['rule8', 'single', 3],
    ['rule8', 'true_false'],
    ['rules', 'true_false'],
    ['complaints', 'single', 2],
    ['complaints', 'true_false'],
    ['privacy', 'single'],
  ]),
}

/** Who is to take up a post, and is asked to sit the exam before. */
export const proposed: readonly string[] = ['handler', 'editor']

/** Who practised in the last days, the earliest first, and how many of each five they knew. Today is everybody's own. */
export const practised: readonly { readonly persona: string; readonly days: readonly (readonly [number, number])[] }[] =
  [
    {
      persona: 'handler',
      days: [
        [3, 3],
        [2, 4],
        [1, 3],
      ],
    },
    {
      persona: 'head',
      days: [
        [6, 4],
        [2, 5],
      ],
    },
  ]

/** What the exams of the past brought to light: one that those who know most get wrong, and one that everybody knows. */
export const misread = 'rule1-hospital-own-count'
export const easiest = 'rule8-everyone-here'

/** Topics of which less is known than of the others. */
export const weakly: Partial<Record<Topic, number>> = { privacy: 0.3, disclosure: 0.34, complaints: 0.1 }

/** Who of the personas sat the exams of the past, and how much they know, from 0 to 1. */
export const personasSat: readonly { readonly persona: string; readonly knows: number }[] = [
  { persona: 'officer', knows: 0.95 },
  { persona: 'handler', knows: 0.85 },
  { persona: 'editor', knows: 0.6 },
  { persona: 'head', knows: 0.9 },
  { persona: 'publicist', knows: 0.75 },
]

export const morningLive = { departmentId: '03.01', title: '廉晨课：五道题，一起答', daysAgo: 1 } as const
