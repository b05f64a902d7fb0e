import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages = (
  JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
).packages;

test('the lockfile names every optional package, so that it installs on every kind of machine', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !Object.keys(packages).some((other) => other.endsWith(`node_modules/${name}`)))
      .map((name) => `${name}, of ${path}`),
  );
  // A mirror that lacks a platform's package makes npm leave it out, and then `npm ci` refuses the lockfile.
  assert.deepEqual(missing, []);
});

test('the lockfile records no download address', () => {
  assert.deepEqual(
    Object.values(packages)
      .map(({ resolved }) => resolved)
      .filter((address) => address?.includes('://')),
    [],
  );
});

test('our own packages depend on exact versions', () => {
  const manifests = [
    '.',
    ...['domain', 'ssda903', 'store', 'demo', 'app', 'web', 'cli'].map((name) => `packages/${name}`),
  ];
  for (const folder of manifests) {
    const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
        assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${name} in ${folder}`);
      }
    }
  }
});
