import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refused } from '@rightplace/domain';
import { forbiddenPage } from './ordinary-pages.ts';

const saidOf = (name: string): string => String(forbiddenPage(refused(name, 'Why it cannot be done.')).main);

test('an administrator is only suggested where somebody’s role is why they cannot do it', () => {
  for (const name of ['not-your-role', 'figures-only', 'team-needed', 'access-ended'])
    assert.match(saidOf(name), /Why it cannot be done\..*ask an administrator/s, name);
  for (const name of ['not-authorised', 'conflict-of-interest', 'nothing-to-open', 'own-request', 'lapsed']) {
    assert.match(saidOf(name), /Why it cannot be done\..*Nothing has been changed/s, name);
    assert.doesNotMatch(saidOf(name), /administrator/, name);
  }
});
