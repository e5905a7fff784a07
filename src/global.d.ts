/// <reference types="@tarojs/taro" />
import '@tarojs/components/types/common'
declare global {
  const CLOUD_ENV_ID: string
  const GATEWAY_URL: string

  namespace NodeJS {
    interface ProcessEnv {
      NODE_ENV: 'development' | 'production' | 'test'
      TARO_ENV: 'weapp' | 'h5'
    }
  }
}

// Taro passes these through on H5 but leaves them out of its types.
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    role?: string
    tabIndex?: number
    'aria-label'?: string
    'aria-level'?: number
    'aria-checked'?: 'true' | 'false'
    'aria-pressed'?: 'true' | 'false'
    'aria-disabled'?: 'true' | 'false'
    'aria-selected'?: 'true' | 'false'
    'aria-current'?: 'page' | 'true' | 'false'
    'aria-live'?: 'polite' | 'assertive'
    'aria-busy'?: 'true' | 'false'
    'aria-modal'?: 'true'
    'aria-hidden'?: 'true'
    'aria-valuenow'?: number
    ariaRole?: string
    ariaLabel?: string
    ariaChecked?: boolean
    ariaDisabled?: boolean
    ariaSelected?: boolean
    onKeyDown?: (event: KeyboardEvent) => void
  }
}
