import { useEffect, useRef } from 'react'

const CONTROLS = '[tabindex="0"],input:not([disabled]),textarea:not([disabled])'

/** Ids of the dialogs that are open: the one on top has the keyboard. */
const open: string[] = []

// Taro's elements move their children once after mounting, and what is moved loses the focus.
const SETTLED_MS = 60

/** Keeps the keyboard inside the dialog while it is open and puts it back afterwards. H5 only. */
const holdKeyboard = (id: string, onEscape: () => void) => {
  const before = document.activeElement
  const controls = () => Array.from(document.getElementById(id)?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])
  const listen = (event: KeyboardEvent) => {
    if (open.at(-1) !== id) return
    if (event.key === 'Escape') return onEscape()
    if (event.key !== 'Tab') return
    const inside = controls()
    const edge = event.shiftKey ? inside[0] : inside.at(-1)
    if (document.activeElement !== edge) return
    event.preventDefault()
    const other = event.shiftKey ? inside.at(-1) : inside[0]
    other?.focus()
  }
  open.push(id)
  const opening = setTimeout(() => {
    // Whoever was quicker stays where they are.
    if (!controls().some((control) => control === document.activeElement)) controls()[0]?.focus()
  }, SETTLED_MS)
  document.addEventListener('keydown', listen)
  return () => {
    clearTimeout(opening)
    open.splice(open.indexOf(id), 1)
    document.removeEventListener('keydown', listen)
    if (before instanceof HTMLElement) before.focus()
  }
}

/** For as long as the dialog with this id is on the page. */
export const useHeldKeyboard = (id: string, onEscape: () => void) => {
  // A new callback must not move the focus, so the effect reads the latest one from here.
  const escape = useRef(onEscape)
  useEffect(() => {
    escape.current = onEscape
  })
  useEffect(() => (process.env.TARO_ENV === 'weapp' ? undefined : holdKeyboard(id, () => escape.current())), [id])
}
