import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMAND, clocksPage, PAGE } from '../../scripts/clocks-page.ts';
import { LOOKED_AFTER_CLOCKS } from './looked-after-clocks.ts';

test('the page on what is due says what the table of the clocks says', () => {
  const [path, text] = PAGE;
  assert.equal(readFileSync(path, 'utf8'), text, `run: ${COMMAND}`);
});

test('a rule that is changed changes the page', () => {
  const longer = LOOKED_AFTER_CLOCKS.map((rule) =>
    rule.id === 'care-plan' ? { ...rule, allowed: { unit: 'working-days', count: 11 } as const } : rule,
  );
  assert.notEqual(clocksPage(longer), clocksPage(LOOKED_AFTER_CLOCKS));
});
