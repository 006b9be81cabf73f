import type { NextConfig } from 'next';

const config: NextConfig = {
  // PGlite reads its WebAssembly from its own folder, where it must therefore stay. Next knows this of `pg`.
  serverExternalPackages: ['@electric-sql/pglite'],
};

export default config;
