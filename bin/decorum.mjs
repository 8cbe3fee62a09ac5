#!/usr/bin/env node
// Runs the command line on Node 24, which comes as a dependency, whatever Node this was started with.
import { spawnSync } from 'node:child_process'
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
  const run = spawnSync(node, [import.meta.filename, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(run.status ?? 2)
}
// Node does not strip types inside node_modules, so an installed package runs what was built.
const isInstalled = import.meta.dirname.includes(`${sep}node_modules${sep}`)
await import(isInstalled ? '../dist/cli/main.js' : '../src/cli/main.ts')
