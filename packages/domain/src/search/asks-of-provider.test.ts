import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NEEDS } from './needs.ts';
import { asksOfProvider, SAID_BY_PROVIDERS } from './referral.ts';

const EVERY_NEED = NEEDS.map(({ id }) => id);
const OF_SOMEBODY_ELSE = /\b(do|does|did) they\b|\btheir words\b|\bour area\b|^Fit: |\bthe provider\b/i;

test('a provider is spoken to, and not of, in everything that it is asked', () => {
  for (const kind of SAID_BY_PROVIDERS)
    for (const question of asksOfProvider(kind, EVERY_NEED)) {
      const options = question.kind === 'one-of' ? Object.values(question.options) : [];
      for (const words of [question.label, ...options])
        assert.doesNotMatch(words, OF_SOMEBODY_ELSE, `${kind}: ${question.name}`);
    }
});

test('how far a home fits is asked of each need by its name, the need first', () => {
  const asked = asksOfProvider('offer', ['school']).filter(({ name }) => name.startsWith('fits-'));
  assert.deepEqual(
    asked.map(({ label }) => label),
    ['School: does your home fit?'],
  );
  const [school] = asked;
  assert.deepEqual(school?.kind === 'one-of' && school.options, { met: 'Yes', partly: 'Partly', not: 'No' });
});
