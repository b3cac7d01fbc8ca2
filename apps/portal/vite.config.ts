import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type ProxyOptions } from 'vite';

const API = process.env['SALLYPORT_PORTAL_URL'] ?? 'http://localhost:4200';

/** The door answers its own pages alone (R1): what a page of this server sends goes on as theirs, and nobody else's does. */
const TO_API: ProxyOptions = {
  target: API,
  changeOrigin: true,
  configure(proxy) {
    proxy.on('proxyReq', (outgoing, { headers }) => {
      if (headers.origin === `http://${headers.host}`) outgoing.setHeader('origin', new URL(API).origin);
    });
  },
};

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
    port: 5200,
    strictPort: true,
    proxy: Object.fromEntries(['/trpc', '/files'].map((path) => [path, TO_API])),
  },
});
