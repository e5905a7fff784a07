import { Image } from '@tarojs/components'

interface PictureProps {
  src: string
  /** What it shows, for somebody who does not see it. */
  label: string
  className?: string
  /** Fills its place and is cut at the edges; whole unless asked. */
  cut?: boolean
}

/** A picture that says what it shows. On H5 the real image sits inside Taro's element. */
export const Picture = ({ src, label, className, cut = false }: PictureProps) => (
  <Image
    className={className}
    src={src}
    mode={cut ? 'aspectFill' : 'aspectFit'}
    {...(process.env.TARO_ENV === 'weapp' ? { ariaRole: 'img', ariaLabel: label } : { nativeProps: { alt: label } })}
  />
)
