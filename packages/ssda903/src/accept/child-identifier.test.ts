import assert from 'node:assert/strict';
import { test } from 'node:test';
import { troubleWithChild } from './child-identifier.ts';

test('an identifier that a spreadsheet has shortened is no one’s: many children would be one', () => {
  for (const child of ['1.2E+11', '1.23457E+12', '1E+15', '1.2e+11']) {
    const trouble = troubleWithChild(child);
    assert.equal(trouble?.rule, 'unusable-child', child);
    assert.match(trouble.reason, /a spreadsheet has shortened/);
    assert.ok(trouble.reason.includes(child));
  }
});

test('what is not in a spreadsheet’s short form is an identifier, letters and signs and all', () => {
  for (const child of ['E+11', '12E11', '1.2E', 'A1.2E+11', '120000000000', '=1+1', '1E5'])
    assert.equal(troubleWithChild(child), undefined, child);
});
