import { reactRouter } from '@react-router/dev/vite'
import { defineConfig, type Plugin } from 'vite'
import { compiledMessages } from './src/platform/i18n/compile-messages.ts'
import { packFiles } from './src/server/files/pack-files.ts'

/** What browsers load is packed once, when it is built. */
function packedFiles(): Plugin {
  return {
    name: 'kansli-packed-files',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle: ({ dir }) => (dir ? packFiles(dir) : undefined),
  }
}

export default defineConfig({
  plugins: [compiledMessages(), reactRouter(), packedFiles()],
  build: { assetsInlineLimit: 0, sourcemap: false },
  css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' } },
  environments: {
    ssr: {
      build: {
        // The server's own entry belongs to the same build as the pages, or every module would exist twice.
        rollupOptions: { input: './src/server/main.ts' },
      },
    },
  },
})
