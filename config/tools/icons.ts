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

/** What a plate's colours are called in its file. */
const PLATE_PARTS = {
  ink: 'jade',
  ground: 'plate-ground',
  sheet: 'plate-sheet',
  tone: 'plate-tone',
  disc: 'plate-disc',
}
type PlatePart = keyof typeof PLATE_PARTS

/** The same planes by day and by night; in the dark the ground goes back and objects come forward. */
const PLATE_ROLES: Record<'light' | 'dark', Record<PlatePart, string>> = {
  light: { ink: 'jade', ground: 'wash', sheet: 'paper', tone: 'wash-2', disc: 'paper' },
  dark: { ink: 'jade', ground: 'sheet', sheet: 'wash', tone: 'wash-2', disc: 'wash' },
}

/** The lines and planes inside a plate, with `{ground}` where a colour goes, and the sentence it shows. */
export const plateLines = (svg: string): { says: string; lines: string } => ({
  says: /<title>([^<]*)<\/title>/.exec(svg)?.[1] ?? '',
  lines: Object.entries(PLATE_PARTS)
    .reduce((text, [part, name]) => text.replace(new RegExp(`var\\(--${name},[^)]*\\)`, 'g'), `{${part}}`), svg)
    .replace(/<title>[^<]*<\/title>/, '')
    .replace(/^\s*<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/>\s+</g, '><')
    .trim()
    .replace(/"/g, "'"),
})

/** The values of the colour roles under one of the theme classes of tokens.css. */
const rolesOf = (tokens: string, theme: 'light' | 'dark'): Map<string, string> => {
  const block = new RegExp(`^\\.theme-${theme} \\{([^}]*)\\}`, 'm').exec(tokens)?.[1] ?? ''
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, role = '', value = '']) => [role, value]),
  )
}

/** Each drawing once, without colours: the mini-program has no inline SVG, and a mask would show through its planes. */
const plateFile = (plates: Drawing[], tokens: string): string => {
  const palette = (theme: 'light' | 'dark') => {
    const roles = rolesOf(tokens, theme)
    const parts = Object.entries(PLATE_ROLES[theme]).map(([part, role]) => `${part}: '${roles.get(role)}'`)
    return `  ${theme}: { ${parts.join(', ')} },\n`
  }
  const rows = plates.map(({ name, svg }) => {
    const { says, lines } = plateLines(svg)
    return `  '${name}': {\n    says: '${says}',\n    lines:\n      "${lines}",\n  },\n`
  })
  return [
    '// Written by config/tools/icons.ts from the SVG files beside this one.\n',
    "import type { PlateName } from '../../domain/culture/plate.names'\n\n",
    `export const platePalette = {\n${palette('light')}${palette('dark')}} as const\n\n`,
    'export const plateDrawings: Record<PlateName, { says: string; lines: string }> = {\n',
    ...rows,
    '}\n',
  ].join('')
}

/** Every generated file with its text. */
export const generated = (ui = UI): { file: string; text: string }[] => {
  const icons = drawingsIn(path.join(ui, 'icons'))
  const motifs = drawingsIn(path.join(ui, 'motifs'))
  const plates = drawingsIn(path.join(ui, 'plates'))
  const tokens = readFileSync(path.join(ui, 'tokens.css'), 'utf8')
  return [
    { file: path.join(ui, 'plates/plate.drawings.ts'), text: plateFile(plates, tokens) },
    { file: path.join(ui, 'icons.css'), text: maskRules('icon', icons) },
    { file: path.join(ui, 'motifs.css'), text: maskRules('motif', motifs) },
    { file: path.join(ui, 'icon.names.ts'), text: nameList(icons) },
  ]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, text } of generated()) writeFileSync(file, text)
}
