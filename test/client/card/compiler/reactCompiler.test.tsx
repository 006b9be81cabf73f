import { readFileSync } from 'node:fs';
import { transformSync } from '@babel/core';
import { act, render, screen } from '@testing-library/react';
import * as React from 'react';
import * as compilerRuntime from 'react/compiler-runtime';
import * as jsxRuntime from 'react/jsx-runtime';
import ts from 'typescript';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import * as iotpayClient from '../../../../src/index';
import { installFakeIotPay, type FakeIotPay } from '../../../../src/testing/installFakeIotPay';
import type * as Fixture from './CustomCheckout';

let fixture: typeof Fixture;
let compiledCode: string;
let iotpay: FakeIotPay;

const transpile = (code: string, compilerOptions: ts.CompilerOptions) =>
  ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022, ...compilerOptions } })
    .outputText;

/** Compiles the fixture as a shop's build does, and fails where the React Compiler would leave a component alone. */
beforeAll(() => {
  const file = 'test/client/card/compiler/CustomCheckout.tsx';
  const compiled = transformSync(transpile(readFileSync(file, 'utf8'), { jsx: ts.JsxEmit.Preserve }), {
    filename: file,
    configFile: false,
    babelrc: false,
    parserOpts: { plugins: ['jsx'] },
    plugins: [['babel-plugin-react-compiler', { panicThreshold: 'all_errors' }]],
  });
  compiledCode = compiled?.code ?? '';
  const code = transpile(compiledCode, { jsx: ts.JsxEmit.ReactJSX, module: ts.ModuleKind.CommonJS });
  const modules: Record<string, unknown> = {
    react: React,
    'react/jsx-runtime': jsxRuntime,
    'react/compiler-runtime': compilerRuntime,
    'react-iotpay': iotpayClient,
  };
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the compiled fixture is a CommonJS module
  const run = new Function('module', 'exports', 'require', code) as (...args: unknown[]) => void;
  run(module, module.exports, (name: string) => modules[name]);
  fixture = module.exports as typeof Fixture;
});

beforeEach(() => {
  iotpay = installFakeIotPay();
  return iotpay.restore;
});

it('has both components of the test shop compiled by the React Compiler', () => {
  expect(compiledCode.match(/= _c\(\d+\)/g)).toHaveLength(2);
});

it('takes a payment in a shop that the React Compiler has compiled', async () => {
  const onPaid = vi.fn();
  render(<fixture.CustomCheckout onPaid={onPaid} />);
  await screen.findByText('ready');
  act(() => iotpay.succeed({ mchOrderNo: 'ORDER-7' }));
  await screen.findByText('settled');
  expect(onPaid).toHaveBeenCalledExactlyOnceWith('ORDER-7');
});

it('shows the form through a destructured containerRef in a compiled shop', async () => {
  render(<fixture.DestructuredCheckout />);
  await screen.findByText('ready');
  expect(document.querySelectorAll('section iframe')).toHaveLength(1);
});
