import type { PairingCode } from '#domain/hospital/session.model'
import { drawnSquare } from '../../files/scan.square'
import { ScanSquare } from '../../ui/ScanSquare'

/** Without the square the code can still be typed. */
export const PairingSquare = ({ code }: { code: PairingCode }) => (
  <ScanSquare text={code} label="登录码的二维码，用小程序扫" className="sign-in-square" draw={drawnSquare} />
)
