import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const UI = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src/ui')

export interface Drawing {
  name: string
  svg: string
}

export const drawingsIn = (folder: string): Drawing[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.svg'))
    .sort()
    .map((file) => ({ name: file.slice(0, -'.svg'.length), svg: readFileSync(path.join(folder, file), 'utf8') }))

/** An SVG as a CSS address: what a mask needs and no more. Colour comes from the element, so only alpha counts. */
export const maskUrl = (svg: string): string => {
  const lean = svg
    .replace(/<title>[^<]*<\/title>/g, '')
    .replace(/ (width|height)="24"/g, '')
    .replace(/currentColor/g, '#000')
    .replace(/>\s+</g, '><')
    .replace(/(\.\d*?)0+(?=[^\d])/g, (_, decimals: string) => (decimals === '.' ? '' : decimals))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/"/g, "'")
  const address = lean.replace(/[%#<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `url("data:image/svg+xml,${address}")`
}

const NOTE = '/* Written by config/tools/icons.ts from the SVG files beside this one. */\n'

/** The mini-program has no inline SVG: a drawing is a mask over the current colour. */
export const maskRules = (prefix: string, drawings: Drawing[]): string =>
  NOTE + drawings.map(({ name, svg }) => `.${prefix}-${name} {\n  -webkit-mask-image: ${maskUrl(svg)};\n}\n`).join('')

const nameList = (drawings: Drawing[]): string =>
  `// Written by config/tools/icons.ts.\nexport type IconName =\n${drawings.map(({ name }) => `  | '${name}'`).join('\n')}\n`

/** Every generated file with its text. */
export const generated = (ui = UI): { file: string; text: string }[] => {
  const icons = drawingsIn(path.join(ui, 'icons'))
  const motifs = drawingsIn(path.join(ui, 'motifs'))
  return [
    { file: path.join(ui, 'icons.css'), text: maskRules('icon', icons) },
    { file: path.join(ui, 'motifs.css'), text: maskRules('motif', motifs) },
    { file: path.join(ui, 'icon.names.ts'), text: nameList(icons) },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, text } of generated()) writeFileSync(file, text)
}
