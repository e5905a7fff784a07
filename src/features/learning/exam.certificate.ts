import type { CertificateCode } from '#domain/integrity/certificate.model'
import type { CertificateView, ProvenCertificate } from '#domain/integrity/exam.contract'
import { verifyCodeInGroups } from '#domain/integrity/verify.code'
import { fullDayName } from '#domain/number.words'
import { codeSquare } from '../../files/code.square'
import { routes } from '../../routes'
import { certificateDrawing } from '../../ui/picture/certificate.strokes'
import type { Picture } from '../../ui/picture/picture.strokes'
import type { Square } from '../../ui/picture/slip.strokes'
import type { Tone } from '../../ui/Status'

export const CERTIFICATE_TITLE = '合格证'

/** What a certificate says, a breath a line. */
export const passedLines = ({ title }: Pick<CertificateView, 'title'>): readonly string[] => [
  `参加“${title}”，`,
  '成绩合格。',
]

/** The page that checks it; in the mini-program, which does not know where the pages stand on the web, the code alone. */
const squareText = (code: CertificateCode): string => {
  if (process.env.TARO_ENV !== 'h5') return verifyCodeInGroups(code)
  const { origin, pathname } = window.location
  return `${origin}${pathname}#${routes.certificate({ code })}`
}

export const certificateSquare = (code: CertificateCode): Square => codeSquare(squareText(code))

/** The certificate as it is kept. */
export const certificatePicture = (certificate: CertificateView, hospitalName: string): Picture => {
  const { name, departmentName, passedOn, code } = certificate
  return certificateDrawing({
    title: CERTIFICATE_TITLE,
    departmentName,
    name,
    lines: passedLines(certificate),
    foot: [hospitalName, fullDayName(passedOn), '查验码', verifyCodeInGroups(code)],
    square: certificateSquare(code),
  })
}

/** What a checked code says beside name and day. */
export const provenWords = ({ standing }: Pick<ProvenCertificate, 'standing'>): { tone: Tone; text: string } => {
  switch (standing) {
    case 'valid':
      return { tone: 'done', text: '这张合格证是真的，现在有效。' }
    case 'left':
      return { tone: 'rest', text: '这张合格证是真的。持证的人现在不在本院名单上了。' }
    case 'withdrawn':
      return { tone: 'wait', text: '这张合格证发过，后来收回了，现在不算合格。' }
  }
}
