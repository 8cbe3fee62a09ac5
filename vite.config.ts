import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { offline } from './web/offline/build.ts'

const root = import.meta.dirname

/** The web app: `vite build` writes it to `web/dist`, each file also compressed, ready to be served as it lies. */
// Vite reads its settings from a default export, and from nowhere else.
export default defineConfig(webBuild(join(root, 'web', 'dist')))

/** How the web app is built, into a folder of the caller's choice. */
export function webBuild(outDir: string): UserConfig {
  return {
    root: join(root, 'web'),
    publicDir: join(root, 'web', 'public'),
    plugins: [react(), offline(), compressed(outDir)],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      // An inlined font or picture would need `data:` in the content security policy, and is never cached by itself.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 600,
      rolldownOptions: {
        output: {
          // The libraries change less often than our pages do: kept apart, they stay in the browser's cache.
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler|@tanstack)[\\/]/ },
            ],
          },
        },
      },
    },
    css: {
      preprocessorOptions: {
        scss: {
          loadPaths: [join(root, 'node_modules', '@uswds', 'uswds', 'packages')],
          quietDeps: true,
          silenceDeprecations: ['if-function', 'global-builtin', 'import'],
        },
      },
    },
  }
}

/** Lays a brotli and a gzip copy beside every text that was built. */
function compressed(folder: string): Plugin {
  return {
    name: 'decorum-compressed',
    apply: 'build',
    closeBundle: async () => {
      const names = await readdir(folder, { recursive: true })
      const texts = names.filter((name) => /\.(?:html|js|css|svg|json|webmanifest|wasm)$/.test(name))
      await Promise.all(texts.map((name) => compress(join(folder, name))))
    },
  }
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file)
  // The best takes ten seconds for a megabyte of WebAssembly, and saves it little.
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 1_000_000 ? 9 : 11 } }
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, quality))
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}
