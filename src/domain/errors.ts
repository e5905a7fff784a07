/**
 * Every failure a user can meet, with the sentence that says what to do.
 * A code exists only if its sentence exists; an action can answer only the codes its contract declares,
 * and the `SystemCode`s below.
 */
export const sentences = {
  'input.invalid': '有一处没有填对，请看标出的地方，改好再交。',
  'input.too_large': '内容太长了，一次交不完，请删短一些再交。',
  'action.unknown': '这个版本太旧了，请关掉小程序重新打开。',
  'auth.required': '这一步要知道您是谁，请在微信小程序里打开。',
  'auth.forbidden': '您的岗位看不到这里。要看，请找本院管理员开通。',
  'data.changed': '刚才有同事先改了这一件，请看过新的内容再办。',
  'system.failed': '这一步没有办成，您写的还在。请稍后再试；着急请打页面上的电话。',
  'system.busy': '现在用的人多，请过几秒再点一次，您写的还在。',
  'network.offline': '没连上网。您写的都在这台手机里，连上网再点一次就行。',
  'network.no_answer': '上一次交出去没有等到回音。点“再交一次”就行，同一份不会重复。',
  'request.reused': '这一份和刚才交的不一样，刚才那份可能已经收到了，请先到“查进度”看一下。',
  'hospital.not_founded': '医院还没有开通，请管理员先用开通码建院。',
  'hospital.already_founded': '医院已经开通过了，请向现有管理员要一份邀请。',
  'hospital.setup_code_wrong': '开通码不对，请照部署时给的那一串重新输入。',
  'hospital.department_unknown': '没有这个科室，请先在科室里加上它。',
  'hospital.code_taken': '这个编号已经用过了，请换一个。',
  'hospital.touchpoint_unknown': '没有这张码，请刷新点位列表再看。',
  'hospital.picture_failed': '码的图片没有做出来，请过一会儿再点一次。',
  'staff.invitation_unknown': '这份邀请不存在、用过了或者过期了，请向管理员再要一份。',
  'staff.invitation_used': '这个邀请码已经用过了，请换一个新的。',
  'staff.already_joined': '这个微信已经绑定了一位员工，不用再绑一次。',
  'complaint.not_found': '没有找到这一件，可能已转给别的部门，请刷新列表。',
  'complaint.not_submitted': '这一件已经受理过了，不用再点受理。',
  'receipt.unknown': '编号和查询码对不上任何一件，请照回执再核对一遍。',
  'receipt.taken': '编号和别人的碰上了，请再交一次，我们会换一个新编号。',
} as const

export type ErrorCode = keyof typeof sentences

/** Codes that any action may answer; `serve` and the transport give them, handlers need not declare them. */
export type SystemCode =
  | 'input.invalid'
  | 'input.too_large'
  | 'action.unknown'
  | 'auth.required'
  | 'system.failed'
  | 'system.busy'
  | 'network.offline'

export const sentenceFor = (code: ErrorCode): string => sentences[code]

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.keys(sentences).includes(code)
