import { choice, fork, howOften, howPleased, integrity, overall, words, type WrittenForm } from './ready.parts'

const NAMELESS = '不要写姓名和电话。'

/** What a visitor can tell of one visit, in five dimensions. */
export const outpatientSet: WrittenForm = {
  title: '门诊就诊评价',
  opening: '说说这一次看病的感受。不问姓名，不用留电话，大约两分钟；不想答的题可以跳过。',
  dimensions: [
    { id: 'register', name: '挂号体验' },
    { id: 'talk', name: '医患沟通' },
    { id: 'respond', name: '医务人员回应性' },
    { id: 'privacy', name: '隐私保护' },
    { id: 'place', name: '环境与标识' },
  ],
  overall: 'qoverall',
  questions: [
    howPleased('qregister', '挂号、取号、交费这些手续，您满意吗？', { dimension: 'register', na: '不是我办的' }),
    howPleased('qwaiting', '从到医院到看上医生，等候的安排您满意吗？', { dimension: 'register' }),
    howOften('qclear', '医生讲病情，会用您听得懂的话吗？', { dimension: 'talk' }),
    howOften('qlisten', '您想问的，医生会听完再答吗？', { dimension: 'talk', na: '没有要问的' }),
    howOften('qrespond', '有事找护士、导诊或窗口，有人及时理会吗？', { dimension: 'respond', na: '没有找过' }),
    howOften('qprivacy', '看诊、检查的时候，有遮挡，也没有旁人在听吗？', { dimension: 'privacy' }),
    howPleased('qsigns', '靠指示牌找诊室、找检查的地方，您满意吗？', { dimension: 'place', na: '没有看指示牌' }),
    howPleased('qclean', '候诊处和洗手间的干净程度，您满意吗？', { dimension: 'place' }),
    overall('总的来说，这次看病您满意吗？', true),
    integrity(),
    words('qwords', '还有什么想告诉我们的？', `好的、不好的都可以写，${NAMELESS}`),
  ],
}

/** What a stay was like, in eight dimensions; pain is asked about only of those who had some. */
export const inpatientSet: WrittenForm = {
  title: '住院体验评价',
  opening: '说说这一次住院的感受。不问姓名，不用留电话，大约两分钟；不想答的题可以跳过。',
  dimensions: [
    { id: 'talk', name: '医患沟通' },
    { id: 'respond', name: '回应性' },
    { id: 'leave', name: '出入院手续和信息' },
    { id: 'pain', name: '疼痛管理' },
    { id: 'drug', name: '用药沟通' },
    { id: 'place', name: '环境与标识' },
    { id: 'meal', name: '饭菜质量' },
    { id: 'family', name: '对亲友态度' },
  ],
  overall: 'qoverall',
  questions: [
    howOften('qclear', '讲病情、讲治疗，会用您听得懂的话吗？', { dimension: 'talk' }),
    howOften('qrespond', '按了铃、叫了人，有人及时来吗？', { dimension: 'respond', na: '没有叫过' }),
    fork('qpain', '住院的时候，您疼过吗？', '疼过', '没有疼过', { yes: 'qpainhelp', otherwise: 'qdrug' }),
    howOften('qpainhelp', '疼的时候，有人及时想办法吗？', { dimension: 'pain' }),
    howOften('qdrug', '用药之前，有人讲清是什么药、要留心什么吗？', { dimension: 'drug', na: '没有用药' }),
    howPleased('qclean', '病房的干净、安静，还有指示牌，您满意吗？', { dimension: 'place' }),
    howPleased('qmeal', '医院的饭菜，您满意吗？', { dimension: 'meal', na: '没有在医院吃' }),
    howOften('qfamily', '对来陪护、探望的家人，大家说话客气、有耐心吗？', {
      dimension: 'family',
      na: '没有家人来',
    }),
    howPleased('qleave', '入院、出院的手续，还有回家怎么养的交代，您满意吗？', { dimension: 'leave' }),
    overall('总的来说，这次住院您满意吗？', true),
    integrity(),
    words('qwords', '还有什么想告诉我们的？', `好的、不好的都可以写，${NAMELESS}`),
  ],
}

/** After discharge (出院随访): short enough to be read aloud on the phone. */
export const followUpSet: WrittenForm = {
  title: '出院随访',
  opening: '您出院有些天了，想问问您恢复得怎么样，也听听您对这次住院的看法，大约两分钟。',
  dimensions: [
    { id: 'guidance', name: '出院指导' },
    { id: 'talk', name: '医患沟通' },
    { id: 'manner', name: '服务态度' },
    { id: 'cost', name: '费用说明' },
  ],
  overall: 'qoverall',
  questions: [
    choice(
      'qrecover',
      '出院以后，您恢复得怎么样？',
      [
        ['better', '好多了', null],
        ['same', '和出院时差不多', null],
        ['worse', '不如出院时', null],
      ],
      { hint: '不如出院时的，请尽快联系原来的科室，急的打 120。' },
    ),
    choice(
      'qtaking',
      '药是按医生说的吃吗？',
      [
        ['told', '按医生说的吃', null],
        ['partly', '有时忘了', null],
        ['stopped', '自己停了', null],
      ],
      { na: '没有带药' },
    ),
    choice(
      'qwatch',
      '回家要注意什么，出院的时候讲清楚了吗？',
      [
        ['all', '讲清楚了', 100],
        ['some', '讲了一些', 50],
        ['none', '没有讲', 0],
      ],
      { dimension: 'guidance' },
    ),
    choice(
      'qring',
      '要是不舒服，您知道打哪个电话找谁吗？',
      [
        ['all', '知道', 100],
        ['some', '不太清楚', 50],
        ['none', '不知道', 0],
      ],
      { dimension: 'guidance' },
    ),
    choice(
      'qnext',
      '什么时候来复诊，您清楚吗？',
      [
        ['all', '清楚', 100],
        ['some', '不太清楚', 50],
        ['none', '没有人说过', 0],
      ],
      { dimension: 'guidance', na: '不用复诊' },
    ),
    howPleased('qclear', '住院时给您讲病情、讲治疗，您满意吗？', { dimension: 'talk' }),
    howPleased('qattitude', '医生护士待人的态度，您满意吗？', { dimension: 'manner' }),
    howPleased('qcost', '每天的费用讲得清不清楚，您满意吗？', { dimension: 'cost', na: '不清楚，家人管的' }),
    overall('总的来说，这次住院您满意吗？', true),
    integrity(),
    words('qthanks', '有没有想谢谢的人？', '说得出科室就行，想写名字也可以。'),
    words('qwords', '还有什么意见和建议？', '不要写您自己的姓名和电话。'),
  ],
}
