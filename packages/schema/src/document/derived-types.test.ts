import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Compiles document.types.test.ts, with `change` made to types.ts in memory. */
function complaints(change?: (source: string) => string): string[] {
  const options: ts.CompilerOptions = {
    strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2023.d.ts'], types: [],
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    change && name === here('./types.ts') ? ts.createSourceFile(name, change(ts.sys.readFile(name) ?? ''), ts.ScriptTarget.ES2022) : read(name, ...rest);
  const program = ts.createProgram([here('./document.types.test.ts')], options, host);
  return ts.getPreEmitDiagnostics(program).map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

test('the hand-written types and those of the schema file are the same', () => expect(complaints()).toEqual([]));

test('and a difference is noticed: a name too many, a name too few, another type', () => {
  expect(complaints((source) => source.replace('maxFiles?: number;', 'maxFiles?: number; colour?: string;'))).not.toEqual([]);
  expect(complaints((source) => source.replace('maxFiles?: number;', ''))).not.toEqual([]);
  expect(complaints((source) => source.replace('maxFiles?: number;', 'maxFiles?: string;'))).not.toEqual([]);
});
