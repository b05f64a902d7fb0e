import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ChildRecord,
  type CollectionYear,
  childId,
  day,
  PLACEMENT_REQUEST,
  RECORD_WRITERS,
  readAnswers,
} from '@rightplace/domain';
import { readWritten } from '../../test/files.ts';
import { withRecord } from '../correct/with-record.ts';
import { validateReturn } from '../validate/validate.ts';
import { writeReturn } from './write-return.ts';

const TODAY = day('2026-11-20');
const YEAR: CollectionYear = 2027;
/** What the return asks of a placement by its kind: a code of the year, a provider and a number, or none. */
const OF_ITS_KIND = ['146', '178', '213', '218', '222', '526', '530', '550'];

const NEW: ChildRecord = {
  id: childId('A1'),
  details: { dateOfBirth: day('2009-04-05') },
  periodsOfCare: [],
  needs: [],
  legalStatuses: [],
  placements: [],
  facts: [],
};
const asks = PLACEMENT_REQUEST.steps.find(({ id }) => id === 'moved-in')?.asks ?? [];
const homes = asks.find(({ name }) => name === 'home-type');

const foundIn = (home: string): readonly string[] => {
  const typed = {
    'placed-on': '2026-11-18',
    home: 'Mr and Mrs Lowe',
    'home-type': home,
    'home-provider': 'PR4',
    'home-urn': 'SC123456',
    need: 'N1',
  };
  const { answers: said, faults } = readAnswers(asks, typed, TODAY);
  assert.deepEqual(faults, []);
  const evidence = { 'legal-basis': 'C2' };
  const written = RECORD_WRITERS['care-begins']?.({ child: NEW, said, evidence, today: TODAY });
  assert.ok(written?.kind === 'written');
  const held = withRecord({ details: NEW.details, headerYears: [], episodes: [], facts: [] }, written.child);
  const { tables } = readWritten(writeReturn(new Map([[NEW.id, held]]), { collectionYear: YEAR }));
  return validateReturn({ collectionYear: YEAR, tables, rules: OF_ITS_KIND }).findings.map(
    ({ rule }) => `${home}: ${rule}`,
  );
};

test('whichever home is chosen when care begins, the return has a code for it, and its provider and number as it asks', () => {
  assert.ok(homes?.kind === 'one-of');
  assert.deepEqual(Object.keys(homes.options).flatMap(foundIn), []);
});
