import { useEffect, useRef } from 'react'

interface UndoKeys {
  undo: () => void
  redo: () => void
}

/** Ctrl or ⌘ with Z takes a step back, with Shift+Z (or Y) forward, also while writing (H5). */
export const useUndoKeys = (keys: UndoKeys) => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      if (key === 'z' && !event.shiftKey) latest.current.undo()
      else if (key === 'y' || key === 'z') latest.current.redo()
      else return
      event.preventDefault()
    }
    // On the way down: Taro's text fields let no key event of theirs come up.
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])
}
