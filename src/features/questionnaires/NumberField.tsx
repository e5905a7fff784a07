import { useState } from 'react'
import { TextField } from '../../ui/TextField'

interface NumberFieldProps {
  label: string
  aside?: string
  hint?: string
  value: number | null
  least: number
  most: number
  onChange: (value: number | null) => void
}

const readNumber = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))

const shown = (value: number | null): string => (value === null ? '' : String(Math.round(value * 10) / 10))

/** A number that may be left out. What is not one is told, and changes nothing. */
export const NumberField = ({ value, least, most, onChange, ...field }: NumberFieldProps) => {
  const [typed, setTyped] = useState(() => shown(value))
  const [last, setLast] = useState(value)
  // Undone, or changed elsewhere.
  if (last !== value) {
    setLast(value)
    setTyped(shown(value))
  }
  const fits = (number: number | null): boolean =>
    number === null || (Number.isInteger(number) && number >= least && number <= most)
  const write = (text: string) => {
    setTyped(text)
    const number = readNumber(text)
    if (!fits(number)) return
    setLast(number)
    onChange(number)
  }
  return (
    <TextField
      {...field}
      kind="digits"
      value={typed}
      maxlength={7}
      error={fits(readNumber(typed)) || typed === shown(value) ? undefined : `请写 ${least} 到 ${most} 的整数。`}
      onInput={write}
    />
  )
}
