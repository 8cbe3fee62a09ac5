// Installs the peers once (their own lock, in this folder alone) and runs the bench named on Node 24.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const here = import.meta.dirname

function run(command, args, folder) {
  const { status } = spawnSync(command, args, { cwd: folder, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const require = createRequire(import.meta.url)
  return join(dirname(require.resolve(`node-linux-${process.arch}/package.json`)), 'bin', 'node')
}

if (!existsSync(join(here, 'node_modules', '.package-lock.json')))
  run('npm', ['ci', '--loglevel=error', '--no-fund', '--no-audit'], here)
run(node24(), [join(here, `${process.argv[2] ?? 'judge'}.ts`)], join(here, '..'))
