import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HandCorrection, ShownImport } from '@rightplace/app';
import { childId, moment } from '@rightplace/domain';
import { childrenCorrected, correctionsPart } from './corrections-part.ts';

const correction = (child: string, kind: HandCorrection['kind'] = 'undone'): HandCorrection => ({
  kind,
  child: childId(child),
  collectionYear: 2026,
  table: 'Episodes',
  what: 'row 2025-05-01 with LS E1',
  by: 'Ada <Osei>',
  at: moment('2026-11-20T10:00:00Z'),
});

const shown = (status: ShownImport['status'], corrections?: readonly HandCorrection[]) =>
  ({ status, report: { corrections } }) as unknown as ShownImport;
const words = (of: ShownImport): string => String(correctionsPart(of)).replaceAll(/<[^>]*>|\s+/g, ' ');

test('what loading would undo is said plainly, with whose it is, row by row', () => {
  const text = words(shown('previewed', [correction('NM1'), correction('NM2', 'ends-later')])).replaceAll(
    / +/g,
    ' ',
  );
  assert.match(text, /1 row was corrected here after it was loaded, last on 20 Nov 2026 by Ada &lt;Osei&gt;/);
  assert.match(text, /these files say something new of it, and loading puts that in place of what was typed/);
  assert.match(text, /NM1 Episodes of 2025-26: row 2025-05-01 with LS E1/);
  assert.match(text, /Kept, and told in an older return too/);
  assert.match(words(shown('applied', [correction('NM1')])), /loading put that in place of what was typed/);
});

test('nothing is said where nothing was corrected, and of very many only the first are shown and named', () => {
  assert.equal(words(shown('previewed')), '');
  const many = Array.from({ length: 205 }, (_, n) => correction(`NM${n}`));
  assert.match(words(shown('previewed', many)), /And 5 more like them/);
  assert.equal(childrenCorrected(shown('previewed', many)).length, 200);
});
