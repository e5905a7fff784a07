import { Html } from './html'

export const CONSOLE_STYLE = new Html(`
:root { color-scheme: light dark; --ink: #1f2a2a; --soft: #5c6b69; --paper: #faf8f3; --line: #dcd8cd; --jade: #1f6f5f; --red: #a8322a }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebe8; --soft: #9db0ab; --paper: #141a19; --line: #2d3836; --jade: #7cc7b4; --red: #f0948c } }
body { margin: 0 auto; max-width: 72rem; padding: 1rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, sans-serif; font-variant-numeric: tabular-nums }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem } a { color: var(--jade) }
nav a { margin-right: 1rem } p.note { color: var(--soft); margin: .25rem 0 }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line) } th { color: var(--soft); font-weight: 500; white-space: nowrap }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: 13px/1.5 ui-monospace, monospace } .bad { color: var(--red) }
code, button { white-space: nowrap } button { font: inherit; min-height: 44px; padding: 0 1rem; border: 1px solid var(--jade); background: none; color: var(--jade); border-radius: 6px; cursor: pointer }
button:disabled { opacity: .5 } :focus-visible { outline: 2px solid var(--jade); outline-offset: 2px }
`)
