import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  publicDir: fileURLToPath(new URL('../assets', import.meta.url)),
  build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5'] }, // keeps light-dark() as it is
  server: { port: 4178, strictPort: true },
});
