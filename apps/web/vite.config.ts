import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The API that `vite` (the development server) speaks to; the built application is served by the API itself.
const api = process.env['TOTRINH_API'] ?? 'http://127.0.0.1:7400';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    target: 'es2022', outDir: 'dist', emptyOutDir: true, manifest: true, sourcemap: false, chunkSizeWarningLimit: 2000,
    // Pictures and fonts as files of their own: the Content-Security-Policy admits no data: address but for pictures.
    assetsInlineLimit: 0, modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', port: 7480, strictPort: true, proxy: { '/api': { target: api }, '/sign-in': { target: api } } },
});
