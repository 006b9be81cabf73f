import * as ts from 'typescript';

/** The entries of the package, and where they are in the source. */
export const entryFiles = {
  'react-iotpay': 'src/index.ts',
  'react-iotpay/server': 'src/server/index.ts',
  'react-iotpay/orders': 'src/orders/index.ts',
  'react-iotpay/testing': 'src/testing/index.ts',
  'react-iotpay/testing/server': 'src/testing/server/index.ts',
  'react-iotpay/testing/store': 'src/testing/store/index.ts',
  'react-iotpay/sandbox': 'src/sandbox/index.ts',
} as const;

export type EntryName = keyof typeof entryFiles;

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)).config,
  ts.sys,
  '.',
);
const program = ts.createProgram(Object.values(entryFiles), options);
const checker = program.getTypeChecker();

function symbolsOf(entry: EntryName): ts.Symbol[] {
  const file = program.getSourceFile(entryFiles[entry]);
  const module = file && checker.getSymbolAtLocation(file);
  if (!module) throw new Error(`${entryFiles[entry]} is no module.`);
  return checker.getExportsOfModule(module);
}

const target = (symbol: ts.Symbol) =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

function typeOf(entry: EntryName, name: string): ts.Type {
  const symbol = symbolsOf(entry).find((one) => one.name === name);
  if (!symbol) throw new Error(`${entry} exports no ${name}.`);
  return checker.getDeclaredTypeOfSymbol(target(symbol));
}

/** Everything that an entry exports: values, and types alone. */
export function exportsOf(entry: EntryName): { name: string; isValue: boolean; isExplained: boolean }[] {
  return symbolsOf(entry).map((symbol) => ({
    name: symbol.name,
    isValue: (target(symbol).flags & ts.SymbolFlags.Value) !== 0,
    isExplained: target(symbol).getDocumentationComment(checker).length > 0,
  }));
}

/** The strings of a union, e.g. every error code. */
export function stringsOf(entry: EntryName, name: string): string[] {
  const type = typeOf(entry, name);
  const members = type.isUnion() ? type.types : [type];
  return members.flatMap((member) => (member.isStringLiteral() ? [member.value] : [])).sort();
}

/** What an exported interface has, inherited members included. */
export function propertiesOf(entry: EntryName, name: string): string[] {
  return typeOf(entry, name)
    .getApparentProperties()
    .map((property) => property.name)
    .sort();
}
