import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'

/** What is needed to start a Chromium that can draw Chinese: plain data, so that a global setup can hand it to workers. */
export interface Chromium {
  executablePath: string
  env: Record<string, string>
}

const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const run = promisify(execFile)

/**
 * Prepares a Chromium in `folder`: the system's own where there is one, else the one that its npm package carries.
 * Extract once per test run into a fresh folder: a half-written binary is accepted by the package as a whole one.
 */
export const prepareChromium = async (folder: string): Promise<Chromium> => {
  const fonts = await writeFontConfig(folder)
  if (existsSync(SYSTEM_CHROMIUM)) return { executablePath: SYSTEM_CHROMIUM, env: fonts }
  const { stdout } = await run(
    process.execPath,
    ['--input-type=module', '-e', EXTRACT],
    // The package unpacks NSS, NSPR and expat only where it believes itself on that platform.
    { env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } },
  )
  return { executablePath: stdout.trim(), env: { ...fonts, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') } }
}

const EXTRACT = `
const { default: chromium } = await import('@sparticuz/chromium')
process.stdout.write(await chromium.executablePath())
`

const writeFontConfig = async (folder: string) => {
  const chinese = path.join(path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts')
  const cache = path.join(folder, 'font-cache')
  await mkdir(cache, { recursive: true })
  const file = path.join(folder, 'fonts.conf')
  const generic = ['sans-serif', 'serif', 'monospace', 'system-ui', 'PingFang SC', 'Microsoft YaHei']
  const aliases = generic.map(
    (family) =>
      `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="append" binding="same"><string>Noto Sans Hans</string></edit></match>`,
  )
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${chinese}</dir><cachedir>${cache}</cachedir>${aliases.join('')}</fontconfig>`,
  )
  return { FONTCONFIG_FILE: file }
}
