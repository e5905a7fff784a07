import type { Crop } from '#domain/culture/article.model'
import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { Button } from '../../ui/Button'
import { Picture } from '../../ui/Picture'
import { semantics } from '../../ui/semantics'
import { Tappable } from '../../ui/Tappable'
import { fullCrop, mostZoom, moveCrop, type Size, zoomCrop, zoomOf } from './crop.rules'
import './CropFrame.css'

interface CropFrameProps {
  src: string
  alt: string
  size: Size
  crop: Crop
  onCrop: (crop: Crop) => void
}

const STEP = 0.02
const ZOOM = 1.15
const FRAME = 'cover-crop'

const KEYS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
}

const share = (of: number): string => `${(of * 100).toFixed(3)}%`

interface Place {
  readonly x: number
  readonly y: number
}

/** The part of a photo that a cover shows: dragged with a finger or a mouse, or moved with the arrow keys. */
export const CropFrame = ({ src, alt, size, crop, onCrop }: CropFrameProps) => {
  const last = useRef<Place | null>(null)
  const breadth = useRef(0)
  const zoom = zoomOf(size, crop)

  const begin = (at: Place, width: number) => {
    last.current = at
    breadth.current = width
  }
  const drag = (to: Place) => {
    const from = last.current
    if (!from || breadth.current === 0) return
    last.current = to
    const height = (breadth.current * 2) / 3
    // The photo follows the finger: what is shown moves the other way.
    onCrop(
      moveCrop(crop, {
        x: ((from.x - to.x) / breadth.current) * crop.width,
        y: ((from.y - to.y) / height) * crop.height,
      }),
    )
  }
  const end = () => {
    last.current = null
  }
  const handlers = useRef({ begin, drag, end })
  useEffect(() => {
    handlers.current = { begin, drag, end }
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const frame = document.getElementById(FRAME)
    const placeOf = (event: PointerEvent): Place => ({ x: event.clientX, y: event.clientY })
    const down = (event: PointerEvent) => {
      event.preventDefault()
      frame?.focus()
      handlers.current.begin(placeOf(event), frame?.clientWidth ?? 0)
    }
    const move = (event: PointerEvent) => handlers.current.drag(placeOf(event))
    const up = () => handlers.current.end()
    frame?.addEventListener('pointerdown', down)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    return () => {
      frame?.removeEventListener('pointerdown', down)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
    }
  }, [])

  const press = (event: KeyboardEvent) => {
    const by = KEYS[event.key]
    if (by) onCrop(moveCrop(crop, by))
    else if (event.key === '+' || event.key === '=') onCrop(zoomCrop(size, crop, ZOOM))
    else if (event.key === '-') onCrop(zoomCrop(size, crop, 1 / ZOOM))
    else return
    event.preventDefault()
  }

  return (
    <View>
      <Tappable
        id={FRAME}
        className="crop-frame"
        label="封面上显示的部分，用方向键挪动，加号放大，减号缩小"
        onTap={() => undefined}
        onKey={press}
      >
        <View
          className="crop-photo"
          style={{
            left: share(-crop.x / crop.width),
            top: share(-crop.y / crop.height),
            width: share(1 / crop.width),
            height: share(1 / crop.height),
          }}
        >
          <Picture className="crop-picture" src={src} label={alt || '封面照片'} cut />
        </View>
      </Tappable>
      <View className="crop-words" {...semantics({ role: 'status' })}>
        {`放大 ${zoom.toFixed(1)} 倍；拖动照片，或用方向键挪`}
      </View>
      <View className="desk-acts">
        <Button
          kind="text"
          label="照片放大"
          disabled={zoom >= mostZoom(size) - 0.01}
          onTap={() => onCrop(zoomCrop(size, crop, ZOOM))}
        >
          放大
        </Button>
        <Button
          kind="text"
          label="照片缩小"
          disabled={zoom <= 1.01}
          onTap={() => onCrop(zoomCrop(size, crop, 1 / ZOOM))}
        >
          缩小
        </Button>
        <Button kind="text" label="照片回到正中" onTap={() => onCrop(fullCrop(size))}>
          回到正中
        </Button>
      </View>
    </View>
  )
}
