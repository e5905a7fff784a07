import type { Act, CaseDetail } from '#domain/complaint/case.contract'
import { INSIDE, SEEN } from './case.words'

/** An act that is written or chosen in a form of its own; the others are one press. */
export type FormAct = Exclude<Act, 'accept' | 'seeContact'>

interface FormWords {
  readonly title: string
  /** What it means, and what it does not. */
  readonly about: string
  /** Who reads what is written here. */
  readonly seenBy: string
  readonly inside: boolean
  readonly submit: string
  /** Name of the field, where words are written. */
  readonly field: string | null
}

export const formWords: Record<FormAct, FormWords> = {
  release: {
    title: '看一遍文字，再放行',
    about:
      '平台觉得这段话里可能有不当用语，先留在医患办。投诉里常会引用难听的原话：看过没有问题，就放行，一个字也不会删。',
    seenBy: INSIDE,
    inside: true,
    submit: '我看过了，放行',
    field: null,
  },
  assign: {
    title: '交给谁核查',
    about: '对方看得到经过和照片，看不到姓名和电话。投诉人只看到“已交科室核查”。',
    seenBy: INSIDE,
    inside: true,
    submit: '交过去',
    field: null,
  },
  ask: {
    title: '问投诉人',
    about: '一次问一件事。对方凭查询码看到，答了才能再问。',
    seenBy: SEEN,
    inside: false,
    submit: '问出去',
    field: '要问的话',
  },
  note: {
    title: '记一笔',
    about: '电话里说的、科室答的，记在这里。',
    seenBy: INSIDE,
    inside: true,
    submit: '记下',
    field: '记什么',
  },
  find: {
    title: '核查结论',
    about: '选一个认定，写明依据。答复以前只有同事看得到。',
    seenBy: INSIDE,
    inside: true,
    submit: '记下结论',
    field: '依据',
  },
  reply: {
    title: '写答复',
    about: '认定会和答复一起给投诉人看。送出去以后不能改。',
    seenBy: SEEN,
    inside: false,
    submit: '看看投诉人会读到什么',
    field: '答复',
  },
  extend: {
    title: '延长期限',
    about: '几个科室一起办的，可以延长一次。从收到那天重新数，不是从今天；理由投诉人会读到。',
    seenBy: SEEN,
    inside: false,
    submit: '延长',
    field: '为什么要延长',
  },
  close: {
    title: '归档',
    about: '归档以后，投诉人仍可凭查询码查看、要求再查。',
    seenBy: SEEN,
    inside: false,
    submit: '归档',
    field: null,
  },
  sort: {
    title: '改分类',
    about: '扫的码在病房、说的是食堂，就改到食堂。投诉率按这里算，办结以后也能改；投诉人看不到。',
    seenBy: INSIDE,
    inside: true,
    submit: '改好了',
    field: null,
  },
}

/** Why it may be filed away now. */
export const closeReason = ({ events }: Pick<CaseDetail, 'events'>): string => {
  const last = [...events].reverse().find(({ kind }) => kind === 'confirmed' || kind === 'replied')
  return last?.kind === 'confirmed' ? '投诉人看过答复，表示认可。' : '答复以后，投诉人一直没有回话，等的日子已经到了。'
}
