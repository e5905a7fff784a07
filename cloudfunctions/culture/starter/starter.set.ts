import { complaints } from './complaints.pieces'
import { culture } from './culture.pieces'
import { news } from './news.pieces'
import type { StarterPiece } from './piece'
import { rules } from './rules.pieces'
import { stories } from './stories.pieces'

/** In the order in which they read well; a hospital takes what it likes. */
export const starterSet: readonly StarterPiece[] = [...stories, ...rules, ...complaints, ...culture, ...news]
