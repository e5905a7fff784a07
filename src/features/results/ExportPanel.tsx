import type { Instant } from '#domain/instant'
import type { Results } from '#domain/survey/results.contract'
import { raterNames } from '#domain/survey/survey.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { saveWorkbook } from '../../files/spreadsheet'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/ErrorNote'
import { KeptPicture, PictureCanvas } from '../../ui/picture/KeptPicture'
import type { Picture } from '../../ui/picture/picture.strokes'
import { type Outcome, savePicture } from '../../ui/picture/save-picture'
import { SidePanel } from '../../ui/SidePanel'
import { toast } from '../../ui/toast'
import { periodName } from './period.words'
import { resultsPicture } from './results.picture'
import { resultSheets } from './results.sheet'
import { TextsExport } from './TextsExport'
import './ExportPanel.css'

const IN_BROWSER = process.env.TARO_ENV === 'h5'
const SAVED = { saved: '存进相册了', downloaded: '下载好了' }

interface ExportPanelProps {
  results: Results
  isOffice: boolean
  onClose: () => void
}

/** The page to take away: as a workbook, as a picture, on paper; and, for the office, what people wrote. */
export const ExportPanel = ({ results, isOffice, onClose }: ExportPanelProps) => {
  const [busy, setBusy] = useState<'sheet' | 'picture' | null>(null)
  const [failed, setFailed] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [picture, setPicture] = useState<Picture | null>(null)
  const name = `满意度 ${raterNames[results.rater]} ${periodName(results.period)} ${results.hospitalName}`
  const keepSheet = async () => {
    setBusy('sheet')
    setFailed(false)
    try {
      await saveWorkbook(resultSheets(results), `${name}.xlsx`)
      toast(SAVED.downloaded)
    } catch {
      setFailed(true)
    }
    setBusy(null)
  }
  const keepPicture = async () => {
    setBusy('picture')
    const drawn = resultsPicture(results, Date.now() as Instant)
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
        <View className="results-export">
          <Button kind="quiet" wide busy={busy === 'sheet'} busyText="正在写表" onTap={() => void keepSheet()}>
            存成表格（XLSX）
          </Button>
          <View className="t4 c2 gap-2">
            概要、方面、题目、科室、走势、口径各一张，分子分母和区间都在里面；不显示的格子写着为什么，不写 0。
          </View>
          {failed ? (
            <View className="gap-3">
              <ErrorNote onRetry={() => void keepSheet()}>表格没有写成，请再试一次。</ErrorNote>
            </View>
          ) : null}
        </View>
      ) : null}
      <View className="results-export">
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
        <View className="t4 c2 gap-2">一句话、几个数和走势图，写着怎么算的，可以放进汇报里。</View>
        <View className="gap-3">
          <KeptPicture
            outcome={outcome}
            label="满意度图片"
            again="存成图片"
            otherwise="也可以截图。"
            ratio={picture ? picture.height / picture.width : 1}
          />
        </View>
      </View>
      {IN_BROWSER ? (
        <View className="results-export">
          <Button kind="quiet" wide onTap={print}>
            打印
          </Button>
          <View className="t4 c2 gap-2">A4 纸，连同算法。</View>
        </View>
      ) : (
        <View className="t4 c2 results-export">要表格（XLSX）或打印，请在电脑的浏览器里打开这一页。</View>
      )}
      {IN_BROWSER && isOffice ? <TextsExport rater={results.rater} /> : null}
      <PictureCanvas />
    </SidePanel>
  )
}
