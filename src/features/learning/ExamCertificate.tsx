import type { CertificateView } from '#domain/integrity/exam.contract'
import { verifyCodeInGroups } from '#domain/integrity/verify.code'
import { fullDayName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { CertificatePaper } from '../../ui/CertificatePaper'
import { KeptPicture, PictureCanvas } from '../../ui/picture/KeptPicture'
import { type Outcome, savePicture } from '../../ui/picture/save-picture'
import { toast } from '../../ui/toast'
import { CERTIFICATE_TITLE, certificatePicture, certificateSquare, passedLines } from './exam.certificate'

const SAVED = { saved: '存进相册了', downloaded: '下载好了' }

/** Keeps a certificate as a picture, and says what became of it. */
export const useCertificate = (hospitalName: string) => {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (certificate: CertificateView) => {
    setBusy(true)
    const picture = certificatePicture(certificate, hospitalName)
    const kept = await savePicture(picture, `${CERTIFICATE_TITLE} ${certificate.name}`)
    setOutcome(kept)
    setBusy(false)
    if (kept.kind === 'saved' || kept.kind === 'downloaded') toast(SAVED[kept.kind])
  }
  return { outcome, busy, save }
}

/** A picture of the certificate is as high as this many widths. */
const RATIO = 1.5

interface ExamCertificateProps {
  certificate: CertificateView
  hospitalName: string
  outcome: Outcome | null
}

/** That somebody passed an exam, to be kept and shown. */
export const ExamCertificate = ({ certificate, hospitalName, outcome }: ExamCertificateProps) => {
  const { name, departmentName, passedOn, code } = certificate
  const square = useMemo(() => certificateSquare(code), [code])
  return (
    <View>
      <CertificatePaper
        title={CERTIFICATE_TITLE}
        departmentName={departmentName}
        name={name}
        lines={passedLines(certificate)}
        foot={[hospitalName, fullDayName(passedOn), `查验码 ${verifyCodeInGroups(code)}`]}
        square={square}
      />
      <View className="gap-3 t4 c2">
        扫码或者输查验码能查真伪；查到的只有姓名、科室、哪场考试和是否合格，没有分数。
      </View>
      <View className="gap-3">
        <KeptPicture outcome={outcome} label="考试合格证" again="存成图片" otherwise="也可以截图。" ratio={RATIO} />
      </View>
      <PictureCanvas />
    </View>
  )
}
