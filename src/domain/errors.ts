/**
 * Every failure a user can meet, with the sentence that says what to do.
 * A code exists only if its sentence exists; an action can answer only the codes its contract declares,
 * and the `SystemCode`s below.
 */
export const sentences = {
  'input.invalid': '有一处没有填对，请看标出的地方，改好再交。',
  'input.too_large': '内容太长了，一次交不完，请删短一些再交。',
  'action.unknown': '这个版本太旧了，请关掉小程序重新打开。',
  'auth.required': '这一步要知道您是谁，请在微信小程序里打开；本院职工用电脑的，请先登录。',
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
  'hospital.department_unknown': '没有这个科室，或者它停用了。请换一个；要用它，请管理员在“科室”里加上。',
  'hospital.code_taken': '这个编号已经用过了，请换一个。',
  'calendar.differs': '这一年程序里已经有正式数据，标出的几天和您填的不一样，请对照原文再核对一遍。',
  'calendar.implausible': '标出的几天不合常理，请照原文改好再保存。',
  'calendar.loaded_already': '这一年已经加过一份不一样的安排了。要换，请先撤回原来那份。',
  'calendar.in_use': '已经有投诉按这份安排定了答复日期，不能撤回了。要更正，请联系维护者，等程序里的日历更新。',
  'hospital.ward_unknown': '没有这个病区，请刷新点位列表再看。',
  'hospital.touchpoint_retired': '这张码已经停用了。要再用，请先点“恢复”。',
  'hospital.touchpoint_unknown': '没有这张码，请刷新点位列表再看。',
  'hospital.picture_failed': '码的图片没有做出来，请过一会儿再点一次。',
  'staff.code_wrong': '工号和口令对不上。请照管理员给您的再核对一遍，大小写和空格都不要紧。',
  'staff.invitation_expired': '这个口令过期了，请向管理员要一个新的。',
  'staff.invitation_locked': '连着输错了几次，这个口令先停一个小时。请过一会儿再试，或者向管理员要一个新的。',
  'staff.already_joined': '这个微信已经绑了一位职工，一个微信只能绑一位。要换人，请找管理员先把原来那位设为离开。',
  'staff.unknown': '名单里没有这个人，请刷新名单再看。',
  'staff.number_taken': '这个工号已经有人用了，请核对工号，或到名单里改那一位。',
  'staff.left': '这个人已经离开了。要请回来，请先点“请回来”。',
  'staff.last_administrator': '本院能进来的管理员只剩这一位了，请先再请一位管理员，再改这一位。',
  'staff.not_joined': '这个人还没有进来过，不用设外出。不再需要的话，请直接点“离开”。',
  'staff.away_past': '回来的日子要在今天之后，请重选一天。',
  'staff.stand_in_unknown': '顶班的要是在岗的职工，不能是本人，请换一位。',
  'staff.import_unknown': '没有这一批导入，请刷新再看。',
  'staff.import_undone': '这一批已经撤回了。要再导入，请重新选一次文件。',
  'staff.import_closed': '这一批已经过了可以撤回的日子。要改，请再导入一次更正的名单。',
  'visits.import_unknown': '没有这一批导入，请刷新再看。',
  'visits.import_finished': '这一批已经导入过，或者撤回了。要再导，请重新选一次文件。',
  'visits.import_covered': '后面又导入过同一个月。要撤回这一批，请先撤回后面那批。',
  'visits.import_closed': '这一批已经过了可以撤回的日子。要改，请再导入一次更正的文件。',
  'visits.partial_month': '这个月已有全月的数，按天的数没有报齐，不能换掉它。请补齐每一天，或者改用全月的数。',
  'visits.busy': '另一批导入正在写，请过几秒再点一次。',
  'survey.not_open': '这份问卷现在不收了，谢谢您想着评价。有话要说，请用“投诉建议”。',
  'survey.answer_refused': '有一题没有答好，请看标出的那题，选好再交。',
  'survey.already_answered': '这一次已经评过了，谢谢您，同一次只收一份。还有话要说，请用“投诉建议”或“表扬感谢”。',
  'survey.full': '这一期要的份数已经收满了，谢谢您。有话要说，请用“投诉建议”。',
  'survey.link_unknown': '这个链接认不出来，可能没有复制完整。请把整条链接再点一次，或者打医院的电话。',
  'survey.own_department': '不能评自己的科室，请选别的科室。',
  'survey.unknown': '没有这份问卷，请刷新列表再看。',
  'survey.not_sound': '这一稿还有走不通的地方，请照标出的改好再发布。',
  'survey.scale_changed': '标出的题换了答法，新旧答案不能放在一起算。请删掉这一题，另加一题再发布。',
  'survey.periods_overlap': '两段开放时间重在一起了，请改开再保存。',
  'survey.another_open': '同一种评价人在这段时间已经有一份问卷在收，请先结束那一份。',
  'survey.text_unknown': '没有这条留言，请刷新再看。',
  'session.code_taken': '这个登录码和别人的碰上了，请换一个登录码再试。',
  'session.code_unknown': '没有这个登录码，或者它用过了、过时了。请看电脑上现在的登录码，重新输入。',
  'session.wechat_only': '这一步只能在手机上做：请打开微信小程序再办。',
  'session.expired': '这台电脑的登录已经结束。请重新登录，再接着办。',
  'complaint.not_found': '没有找到这一件，可能已转给别的部门，请刷新列表。',
  'complaint.not_submitted': '这一件已经受理过了，不用再点受理。',
  'complaint.not_open': '这一件现在不在办理中，请刷新看它到了哪一步。',
  'complaint.not_extendable': '只能在原期限之前转一次，再查的件不能转。请按现在的期限办。',
  'complaint.held': '这一件的文字还没有人看过，请先看过放行，再交给科室。',
  'complaint.not_held': '这一件没有在等人看，不用放行。',
  'complaint.needs_other_person': '再查一次要由另外的人核查，请交给没有查过这一件的同事。',
  'complaint.question_pending': '上一句还没有答，请等投诉人答了再问，或者打电话。',
  'complaint.not_found_out': '还没有写核查结论，请先写明属实不属实，再答复。',
  'complaint.not_replied': '这一件还没有答复，请等答复了再点。',
  'complaint.too_early': '投诉人还没有表示认可，等到页面上写的那天再归档。',
  'complaint.not_named': '这一件没有留名，没有电话可以打，请在进度里问。',
  'complaint.finished': '这一件已经结束了，要补充请点“再查一次”，或打页面上的电话。',
  'complaint.too_many_additions': '这一件已经补充了很多次，再有话请打页面上的电话。',
  'complaint.not_yet_happened': '日期选到以后去了，请选事情发生的那天。',
  'photo.broken': '这一张打不开，多半是传坏了，请去掉它，重新选一张。',
  'photo.too_many': '现在传照片的人太多，请先交文字，照片过一会儿在“查进度”里补。',
  'photo.unknown': '有照片没有传完，请等它传好，或者先去掉那一张。',
  'staff.not_a_handler': '这位同事现在不能接手，请换一位。',
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
  | 'session.expired'
  | 'session.wechat_only'
  | 'system.failed'
  | 'system.busy'
  | 'network.offline'

export const sentenceFor = (code: ErrorCode): string => sentences[code]

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.keys(sentences).includes(code)
