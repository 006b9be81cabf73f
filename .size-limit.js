const entry = {
  path: 'dist/index.js',
  ignore: ['react', 'react-dom', 'react/jsx-runtime'],
  gzip: true,
  // The bundler of a shop sees an ES module, with React's imports left as they are.
  modifyEsbuildConfig: (config) => ({ ...config, format: 'esm' }),
};

export default [
  { ...entry, name: 'import { IotPayCard }', import: '{ IotPayCard }', limit: '5.75 kB' },
  {
    ...entry,
    name: 'import { IotPayCard, useSecureId }',
    import: '{ IotPayCard, useSecureId }',
    limit: '6.85 kB',
  },
  { ...entry, name: 'import { IotPayCheckout }', import: '{ IotPayCheckout }', limit: '10.9 kB' },
];
