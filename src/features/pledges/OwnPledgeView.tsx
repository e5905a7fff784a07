import type { OwnPledge, OwnSignature } from '#domain/integrity/pledge.contract'
import type { Instant } from '#domain/instant'
import { fullDayName } from '#domain/number.words'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button'
import { Empty } from '../../ui/Empty'
import { Head, Lead } from '../../ui/Lead'
import { Item, List } from '../../ui/List'
import { LinkText } from '../../ui/LinkText'
import { Notice } from '../../ui/Notice'
import { KeptPicture, PictureCanvas } from '../../ui/picture/KeptPicture'
import { type Outcome, savePicture } from '../../ui/picture/save-picture'
import { toast } from '../../ui/toast'
import { Certificate } from './Certificate'
import { certificatePicture } from './certificate.picture'
import { PledgePaper } from './PledgePaper'
import { dayWords, versionName } from './pledge.words'
import { SignPanel, type useSigning } from './SignPanel'

const SAVED = { saved: '存进相册了', downloaded: '下载好了' }

/** Keeps a certificate as a picture, and says what became of it. */
export const useCertificate = (hospitalName: string) => {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (signature: OwnSignature) => {
    setBusy(true)
    const kept = await savePicture(certificatePicture(signature, hospitalName), `廉洁承诺 ${signature.name}`)
    setOutcome(kept)
    setBusy(false)
    if (kept.kind === 'saved' || kept.kind === 'downloaded') toast(SAVED[kept.kind])
  }
  return { outcome, busy, save }
}

/** A picture of the certificate is as high as this many widths. */
const RATIO = 1.6

interface SignedViewProps {
  own: OwnPledge
  signature: OwnSignature
  outcome: Outcome | null
}

/** The certificate, and what was signed. */
export const SignedView = ({ own, signature, outcome }: SignedViewProps) => {
  const [reading, setReading] = useState(false)
  return (
    <View>
      <Certificate signature={signature} hospitalName={own.hospitalName} />
      <View className="gap-3 t4 c2">
        扫码或者在“我承诺 你监督”里输查验码，能查真伪；查到的只有姓名、科室、第几版和哪天签的。
      </View>
      <View className="gap-3">
        <KeptPicture outcome={outcome} label="廉洁承诺证书" again="存成图片" otherwise="也可以截图。" ratio={RATIO} />
      </View>
      <PictureCanvas />
      {own.current ? (
        <View className="gap-3">
          <LinkText role="button" onTap={() => setReading(!reading)}>
            {reading ? '收起承诺书' : '再读一遍承诺书'}
          </LinkText>
          {reading ? <PledgePaper pledge={own.current} /> : null}
        </View>
      ) : null}
      <Earlier signatures={own.earlier} />
    </View>
  )
}

const Earlier = ({ signatures }: { signatures: readonly OwnSignature[] }) =>
  signatures.length === 0 ? null : (
    <View className="gap-6">
      <Head>以前签过的</Head>
      <View className="gap-2">
        <List label="以前签过的">
          {signatures.map((signature) => (
            <Item
              key={signature.code}
              icon="pledge"
              title={versionName(signature)}
              detail={`${fullDayName(signature.signedOn)}签`}
            />
          ))}
        </List>
      </View>
    </View>
  )

interface UnsignedViewProps {
  own: OwnPledge
  signing: ReturnType<typeof useSigning>
  now: Instant
  /** At the end, over the button: why it did not work. */
  children: ReactNode
}

/** The pledge from beginning to end, then the place to sign. */
export const UnsignedView = ({ own, signing, now, children }: UnsignedViewProps) => {
  const { current, earlier } = own
  if (!current) {
    return (
      <>
        <Empty title="还没有要签的承诺书" hint="发布了会在这里请您来签。" />
        <Earlier signatures={earlier} />
      </>
    )
  }
  const [last] = earlier
  return (
    <View>
      <Lead
        above={`第 ${current.number} 版 · ${dayWords(current.effectiveOn, now)}起`}
        hint="请从头到尾读一遍，读完在下面签。"
      >
        {current.title}
      </Lead>
      {last ? (
        <View className="gap-4">
          <Notice tone="wait" icon="pen">
            {`承诺书换了新的一版，请读过再签一次。您上次签的是${versionName(last)}，还留着。`}
          </Notice>
        </View>
      ) : null}
      <PledgePaper pledge={current} />
      <SignPanel name={own.name} signing={signing} />
      <Earlier signatures={earlier} />
      {children}
    </View>
  )
}

interface SignDockProps {
  signing: ReturnType<typeof useSigning>
  busy: boolean
  onSign: () => void
}

export const SignDock = ({ signing, busy, onSign }: SignDockProps) => (
  <Button grow icon="pledge" busy={busy} disabledBecause={signing.wants ?? undefined} onTap={onSign}>
    签下承诺
  </Button>
)
