import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
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
