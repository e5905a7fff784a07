import type { Actor } from '#domain/actor'
import { keepsAllActivities, reviewsWork, reviewsWorks, worksHere } from '#domain/culture/activity.access'
import { WorkKind } from '#domain/culture/activity.model'
import type { workActions } from '#domain/culture/work.contract'
import type { Work, WorkContent } from '#domain/culture/work.model'
import { resubmit, sendBack, show, submit, takeDown, withdraw } from '#domain/culture/work.rules'
import type { ErrorCode } from '#domain/errors'
import type { HospitalId, MediaId, StaffId, WorkId } from '#domain/ids'
import { beijingDay, type Instant } from '#domain/instant'
import { err, ok, type Result } from '#domain/result'
import { claimMedia, releaseMedia } from '#runtime/media.claims'
import { whereabouts } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import { activityRepository } from './activity.repository'
import type { OpenCulture } from './culture.open'
import { workRepository } from './work.repository'
import { cardsOf, mediaOf, viewsOf } from './work.views'

const PAGE = 20
/** How often the author's own wish is tried again behind a reviewer's change. */
const TRIES = 4

interface Seen {
  readonly id: WorkId
  readonly rev: number
}

interface Caller {
  readonly actor: Actor
  readonly now: Instant
}

const only = async (work: Work, viewer: Actor) => {
  const [view] = await viewsOf([work], viewer)
  if (!view) throw new Error('one work makes one view')
  return view
}

const isSame = (left: Work, right: Work): boolean => JSON.stringify(left) === JSON.stringify(right)

/** Read, decide, write. What is so already is answered as it is, whichever revision was seen. */
const act = async <C extends ErrorCode>(
  { id, rev }: Seen,
  { actor, now }: Caller,
  may: (actor: Actor, work: Work) => boolean,
  decide: (work: Work, done: { now: Instant; by: StaffId }) => Result<Work, C>,
) => {
  const by = actor.staff?.id
  if (!by) return err('auth.forbidden')
  const works = workRepository()
  const work = await works.find(id)
  if (!work || !may(actor, work)) return err('work.unknown')
  const decided = decide(work, { now, by })
  if (decided.ok && isSame(decided.value, work)) return ok(await only(work, actor))
  if (work.rev !== rev) return err('data.changed')
  if (!decided.ok) return decided
  const written = await works.replace(decided.value)
  return written ? ok(await only(written, actor)) : err('data.changed')
}

const picturesIn = ({ blocks }: WorkContent): MediaId[] =>
  blocks.flatMap((block) => (block.kind === 'image' ? [block.mediaId] : []))

const isMine = (actor: Actor, { author }: Work): boolean => actor.staff?.id === author

const answersCall = async (hospitalId: HospitalId, { activityId, kind }: WorkContent): Promise<boolean> => {
  if (activityId === null) return true
  const call = await activityRepository().find(activityId)
  return call?.hospitalId === hospitalId && call.plan.matter.kind === 'contest' && call.plan.matter.form === kind
}

export const workHandlers: ActionHandlers<typeof workActions, OpenCulture> = {
  async works({ kind, after }) {
    const here = await whereabouts(null)
    if (!here) return err('hospital.not_founded')
    const works = workRepository()
    const [found, kinds] = await Promise.all([
      works.gallery(here.hospital.id, kind, after, PAGE + 1),
      works.kindsShown(here.hospital.id),
    ])
    const page = found.slice(0, PAGE)
    const last = found.length > PAGE ? page[page.length - 1] : undefined
    return ok({
      hospitalName: here.hospital.name,
      rows: await cardsOf(page),
      next: last?.shownOn ? { day: last.shownOn, id: last.id } : null,
      kinds: WorkKind.options.filter((one) => kinds.has(one)),
    })
  },

  async work({ id }) {
    const work = await workRepository().find(id)
    if (work?.state !== 'shown' || work.shownOn === null) return err('work.unknown')
    const { kind, title, credit, blocks } = work.content
    return ok({ id, kind, title, credit, shownOn: work.shownOn, blocks, media: await mediaOf(blocks) })
  },

  async myWorks(_input, { actor, now }) {
    const staff = worksHere(actor)
    if (!staff) return err('auth.forbidden')
    const [mine, calls] = await Promise.all([
      workRepository().mine(staff.id),
      activityRepository().contestsFrom(staff.hospitalId, beijingDay(now)),
    ])
    const contests = calls.flatMap(({ id, plan }) =>
      plan.matter.kind === 'contest' ? [{ id, title: plan.title, form: plan.matter.form, until: plan.day }] : [],
    )
    return ok({ name: staff.name, rows: await viewsOf(mine, actor), contests })
  },

  async submitWork({ id, rev, content }, context) {
    const { actor, now } = context
    const staff = worksHere(actor)
    if (!staff) return err('auth.forbidden')
    const { hospitalId, departmentId } = staff
    if (!(await answersCall(hospitalId, content))) return err('activity.unknown', ['content.activityId'])
    const handedIn = submit({ id, hospitalId, departmentId }, content, { by: staff.id, now })
    if (!handedIn.ok) return handedIn
    const before = await workRepository().find(id)
    if (before && before.author !== staff.id) return err('work.unknown')
    const pictures = picturesIn(content)
    const claimed = await claimMedia(
      hospitalId,
      pictures.map((mediaId) => ({ mediaId, kind: 'picture' as const })),
      `work:${id}`,
    )
    if (claimed === 'unknown') return err('media.unknown', ['content.blocks'])
    if (rev === null && (await workRepository().insert(handedIn.value)) === 'inserted') {
      return ok(await only(handedIn.value, actor))
    }
    // The answer to the first attempt was lost: what it wrote is there.
    const answer = await act({ id, rev: rev ?? 0 }, context, isMine, (work, done) => resubmit(work, content, done))
    if (answer.ok && before) {
      const dropped = picturesIn(before.content).filter((mediaId) => !pictures.includes(mediaId))
      await releaseMedia(dropped, `work:${id}`)
    }
    return answer
  },

  async withdrawWork({ id }, { actor }) {
    const by = actor.staff?.id
    if (!by) return err('auth.forbidden')
    const works = workRepository()
    for (let tries = 0; tries < TRIES; tries += 1) {
      const work = await works.find(id)
      const decided = work && withdraw(work, { by })
      if (!decided?.ok) return err('work.unknown')
      const written = decided.value === work ? work : await works.replace(decided.value)
      if (written) return ok(await only(written, actor))
    }
    return err('data.changed')
  },

  async worksToReview({ state, skip }, { actor }) {
    const hospitalId = reviewsWorks(actor)
    const own = actor.staff?.departmentId ?? null
    const all = keepsAllActivities(actor)
    if (!hospitalId || (!all && own === null)) return err('auth.forbidden')
    const departmentId = all ? null : own
    const works = workRepository()
    const [found, counts] = await Promise.all([
      works.inState(hospitalId, departmentId, state, { skip, limit: PAGE + 1 }),
      works.counts(hospitalId, departmentId),
    ])
    return ok({ rows: await viewsOf(found.slice(0, PAGE), actor), more: found.length > PAGE, counts })
  },

  showWork: (which, context) => act(which, context, reviewsWork, show),

  sendWorkBack: ({ reason, ...which }, context) =>
    act(which, context, reviewsWork, (work, done) => sendBack(work, reason, done)),

  takeWorkDown: ({ reason, ...which }, context) =>
    act(which, context, reviewsWork, (work, done) => takeDown(work, reason, done)),
}
