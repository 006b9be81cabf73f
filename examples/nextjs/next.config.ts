import type { NextConfig } from 'next';

const config: NextConfig = {
  // PGlite reads its WebAssembly from its own folder, so it must stay there. Next does this for `pg` by itself.
  serverExternalPackages: ['@electric-sql/pglite'],
};

export default config;
