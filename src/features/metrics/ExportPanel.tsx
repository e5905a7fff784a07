import type { Rates } from '#domain/metrics/metrics.contract'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { KeptPicture, PictureCanvas } from '../../ui/picture/KeptPicture'
import type { Picture } from '../../ui/picture/picture.strokes'
import { type Outcome, savePicture } from '../../ui/picture/save-picture'
import { ErrorNote } from '../../ui/ErrorNote'
import { SidePanel } from '../../ui/SidePanel'
import { toast } from '../../ui/toast'
import { periodName } from './figure.words'
import { ratePicture } from './rate.picture'
import { rateSheets } from './rate.sheet'
import './ExportPanel.css'

const IN_BROWSER = process.env.TARO_ENV === 'h5'
const ratioOf = (picture: Picture | null) => (picture ? picture.height / picture.width : 1)

const SAVED = { saved: '存进相册了', downloaded: '下载好了' }

/** The page to take away: as a workbook, as a picture, on paper. */
export const ExportPanel = ({ rates, onClose }: { rates: Rates; onClose: () => void }) => {
  const [busy, setBusy] = useState<'sheet' | 'picture' | null>(null)
  const [failed, setFailed] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [picture, setPicture] = useState<Picture | null>(null)
  const name = `投诉率 ${periodName(rates.period, rates.unit)} ${rates.hospitalName}`
  const keepSheet = async () => {
    setBusy('sheet')
    setFailed(false)
    try {
      await saveWorkbook(rateSheets(rates), `${name}.xlsx`)
      toast(SAVED.downloaded)
    } catch {
      setFailed(true)
    }
    setBusy(null)
  }
  const keepPicture = async () => {
    setBusy('picture')
    const drawn = ratePicture(rates)
    const kept = await savePicture(drawn, name)
    setPicture(drawn)
    setOutcome(kept)
    setBusy(null)
    if (kept.kind === 'saved' || kept.kind === 'downloaded') toast(SAVED[kept.kind])
  }
  const print = () => {
    onClose()
    // The panel is no part of the paper.
    setTimeout(() => window.print(), 100)
  }
  return (
    <SidePanel title="带走这一页" onClose={onClose}>
      {IN_BROWSER ? (
        <View className="export-way">
          <Button kind="quiet" wide busy={busy === 'sheet'} busyText="正在写表" onTap={() => void keepSheet()}>
            存成表格（XLSX）
          </Button>
          <View className="t4 c2 gap-2">指标、按月、科室、分类各一张，分子分母和算法都在里面，可以自己核对。</View>
          {failed ? (
            <View className="gap-3">
              <ErrorNote onRetry={() => void keepSheet()}>表格没有写成，请再试一次。</ErrorNote>
            </View>
          ) : null}
        </View>
      ) : null}
      <View className="export-way">
        <Button
          kind="quiet"
          wide
          icon="save"
          busy={busy === 'picture'}
          busyText="正在画"
          onTap={() => void keepPicture()}
        >
          存成图片
        </Button>
        <View className="t4 c2 gap-2">一句话、四个数和控制图，写着怎么算的和哪一天的数，可以放进汇报里。</View>
        <View className="gap-3">
          <KeptPicture
            outcome={outcome}
            label="投诉率图片"
            again="存成图片"
            otherwise="也可以截图。"
            ratio={ratioOf(picture)}
          />
        </View>
      </View>
      {IN_BROWSER ? (
        <View className="export-way">
          <Button kind="quiet" wide onTap={print}>
            打印
          </Button>
          <View className="t4 c2 gap-2">A4 纸，连同算法。</View>
        </View>
      ) : (
        <View className="t4 c2 export-way">要表格（XLSX）或打印，请在电脑的浏览器里打开这一页。</View>
      )}
      <PictureCanvas />
    </SidePanel>
  )
}
