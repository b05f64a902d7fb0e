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
const OF_ITS_KIND = ['146', '178', '213', '218', '222', '526', '527', '528', '529', '530', '531', '550'];

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

/** The question that asks who provides such a home; none where nobody does. */
const providerOf = (home: string) =>
  asks.find(({ name, when }) => name.startsWith('home-provider') && when?.is.includes(home) === true);
const providersOf = (home: string): readonly string[] => {
  const question = providerOf(home);
  return question?.kind === 'one-of' ? Object.keys(question.options) : ['nobody'];
};

const foundIn = (home: string, provider: string): readonly string[] => {
  const typed = {
    'placed-on': '2026-11-18',
    home: 'Mr and Mrs Lowe',
    'home-type': home,
    [providerOf(home)?.name ?? 'home-provider']: provider,
    'home-urn': 'SC123456',
    need: 'N1',
    'began-under': 'C2',
  };
  const { answers: said, faults } = readAnswers(asks, typed, TODAY);
  assert.deepEqual(faults, []);
  const written = RECORD_WRITERS['care-begins']?.({ child: NEW, said, evidence: {}, today: TODAY });
  assert.ok(written?.kind === 'written');
  const held = withRecord({ details: NEW.details, headerYears: [], episodes: [], facts: [] }, written.child);
  const { tables } = readWritten(writeReturn(new Map([[NEW.id, held]]), { collectionYear: YEAR }));
  return validateReturn({ collectionYear: YEAR, tables, rules: OF_ITS_KIND }).findings.map(
    ({ rule }) => `${home} by ${provider}: ${rule}`,
  );
};

test('whichever home and provider are chosen when care begins, the return takes them, and a number where it asks for one', () => {
  assert.ok(homes?.kind === 'one-of');
  const offered = Object.keys(homes.options).filter((home) => home !== 'another-kind');
  assert.deepEqual(
    offered.flatMap((home) => providersOf(home).flatMap((provider) => foundIn(home, provider))),
    [],
  );
});

test('each home offers whoever may provide it, and no other', () => {
  assert.deepEqual(providersOf('R2'), ['PR3', 'PR4', 'PR5']);
  assert.ok(!providersOf('U6').includes('PR3') && !providersOf('K2').includes('PR3'));
  assert.ok(['PR1', 'PR2', 'PR3', 'PR4', 'PR5'].every((provider) => providersOf('K3').includes(provider)));
  assert.deepEqual(foundIn('P1', 'nobody'), []);
});

test('of other placements, whose kinds nothing published tells apart, none is offered', () => {
  assert.ok(homes?.kind === 'one-of');
  assert.deepEqual(
    Object.keys(homes.options).filter((home) => home.startsWith('Z')),
    [],
  );
});
