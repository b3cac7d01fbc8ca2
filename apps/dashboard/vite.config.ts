import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env['SALLYPORT_STAFF_URL'] ?? 'http://localhost:4100';

export default defineConfig({
  plugins: [tanstackRouter(), react(), tailwindcss()],
  publicDir: fileURLToPath(new URL('../../packages/ui/assets', import.meta.url)),
  build: {
    assetsInlineLimit: 0, // the Content-Security-Policy allows no data: addresses
    modulePreload: { polyfill: false },
    target: 'es2023',
    // Schemas are built by calls without side effects: those that a screen does not use fall away, and zod with them.
    rolldownOptions: {
      treeshake: { manualPureFunctions: ['z', 'singleLine', 'multiLine', 'idOf', 'pageOf'] },
    },
  },
  server: {
    port: 5100,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/trpc', '/upload', '/files'].map((path) => [path, { target: API, changeOrigin: true }]),
    ),
  },
});
