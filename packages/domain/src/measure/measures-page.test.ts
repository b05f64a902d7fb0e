import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMAND, measuresPage, PATH } from '../../scripts/measures-page.ts';
import { claNumber } from './catalogue/numbers.ts';
import { visitsOnTime } from './catalogue/visits.ts';
import { CATALOGUE } from './catalogue.ts';

test('docs/measures.md says what the measures say of themselves', () => {
  assert.equal(readFileSync(PATH, 'utf8'), measuresPage(), `run: ${COMMAND}`);
});

test('every measure is in the list with the mark of its certainty, and has an entry of its own', () => {
  const page = measuresPage();
  for (const { id, title, certainty } of CATALOGUE) {
    assert.ok(page.includes(`| \`${id}\` | ${title} | ${certainty.mark} |`), id);
    assert.ok(page.includes(`### \`${id}\`: ${title}\n`), id);
  }
});

test('what a measure needs besides the return is said, and of one that needs nothing it is not', () => {
  assert.match(measuresPage([visitsOnTime]), /until these records are kept:\* visits, visit intervals\./);
  assert.doesNotMatch(measuresPage([claNumber]), /until these records/);
});
