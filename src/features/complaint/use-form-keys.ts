import { useEffect, useRef } from 'react'

interface FormKeys {
  onLeave: () => void
  onSubmit: () => void
}

/** Escape leaves a form, Ctrl or ⌘ with Enter hands it in, also while writing (H5). */
export const useFormKeys = (keys: FormKeys) => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined
    const listen = (event: KeyboardEvent) => {
      // An Escape or Enter that chooses among the words of an input method is not meant for the form.
      if (event.isComposing || event.defaultPrevented) return
      if (event.key === 'Escape') latest.current.onLeave()
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) latest.current.onSubmit()
      else return
      event.preventDefault()
    }
    // On the way down: Taro's text fields let no key event of theirs come up.
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])
}
