import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from './Button'
import { classNames } from './class-names'
import './FileButton.css'

interface FileButtonProps {
  /** What is chosen: 「名册文件」. */
  label: string
  /** Endings that are understood: ['.xlsx', '.csv']. */
  accept: readonly string[]
  onFile: (file: File) => void
}

const askForFile = (accept: readonly string[], onFile: (file: File) => void) => {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept.join(',')
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) onFile(file)
  })
  input.click()
}

/** A file from a computer: chosen, or dropped where the words are. */
export const FileButton = (props: FileButtonProps) =>
  process.env.TARO_ENV === 'weapp' ? <Elsewhere label={props.label} /> : <Chooser {...props} />

const Elsewhere = ({ label }: { label: string }) => (
  <View className="file-place">{`${label}要在电脑上选：用电脑打开本院网页版，扫码登录后再来这一页。`}</View>
)

const Chooser = ({ label, accept, onFile }: FileButtonProps) => {
  const [over, setOver] = useState(false)
  const dropping = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file) onFile(file)
    },
  }
  return (
    <View className={classNames('file-place', over && 'is-over')} {...dropping}>
      <Button kind="quiet" onTap={() => askForFile(accept, onFile)}>
        {`选${label}`}
      </Button>
      <View className="file-words">{`也可以把文件拖到这里。认得 ${accept.join('、')}。`}</View>
    </View>
  )
}
