#!/usr/bin/env node
// Runs the command line on Node 24, which comes as a dependency, whatever Node this was started with.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

if (Number(process.versions.node.split('.')[0]) < 24) {
  let node
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-linux-${process.arch}/package.json`)
    node = join(dirname(manifest), 'bin', 'node')
  } catch {
    console.error('decorum runs on Node 24; install it, or run `npm ci` so that it comes along.')
    process.exit(2)
  }
  // A production then stays within 128 MB, however many records it has (docs/speed-production.md).
  const flags = ['--max-semi-space-size=16']
  // The channel tells the one that runs when this one is gone, even if it was killed.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const run = spawn(node, [...flags, import.meta.filename, ...process.argv.slice(2)], { stdio })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal))
  const { code, signal } = await new Promise((resolve) => {
    run.on('error', () => resolve({ code: 2, signal: null }))
    run.on('exit', (exitCode, exitSignal) => resolve({ code: exitCode, signal: exitSignal }))
  })
  process.exit(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 2))
}
// Node does not strip types inside node_modules, so an installed package runs what was built.
const isInstalled = import.meta.dirname.includes(`${sep}node_modules${sep}`)
await import(isInstalled ? '../dist/cli/main.js' : '../src/cli/main.ts')
