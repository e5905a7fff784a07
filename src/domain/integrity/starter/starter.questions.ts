import type { StarterQuestion } from '../starter.question'
import { commission } from './commission.questions'
import { conduct } from './conduct.questions'
import { disclosure } from './disclosure.questions'
import { disputes } from './disputes.questions'
import { donation } from './donation.questions'
import { fairness } from './fairness.questions'
import { gifts } from './gifts.questions'
import { handling } from './handling.questions'
import { insurance } from './insurance.questions'
import { kickbacks } from './kickbacks.questions'
import { letters } from './letters.questions'
import { privacy } from './privacy.questions'
import { purchasing } from './purchasing.questions'
import { receiving } from './receiving.questions'
import { redPackets } from './red-packets.questions'
import { referral } from './referral.questions'
import { secrecy } from './secrecy.questions'
import { tips } from './tips.questions'
import { treatment } from './treatment.questions'

/** 起步题: in the order of the topics. All in our own words; each cites the rule it rests on, as far as that was read. */
export const starterQuestions: readonly StarterQuestion[] = [
  ...commission,
  ...insurance,
  ...treatment,
  ...donation,
  ...secrecy,
  ...privacy,
  ...referral,
  ...fairness,
  ...redPackets,
  ...gifts,
  ...kickbacks,
  ...receiving,
  ...handling,
  ...disputes,
  ...letters,
  ...tips,
  ...disclosure,
  ...purchasing,
  ...conduct,
]
