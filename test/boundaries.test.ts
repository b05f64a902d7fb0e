import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mayImport, readWith, type SourceFile, sideDoors, violations } from './boundaries.ts';

const source = (): readonly SourceFile[] =>
  globSync('packages/*/src/**/*.ts').map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8'),
  }));

const manifest = (name: string) =>
  JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as {
    exports: unknown;
    dependencies?: Record<string, string>;
  };

test('every import points the one way', () => {
  assert.deepEqual(violations(source()), []);
});

test('every package has one door, and those said beside it, and depends only on packages below it', () => {
  for (const [name, allowed] of Object.entries(mayImport)) {
    const { exports, dependencies = {} } = manifest(name);
    const doors = sideDoors[name]?.map((door) => [`./${door}`, `./src/${door}.ts`]);
    const main = './src/index.ts';
    const declared = doors === undefined ? main : Object.fromEntries([['.', main], ...doors]);
    assert.deepEqual(exports, declared, `${name} has the doors that are said`);
    const ours = Object.keys(dependencies).filter((dependency) => dependency.startsWith('@rightplace/'));
    for (const dependency of ours)
      assert.ok(allowed.includes(dependency.slice('@rightplace/'.length)), `${name} -> ${dependency}`);
  }
});

test('to check the files of a return, no library of the database or of signing in is read', () => {
  const readWithDoor = (door: string) => readWith(door, (path) => readFileSync(path, 'utf8'));
  const heavy = ['@rightplace/store', 'openid-client'];
  const files = readWithDoor('packages/app/src/files.ts');
  assert.deepEqual(
    heavy.filter((library) => files.has(library)),
    [],
  );
  const all = readWithDoor('packages/app/src/index.ts');
  assert.ok(heavy.every((library) => all.has(library)));
});

test('the check notices an import that points the wrong way', () => {
  const wrong: readonly [path: string, text: string][] = [
    ['packages/domain/src/a.ts', "import { x } from '@rightplace/store';"],
    ['packages/domain/src/a.ts', "import { readFileSync } from 'node:fs';"],
    ['packages/ssda903/src/a.ts', "export * from '@rightplace/app';"],
    ['packages/web/src/a.ts', "import type { Pool } from '@rightplace/store';"],
    ['packages/app/src/a.ts', "import { x } from '@rightplace/domain/src/calendar/day.ts';"],
    ['packages/app/src/a.ts', "const x = await import('@rightplace/web');"],
    ['packages/cli/src/a.ts', "import { x } from '@rightplace/app/measure';"],
    ['packages/domain/src/a.ts', "import { x } from '@rightplace/app/files';"],
    ['packages/app/src/a.ts', "import { x } from '../../domain/src/index.ts';"],
    ['packages/web/src/staff/a.ts', "import { x } from '../provider/b.ts';"],
    ['packages/web/src/staff/a.ts', "import { aWorld } from '../../../app/test/world.ts';"],
    ['packages/domain/src/a.test.ts', "import { aWorld } from '../../app/test/world.ts';"],
    ['packages/store/src/a.ts', "import {\n  one,\n  two,\n} from '@rightplace/app';"],
  ];
  for (const [path, text] of wrong) assert.equal(violations([{ path, text }]).length, 1, `${path}: ${text}`);
});

test('the check lets right imports be', () => {
  const right: readonly SourceFile[] = [
    {
      path: 'packages/web/src/staff/a.ts',
      text: "import { x } from '@rightplace/app';\nimport { y } from '../kit/b.ts';",
    },
    { path: 'packages/cli/src/a.ts', text: "import { x } from '@rightplace/app/files';" },
    { path: 'packages/ssda903/src/xml/a.ts', text: "import { SaxesParser } from 'saxes';" },
    { path: 'packages/domain/src/a.test.ts', text: "import { test } from 'node:test';" },
    {
      path: 'packages/web/src/staff/a.test.ts',
      text: "import { aWorld } from '../../../app/test/world.ts';",
    },
  ];
  assert.deepEqual(violations(right), []);
});
