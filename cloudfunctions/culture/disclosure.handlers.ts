import type { Actor } from '#domain/actor'
import { readsAsStaff } from '#domain/culture/disclosure.access'
import type { disclosureActions, disclosureReadingActions } from '#domain/culture/disclosure.contract'
import type { Instant } from '#domain/instant'
import { err, ok } from '#domain/result'
import { whereabouts } from '#runtime/read/hospital.read'
import type { ActionHandlers } from '#runtime/serve'
import type { OpenCulture } from './culture.open'
import { disclosureDeskHandlers } from './disclosure.desk.handlers'
import { findTitles, readBoard, readEntry, readSlot, readTimeliness, type Reader } from './disclosure.reading'

const anybody = async (now: Instant): Promise<Reader | null> => {
  const here = await whereabouts(null)
  return here && { hospital: here.hospital, isStaff: false, now }
}

const somebodyOfHere = async ({ hospitals, actor, now }: OpenCulture & { actor: Actor; now: Instant }) => {
  const hospitalId = readsAsStaff(actor)
  if (!hospitalId) return err('auth.forbidden')
  const hospital = await hospitals.find(hospitalId)
  return hospital ? ok<Reader>({ hospital, isStaff: true, now }) : err('hospital.not_founded')
}

const readingHandlers: ActionHandlers<typeof disclosureReadingActions, OpenCulture> = {
  async disclosures(_input, { now }) {
    const reader = await anybody(now)
    return reader ? readBoard(reader) : err('hospital.not_founded')
  },
  async disclosureSlot(input, { now }) {
    const reader = await anybody(now)
    return reader ? readSlot(input, reader) : err('hospital.not_founded')
  },
  async disclosureEntry(input, { now }) {
    const reader = await anybody(now)
    return reader ? readEntry(input, reader) : err('hospital.not_founded')
  },
  async findDisclosures(input, { now }) {
    const reader = await anybody(now)
    return reader ? findTitles(input, reader) : err('hospital.not_founded')
  },
  async disclosureTimeliness(period, { now }) {
    const reader = await anybody(now)
    return reader ? readTimeliness(period, reader) : err('hospital.not_founded')
  },
  async staffDisclosures(_input, context) {
    const reader = await somebodyOfHere(context)
    return reader.ok ? readBoard(reader.value) : reader
  },
  async staffDisclosureSlot(input, context) {
    const reader = await somebodyOfHere(context)
    return reader.ok ? readSlot(input, reader.value) : reader
  },
  async staffDisclosureEntry(input, context) {
    const reader = await somebodyOfHere(context)
    return reader.ok ? readEntry(input, reader.value) : reader
  },
  async findStaffDisclosures(input, context) {
    const reader = await somebodyOfHere(context)
    return reader.ok ? findTitles(input, reader.value) : reader
  },
}

export const disclosureHandlers: ActionHandlers<typeof disclosureActions, OpenCulture> = {
  ...readingHandlers,
  ...disclosureDeskHandlers,
}
