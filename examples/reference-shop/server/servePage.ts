import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer, searchForWorkspaceRoot, type ViteDevServer } from 'vite';

const pageFolder = fileURLToPath(new URL('../page/', import.meta.url));

/**
 * Vite, as a part of the shop's own server: one URL for the page, its API and hot reloading. A shop in production
 * serves what `vite build` made instead.
 */
export function servePage(httpServer: Server, watch: boolean): Promise<ViteDevServer> {
  return createServer({
    configFile: false,
    root: pageFolder,
    logLevel: 'warn',
    appType: 'spa',
    plugins: [react()],
    // Everything is known before the first visit: a dependency found later makes Vite reload the page, and a
    // checkout that reloads has lost its form.
    optimizeDeps: {
      include: ['react', 'react/jsx-runtime', 'react/jsx-dev-runtime', 'react-dom', 'react-dom/client'],
      noDiscovery: true,
    },
    server: {
      middlewareMode: true,
      ws: { server: httpServer },
      watch: watch ? {} : null,
      fs: { allow: [searchForWorkspaceRoot(pageFolder)] },
      warmup: { clientFiles: ['./main.tsx'] },
    },
  });
}
