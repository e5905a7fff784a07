interface Box {
  readonly kind: 'box'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly colour: string
}

interface Words {
  readonly kind: 'words'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly font: string
  readonly colour: string
  /** `x` is the middle of the line; otherwise where it begins. */
  readonly centred?: true
}

interface Line {
  readonly kind: 'line'
  readonly spots: readonly Place[]
  readonly colour: string
  /** px; 0 fills what the line goes round. */
  readonly width: number
  /** px of ink and of gap. */
  readonly dash?: readonly [number, number]
  /** Ends and corners as a pen leaves them. */
  readonly round?: true
}

interface Disc {
  readonly kind: 'disc'
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly colour: string
}

interface Place {
  readonly x: number
  readonly y: number
}

/** What is drawn, in px of the picture. */
export type Stroke = Box | Words | Line | Disc

export interface Picture {
  readonly width: number
  readonly height: number
  readonly strokes: readonly Stroke[]
}

/** The canvas functions a picture takes, of a browser's canvas and of WeChat's alike. */
export interface Brush {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap?: unknown
  lineJoin?: unknown
  font: string
  textBaseline: unknown
  textAlign?: unknown
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  arc(x: number, y: number, radius: number, from: number, to: number): void
  setLineDash(dash: number[]): void
  fill(): void
  stroke(): void
}

// Always the light colours: a saved picture is printed and forwarded.
export const PAPER = '#fffefb'
export const INK = '#1a2523'
export const GREY = '#566360'
export const JADE = '#0d6354'
export const HAIRLINE = '#d8dad2'
export const ZHU = '#ab301c'
export const WASH = '#eaf1ed'

export const SONG = '"Songti SC", "Noto Serif SC", "Source Han Serif SC", serif'
export const PLAIN = '-apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif'

/** Chinese letters are as wide as high, digits and Latin ones little more than half of that. */
const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + (/[\u0020-\u007e]/.test(letter) ? 0.62 : 1), 0) * size

/** Lines of a text that fit the room; Chinese breaks anywhere, a number stays whole. */
export const linesOf = (text: string, size: number, room: number): string[] => {
  const lines: string[] = ['']
  for (const word of text.match(/[\u0021-\u007e]+|[^\u0021-\u007e]/gu) ?? []) {
    const last = lines[lines.length - 1] ?? ''
    const isFull = last !== '' && widthOf(last + word, size) > room
    // A full stop or comma does not begin a line.
    if (isFull && !/[，。；：、）”！？]/.test(word)) lines.push(word.trim())
    else lines[lines.length - 1] = last + word
  }
  return lines
}

const trace = (brush: Brush, { spots, colour, width, dash = [0, 0], round }: Line, scale: number) => {
  brush.beginPath()
  spots.forEach(({ x, y }, index) => {
    if (index === 0) brush.moveTo(x * scale, y * scale)
    else brush.lineTo(x * scale, y * scale)
  })
  if (width === 0) {
    brush.fillStyle = colour
    brush.fill()
    return
  }
  brush.strokeStyle = colour
  brush.lineWidth = width * scale
  brush.lineCap = round ? 'round' : 'butt'
  brush.lineJoin = round ? 'round' : 'miter'
  brush.setLineDash(dash[0] > 0 ? dash.map((part) => part * scale) : [])
  brush.stroke()
}

/** Draws at so many px of the canvas for one of the picture. */
export const paint = (brush: Brush, { strokes }: Picture, scale: number) => {
  brush.textBaseline = 'top'
  for (const stroke of strokes) {
    if (stroke.kind === 'line') {
      trace(brush, stroke, scale)
      continue
    }
    brush.fillStyle = stroke.colour
    if (stroke.kind === 'box') {
      brush.fillRect(stroke.x * scale, stroke.y * scale, stroke.width * scale, stroke.height * scale)
    } else if (stroke.kind === 'disc') {
      brush.beginPath()
      brush.arc(stroke.x * scale, stroke.y * scale, stroke.radius * scale, 0, 2 * Math.PI)
      brush.fill()
    } else {
      brush.font = stroke.font.replace(/([\d.]+)px/, (_, px: string) => `${Number(px) * scale}px`)
      brush.textAlign = stroke.centred ? 'center' : 'left'
      brush.fillText(stroke.text, stroke.x * scale, stroke.y * scale)
    }
  }
}
