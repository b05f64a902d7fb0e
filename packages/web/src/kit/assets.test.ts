import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { assetPath, colourPath, findAsset } from './assets.ts';
import { type Colour, contrast, parseColour, textOn } from './colour.ts';

const body = (path: string | undefined): string => findAsset(path ?? '')?.body.toString() ?? '';

test('styles and script are named by their content and may be kept for ever', () => {
  for (const name of ['app.css', 'app.js', 'favicon.svg']) {
    const path = assetPath(name);
    assert.match(path, /^\/assets\/[\w-]+-[\w-]{12}\.(css|js|svg)$/);
    assert.match(findAsset(path)?.cacheControl ?? '', /immutable/);
  }
});

test('the styles stay light', () => {
  const size = gzipSync(body(assetPath('app.css'))).length;
  assert.ok(size < 30_000, `${size} bytes compressed`);
});

test('the styles have no typeface or mark of GOV.UK, and every picture they name is served', () => {
  const css = body(assetPath('app.css'));
  assert.doesNotMatch(css, /GDS Transport|@font-face/);
  for (const [, url = ''] of css.matchAll(/url\(["']?([^)"']+)/g)) {
    if (!url.startsWith('data:')) assert.ok(findAsset(url), url);
  }
});

test('the script imports only what is served', () => {
  const script = body(assetPath('app.js'));
  const imported = [...script.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, path]) => path ?? '');
  assert.ok(imported.length > 0);
  for (const path of imported) assert.ok(findAsset(path), path);
});

test('there is nothing at other paths, however they are written', () => {
  for (const path of [
    '/assets/',
    '/assets/../package.json',
    '/assets/images/..%2f..%2fx.svg',
    '/assets/app.css',
    '/assets/colour-zzzzzz.css',
  ]) {
    assert.equal(findAsset(path), undefined, path);
  }
});

test('a council’s colour goes into a style sheet only as a colour', () => {
  assert.equal(colourPath('#00615F'), '/assets/colour-00615f.css');
  assert.match(body('/assets/colour-00615f.css'), /--authority-background:#00615f;--authority-text:#ffffff/);
  for (const bad of ['red', '#fff', '#12345g', '#123456}body{display:none'])
    assert.equal(colourPath(bad), undefined);
});

test('words on a council’s colour can be read, whatever the colour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
      const colour = parseColour(`#${value.toString(16).padStart(6, '0')}`) as Colour;
      assert.ok(contrast(colour, textOn(colour)) >= 4.5, colour);
    }),
  );
});
