import type { TextSafety } from '#domain/complaint/complaint.model'
import { cloud } from './platform'

/** Content scene 2 of security.msgSecCheck: comment. */
const SCENE_COMMENT = 2
const MAX_CHARACTERS = 2500

/**
 * The platform's opinion of a named person's text (security.msgSecCheck v2). A grievance may quote abuse:
 * 'risky' is for a person to read, and when the platform does not answer the text still counts.
 */
export const checkText = async (openid: string, text: string): Promise<TextSafety> => {
  try {
    const { result } = await cloud.openapi.security.msgSecCheck({
      openid,
      version: 2,
      scene: SCENE_COMMENT,
      content: text.slice(0, MAX_CHARACTERS),
    })
    return result.suggest === 'pass' ? 'pass' : 'risky'
  } catch {
    return 'unchecked'
  }
}
