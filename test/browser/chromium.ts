import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'
import { madeOnce } from '../made-once.ts'

const libraries = join(tmpdir(), 'al2023')

/**
 * A real Chromium from npm (or the one that CHROMIUM_PATH names). A bare Debian lacks the libraries and fonts that it
 * wants; both come in the same package and are unpacked beside it.
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH']
  const executablePath = named ?? (await unpacked())
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value
  if (named === undefined) {
    env['LD_LIBRARY_PATH'] = [join(libraries, 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
    env['FONTCONFIG_PATH'] ??= join(tmpdir(), 'fonts')
  }
  return playwright.launch({
    executablePath,
    env,
    headless: true,
    // A page of a test lives for seconds: to optimise its scripts costs more than it saves.
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--js-flags=--no-opt'],
  })
}

/** Where the browser is, once one test process has unpacked all of it: another would start half of one. */
async function unpacked(): Promise<string> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
  const unpack = async (): Promise<string> => {
    await inflate(join(bin, 'al2023.tar.br'))
    return await chromium.executablePath()
  }
  await madeOnce('chromium', 'unpacked', async () => void (await unpack()))
  return await unpack()
}
