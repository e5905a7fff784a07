import { linesOfName, PAPER_HEIGHT, PAPER_WIDTH, type Strokes } from '#domain/integrity/pledge.strokes'
import { View } from '@tarojs/components'
import { semantics } from '../../ui/semantics'
import './HandWriting.css'

const PEN = 14

const maskOf = (strokes: Strokes): string => {
  const path = linesOfName(strokes)
    .map((line) => `M${line.map(({ x, y }) => `${x} ${y}`).join('L')}`)
    .join('')
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${PAPER_WIDTH} ${PAPER_HEIGHT}'%3E%3Cpath d='${path}' fill='none' stroke='%23000' stroke-width='${PEN}' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E`
  return `url("data:image/svg+xml,${svg}")`
}

/** A name as it was written by hand, in the ink of the page. */
export const HandWriting = ({ strokes, name }: { strokes: Strokes; name: string }) => {
  const mask = maskOf(strokes)
  return (
    <View
      className="hand-writing"
      style={{ maskImage: mask, WebkitMaskImage: mask }}
      {...semantics({ role: 'img', label: `${name}的手写签名` })}
    />
  )
}
