import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEGAL_STATUSES } from '../child/legal-status.ts';
import type { ClockRule } from './clock-rule.ts';
import { LOOKED_AFTER_CLOCKS, NOT_CLOCKS } from './looked-after-clocks.ts';

/** What becoming looked after asks for, as the list of statutory and practice timers calls it. */
const LISTED = `care-plan placement-plan delegated-authority iro-allocate notify-start notify-end chronology-initial s20-consent
  s20-recheck s20-objection police-protection epo ico proceedings-26w pre-proceedings fgdm-offer looked-after-24h remand-plan`;

test('every row of the list is a clock, or says why it is none', () => {
  const ids = new Set([...LOOKED_AFTER_CLOCKS.map(({ id }) => id), ...Object.keys(NOT_CLOCKS)]);
  assert.deepEqual(
    LISTED.split(/\s+/).filter((id) => !ids.has(id)),
    [],
  );
});

const clashes = (rules: readonly ClockRule[]): readonly string[] =>
  rules.flatMap((a, i) =>
    rules
      .slice(i + 1)
      .filter(
        (b) =>
          b.id === a.id &&
          (b.version === a.version ||
            (a.effective !== null &&
              b.effective !== null &&
              (a.effective.ends === null || b.effective.starts < a.effective.ends) &&
              (b.effective.ends === null || a.effective.starts < b.effective.ends))),
      )
      .map(({ id }) => id),
  );

test('no two versions of a rule hold on the same day, and one that did would be noticed', () => {
  assert.deepEqual(clashes(LOOKED_AFTER_CLOCKS), []);
  const [first] = LOOKED_AFTER_CLOCKS;
  assert.ok(first !== undefined);
  assert.deepEqual(clashes([...LOOKED_AFTER_CLOCKS, { ...first, version: 2 }]), [first.id]);
});

test('a rule speaks of legal statuses there are, and is over with one only where it began with it', () => {
  for (const { id, start, doneBy, source, title } of LOOKED_AFTER_CLOCKS) {
    if (start.kind === 'legal-status') assert.ok(start.status in LEGAL_STATUSES.codes, id);
    if (doneBy === 'status-ends') assert.equal(start.kind, 'legal-status', id);
    assert.ok(source !== '' && title !== '', id);
  }
});
