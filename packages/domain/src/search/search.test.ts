import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AN_OFFER, APPROACH, logOf, type Written } from '../../test/search-cases.ts';
import { ALL_ROLES } from '../access/role.ts';
import { day } from '../calendar/day.ts';
import { readAnswers } from '../form/read-answers.ts';
import { PLACEMENT_REQUEST_STATES } from '../placement-request/states.ts';
import { ALL_CHECKS, CHECKS, faultsOfChecks, readCheck } from './checks.ts';
import { ENTRY_KINDS, type EntryKind, entryMeaning, type SearchEntry } from './log-entry.ts';
import { isOpenToChoose } from './offer.ts';
import { searchFrom } from './search.ts';
import { storyOf } from './story.ts';
import { findEntryFault } from './write-entry.ts';

const TODAY = day('2026-11-20');

/** Any log that could have been written: each entry about one before it of the kind that it is about. */
const anyLog: fc.Arbitrary<readonly SearchEntry[]> = fc
  .array(fc.tuple(fc.constantFrom(...(Object.keys(ENTRY_KINDS) as EntryKind[])), fc.nat()), { maxLength: 60 })
  .map((drawn) => {
    const written: Written[] = [];
    for (const [kind, chance] of drawn) {
      const what = entryMeaning(kind).about;
      const before = written.flatMap(([one], at) => (one === what ? [at + 1] : []));
      if (what !== undefined && before.length === 0) continue;
      written.push([kind, what === undefined ? null : (before[chance % before.length] ?? null)]);
    }
    return logOf(...written);
  });

test('no approach and no offer is lost, in whatever order the entries come, and each is counted once', () => {
  fc.assert(
    fc.property(anyLog, fc.infiniteStream(fc.nat()), (log, chance) => {
      const search = searchFrom(log);
      const of = (kind: EntryKind) => log.filter((entry) => entry.kind === kind).map(({ number }) => number);
      assert.deepEqual(
        search.approaches.map(({ number }) => number),
        of('approach'),
      );
      assert.deepEqual(
        search.offers.map(({ number }) => number),
        of('offer'),
      );
      assert.equal(new Set(search.offers.map(({ key }) => key)).size, search.offers.length);
      assert.equal(search.counts.approached, of('approach').length);
      assert.equal(search.counts.offered, of('offer').length);
      assert.ok(search.counts.replied <= search.counts.approached);
      assert.ok(search.counts.shared <= search.counts.offered);
      const shuffled = log
        .map((entry) => [chance.next().value ?? 0, entry] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, entry]) => entry);
      assert.deepEqual(searchFrom(shuffled), search);
    }),
  );
});

test('what was written stays as it was, whatever is written after it', () => {
  fc.assert(
    fc.property(anyLog, fc.nat(), (log, many) => {
      const before = searchFrom(log.slice(0, many % (log.length + 1)));
      const after = searchFrom(log);
      for (const [at, { number, provider, tier, sentOn }] of before.approaches.entries()) {
        const still = after.approaches[at];
        assert.deepEqual(
          [still?.number, still?.provider, still?.tier, still?.sentOn],
          [number, provider, tier, sentOn],
        );
      }
      for (const [at, { key, core, said }] of before.offers.entries())
        assert.deepEqual(
          [after.offers[at]?.key, after.offers[at]?.core, after.offers[at]?.said],
          [key, core, said],
        );
    }),
  );
});

test('every entry is one line of the chronology, with every step of the case beside', () => {
  fc.assert(
    fc.property(anyLog, (log) => {
      const story = storyOf([], { entries: log, search: searchFrom(log) }, () => 'Paige Marsh');
      assert.equal(story.length, log.length);
      assert.deepEqual(
        story.map(({ of }) => of),
        log.map(({ kind }) => kind).toReversed(),
      );
      for (const { sentence } of story) assert.doesNotMatch(sentence, /undefined|somebody$/);
    }),
  );
});

test('a log with an entry about nothing, or two of one number, is the store’s fault and is not read', () => {
  assert.throws(() => searchFrom(logOf(['offer', 7])), /about 7, which is not there/);
  const [first] = logOf(['approach', null]);
  assert.ok(first);
  assert.throws(() => searchFrom([first, first]), /number 1/);
});

test('a provider’s last word is their reply: declined and then offered is an offer', () => {
  const of = (...written: readonly Written[]) =>
    searchFrom(logOf(['approach', null], ...written)).approaches[0]?.reply.kind;
  assert.equal(of(), 'waiting');
  assert.equal(of(['no-reply', 1]), 'no-reply');
  assert.equal(of(['no-reply', 1], ['declined', 1, { reason: 'no-place' }]), 'declined');
  assert.equal(of(['declined', 1, { reason: 'no-place' }], ['offer', 1]), 'offer');
});

test('an approach tells when it was sent and opened, what was asked and what was answered', () => {
  const [approach] = searchFrom(
    logOf(
      ['approach', null, { 'sent-at': '09:40' }],
      ['opened', 1, { on: '2026-11-03' }],
      ['question', 1, { words: 'Is there a school?' }],
      ['answer', 3, { words: 'Yes, Brook Lane.' }],
      ['question', 1, { words: 'Any pets?' }],
    ),
  ).approaches;
  assert.deepEqual(
    [approach?.tier, approach?.channel, approach?.sentOn, approach?.sentAt, approach?.openedOn],
    ['in-house', 'phone', APPROACH['sent-on'], '09:40', '2026-11-03'],
  );
  assert.deepEqual(
    approach?.questions.map(({ asked, answer }) => [asked, answer]),
    [
      ['Is there a school?', 'Yes, Brook Lane.'],
      ['Any pets?', undefined],
    ],
  );
});

test('an offer that is withdrawn, or not shared any more, is not one to choose', () => {
  const open = (...more: readonly Written[]) =>
    searchFrom(logOf(['approach', null], ['offer', 1], ...more)).offers.map(isOpenToChoose)[0];
  assert.equal(open(), false);
  assert.equal(open(['shared', 2]), true);
  assert.equal(open(['shared', 2], ['unsuitable', 2, { reason: 'quality' }]), false);
  assert.equal(open(['shared', 2], ['withdrawn', 2]), false);
});

test('money is read to the penny: the core fee and each addition with its days and its reason', () => {
  const additions = [
    {
      what: 'Two staff to one child',
      weekly: '1250.05',
      starts: '2026-11-09',
      ends: '2026-12-06',
      why: 'To settle',
    },
    { what: 'Tuition', weekly: '90.00', starts: '2026-11-09', why: 'No school yet' },
  ];
  const [offer] = searchFrom(
    logOf(['approach', null], ['offer', 1, { ...AN_OFFER, 'core-weekly': '4100.50', additions }]),
  ).offers;
  assert.equal(offer?.core, 410_050);
  assert.deepEqual(
    offer?.additions.map(({ weekly, ends }) => [weekly, ends]),
    [
      [125_005, '2026-12-06'],
      [9000, undefined],
    ],
  );
});

test('the log takes what others answer from the tiers on, after the move as well, and nothing before or when it is over', () => {
  const search = searchFrom(logOf(['approach', null]));
  const entry = {
    kind: 'question',
    about: 1,
    said: { words: 'How old is she?' },
    by: { person: 'p', part: { role: 'placements-officer' } },
  } as const;
  const shut = Object.keys(PLACEMENT_REQUEST_STATES).filter(
    (state) => findEntryFault({ state, events: [] }, search, entry)?.name === 'log-closed',
  );
  assert.deepEqual(shut.toSorted(), [
    'cancelled',
    'clarification',
    'closed',
    'draft',
    'no-placement-found',
    'not-permitted',
    'permission-check',
    'placed',
    'quality',
    'returned',
    'to-allocate',
  ]);
});

test('an entry is about something of this search that still stands, and a gate is opened at its level', () => {
  const now = { state: 'checks', events: [] };
  const search = searchFrom(
    logOf(
      ['approach', null],
      ['offer', 1],
      ['offer', 1],
      ['withdrawn', 3, { words: 'Filled' }],
      ['question', 1],
    ),
  );
  const fault = (kind: EntryKind, about: number | null, said = {}, role = ALL_ROLES[0]) =>
    findEntryFault(now, search, {
      kind,
      about,
      said,
      by: { person: 'p', part: { role: role ?? 'director' } },
    })?.name;
  assert.equal(fault('approach', null), undefined);
  assert.equal(fault('approach', 1), 'nothing-there');
  assert.equal(fault('declined', 1), undefined);
  assert.equal(fault('declined', 2), 'nothing-there');
  assert.equal(fault('answer', 5), undefined);
  assert.equal(fault('answer', 1), 'nothing-there');
  assert.equal(fault('shared', 2), undefined);
  assert.equal(fault('shared', 3), 'offer-withdrawn');
  assert.equal(fault('not-wanted', 2), 'not-shared');
  for (const [role, name] of [
    ['director', undefined],
    ['group-manager', 'not-at-your-level'],
    ['placements-officer', 'not-at-your-level'],
  ] as const)
    assert.equal(fault('gate', 2, { gate: 'at-distance' }, role), name, role);
  assert.equal(fault('gate', 2, { gate: 'registered' }, 'director'), 'not-at-your-level');
  assert.equal(fault('gate', 2, { gate: 'of-my-own' }, 'director'), 'nothing-there');
});

test('checks stand when each is recorded, in order and not past its day', () => {
  const passed = (more: object = {}) => ({
    check: 'insurance',
    result: 'passed',
    evidence: 'Seen',
    until: undefined,
    ...more,
  });
  const all = ALL_CHECKS.map((check) => [check, readCheck(passed({ check }))] as const);
  const faults = (more: object) => {
    const read = readCheck(passed(more));
    assert.ok(read);
    const checks = new Map(all.flatMap(([id, checked]) => (checked ? [[id, checked] as const] : [])));
    return faultsOfChecks(new Map([...checks, ['insurance', read]]), TODAY);
  };
  assert.deepEqual(faults({}), []);
  assert.deepEqual(faults({ result: 'not-needed' }), []);
  assert.deepEqual(faults({ until: TODAY }), []);
  assert.deepEqual(faults({ until: day('2026-11-19') }), [
    'Insurance: what was seen held until 19 November 2026',
  ]);
  assert.deepEqual(faults({ result: 'failed' }), ['Insurance: not in order']);
  assert.deepEqual(
    faultsOfChecks(new Map(), TODAY),
    Object.values(CHECKS).map((title) => `${title}: not done`),
  );
  assert.equal(readCheck(passed({ check: 'luck' })), undefined);
});

test('what an entry asks can be read from what its own form would send', () => {
  for (const [kind, { asks }] of Object.entries(ENTRY_KINDS))
    assert.deepEqual(
      asks.map(({ name }) => name).toSorted(),
      [...new Set(asks.map(({ name }) => name))].toSorted(),
      kind,
    );
  const read = readAnswers(ENTRY_KINDS.offer.asks, AN_OFFER, TODAY);
  assert.deepEqual(read, { answers: AN_OFFER, faults: [] });
});
