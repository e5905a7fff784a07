import { type Strokes, writtenName } from '#domain/integrity/pledge.strokes'
import { Canvas, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useId, useRef, useState } from 'react'
import { type Brush, INK, paint } from '../../ui/picture/picture.strokes'
import { LinkText } from '../../ui/LinkText'
import { semantics } from '../../ui/semantics'
import './SignaturePad.css'

/** Shares of the field, so that a turned phone keeps what was written. */
interface Place {
  readonly x: number
  readonly y: number
}

const WHOLE = { width: 1, height: 1 }
const PEN = 3

interface Field {
  readonly brush: Brush
  readonly width: number
  readonly height: number
  /** Pixels of the canvas for one px of the page. */
  readonly scale: number
}

const drawLine = ({ brush, width, height, scale }: Field, line: readonly Place[]) => {
  const spots = line.map(({ x, y }) => ({ x: x * width, y: y * height }))
  const [first] = spots
  if (!first) return
  const seen = spots.length === 1 ? [first, { x: first.x + 1, y: first.y + 1 }] : spots
  paint(brush, { width, height, strokes: [{ kind: 'line', spots: seen, colour: INK, width: PEN, round: true }] }, scale)
}

/** Lines as they come from finger, pen or mouse; each piece is drawn as it arrives. */
const useLines = (onWritten: (name: Strokes | null) => void) => {
  const lines = useRef<Place[][]>([])
  const field = useRef<Field | null>(null)
  const down = useRef(false)
  const begin = (place: Place) => {
    down.current = true
    lines.current.push([place])
    if (field.current) drawLine(field.current, [place])
  }
  const go = (place: Place) => {
    const line = lines.current[lines.current.length - 1]
    if (!down.current || !line) return
    const last = line[line.length - 1] ?? place
    line.push(place)
    if (field.current) drawLine(field.current, [last, place])
  }
  const end = () => {
    if (!down.current) return
    down.current = false
    onWritten(writtenName(lines.current, WHOLE))
  }
  const redraw = (at: Field) => {
    field.current = at
    for (const line of lines.current) drawLine(at, line)
  }
  return { begin, go, end, redraw }
}

type Lines = ReturnType<typeof useLines>

interface SignaturePadProps {
  name: string
  onWritten: (name: Strokes | null) => void
}

/** White paper to write one's name on; always light, like paper. */
export const SignaturePad = ({ name, onWritten }: SignaturePadProps) => {
  const [sheet, setSheet] = useState(0)
  const [isEmpty, setEmpty] = useState(true)
  const written = (hand: Strokes | null) => {
    setEmpty(false)
    onWritten(hand)
  }
  const again = () => {
    setSheet(sheet + 1)
    setEmpty(true)
    onWritten(null)
  }
  return (
    <View>
      <View
        className="signature-sheet theme-light"
        {...semantics({ role: 'img', label: `签名处，用手指、笔或鼠标写“${name}”` })}
      >
        {isEmpty ? <View className="signature-hint">在这里写上名字</View> : null}
        <View className="signature-line" />
        <Paper key={sheet} onWritten={written} />
      </View>
      {isEmpty ? null : (
        <View className="signature-again">
          <LinkText role="button" onTap={again}>
            擦掉重写
          </LinkText>
        </View>
      )}
    </View>
  )
}

const Paper = ({ onWritten }: Pick<SignaturePadProps, 'onWritten'>) => {
  const lines = useLines(onWritten)
  return process.env.TARO_ENV === 'weapp' ? <PaperInWechat lines={lines} /> : <PaperInBrowser lines={lines} />
}

const PaperInBrowser = ({ lines }: { lines: Lines }) => {
  const id = useId()
  // What the listeners call is what the page holds now.
  const latest = useRef(lines)
  useEffect(() => {
    latest.current = lines
  })
  useEffect(() => {
    const place = document.getElementById(id)
    if (!place) return undefined
    const canvas = document.createElement('canvas')
    canvas.className = 'signature-canvas'
    place.appendChild(canvas)
    const fit = () => {
      const { width, height } = place.getBoundingClientRect()
      const brush = canvas.getContext('2d')
      if (!brush || width === 0) return
      const scale = window.devicePixelRatio
      canvas.width = width * scale
      canvas.height = height * scale
      latest.current.redraw({ brush, width, height, scale })
    }
    const spot = (event: PointerEvent): Place => {
      const { left, top, width, height } = canvas.getBoundingClientRect()
      return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
    }
    const begin = (event: PointerEvent) => {
      if (event.button !== 0) return
      event.preventDefault()
      canvas.setPointerCapture(event.pointerId)
      latest.current.begin(spot(event))
    }
    const go = (event: PointerEvent) => {
      const passed = event.getCoalescedEvents?.() ?? []
      for (const one of passed.length > 0 ? passed : [event]) latest.current.go(spot(one))
    }
    const end = () => latest.current.end()
    // Safari scrolls on a touch whatever the style says.
    const hold = (event: TouchEvent) => event.preventDefault()
    fit()
    window.addEventListener('resize', fit)
    canvas.addEventListener('pointerdown', begin)
    canvas.addEventListener('pointermove', go)
    canvas.addEventListener('pointerup', end)
    canvas.addEventListener('pointercancel', end)
    canvas.addEventListener('touchmove', hold, { passive: false })
    return () => {
      window.removeEventListener('resize', fit)
      canvas.remove()
    }
  }, [id])
  return <View id={id} className="signature-paper" />
}

const CANVAS = 'signature-canvas'

interface Found {
  readonly width: number
  readonly height: number
  readonly node?: { width: number; height: number; getContext(kind: '2d'): Brush | null }
}

const PaperInWechat = ({ lines }: { lines: Lines }) => {
  const size = useRef({ width: 1, height: 1 })
  const latest = useRef(lines)
  useEffect(() => {
    latest.current = lines
  })
  useEffect(() => {
    // The canvas is there after the next turn.
    const timer = setTimeout(() => {
      Taro.createSelectorQuery()
        .select(`#${CANVAS}`)
        .fields({ node: true, size: true })
        .exec((found: (Found | null)[]) => {
          const at = found[0]
          const brush = at?.node?.getContext('2d')
          if (!at?.node || !brush) return
          const { width, height } = at
          const scale = Taro.getWindowInfo().pixelRatio
          at.node.width = width * scale
          at.node.height = height * scale
          size.current = { width, height }
          latest.current.redraw({ brush, width, height, scale })
        })
    }, 50)
    return () => clearTimeout(timer)
  }, [])
  const spot = ({ x, y }: Place): Place => ({ x: x / size.current.width, y: y / size.current.height })
  return (
    <Canvas
      type="2d"
      id={CANVAS}
      className="signature-paper"
      disableScroll
      onTouchStart={({ touches: [touch] }) => touch && lines.begin(spot(touch))}
      onTouchMove={({ touches: [touch] }) => touch && lines.go(spot(touch))}
      onTouchEnd={lines.end}
      onTouchCancel={lines.end}
    />
  )
}
