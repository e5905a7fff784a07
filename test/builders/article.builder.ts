import { ArticleContent } from '#domain/culture/article.model'
import type { Colleague } from '#domain/culture/article.access'
import { type Act, startDraft } from '#domain/culture/article.rules'
import type { Role } from '#domain/actor'
import { ArticleId, type DepartmentId, type HospitalId, type StaffId } from '#domain/ids'
import type { Instant } from '#domain/instant'
import * as v from 'valibot'

const ID = v.parse(ArticleId, 'ab'.repeat(16))

export const aContent = (about: Record<string, unknown> = {}): ArticleContent =>
  v.parse(ArticleContent, {
    column: 'story',
    title: '门口的那盏灯',
    summary: '夜里两点，护士长把退回来的红包放进登记本。',
    blocks: [{ kind: 'paragraph', spans: [{ text: '夜里两点，走廊只剩一盏灯。' }] }],
    cover: null,
    fiveClean: [],
    departmentId: '03.01',
    series: null,
    byline: '',
    source: { kind: 'own' },
    realCase: false,
    wrongdoersNamedBy: null,
    ...about,
  })

export const aColleague = (id: string, roles: Role[], departmentId: string | null = '03.01'): Colleague => ({
  id: id as StaffId,
  roles,
  departmentId: departmentId as DepartmentId | null,
})

export const at = (now: number) => now as Instant

export const anAct = (who: Colleague, now = 1000, headWrote = false): Act => ({ who, now: at(now), headWrote })

export const aDraft = (by: Colleague, about: Record<string, unknown> = {}) =>
  startDraft({ id: ID, hospitalId: 'h1' as HospitalId, content: aContent(about) }, false, anAct(by, 0))
