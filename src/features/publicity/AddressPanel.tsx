import { WebAddress } from '#domain/culture/block.model'
import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { Button } from '../../ui/Button'
import { SidePanel } from '../../ui/SidePanel'
import { TextField } from '../../ui/TextField'

interface AddressPanelProps {
  onLink: (href: string | null) => void
  onClose: () => void
}

/** The address that the selected words lead to. */
export const AddressPanel = ({ onLink, onClose }: AddressPanelProps) => {
  const [address, setAddress] = useState('https://')
  const parsed = v.safeParse(WebAddress, address)
  return (
    <SidePanel title="这几个字连到哪里" onClose={onClose}>
      <TextField
        label="网址"
        value={address}
        maxlength={500}
        error={address !== 'https://' && !parsed.success ? '网址要以 https:// 开头，从地址栏整个复制过来。' : undefined}
        onInput={setAddress}
      />
      <View className="gap-4 desk-acts">
        <Button
          disabledBecause={parsed.success ? undefined : '请先贴上网址'}
          onTap={() => {
            if (parsed.success) onLink(parsed.output)
          }}
        >
          加上链接
        </Button>
        <Button kind="text" onTap={() => onLink(null)}>
          去掉链接
        </Button>
      </View>
    </SidePanel>
  )
}
