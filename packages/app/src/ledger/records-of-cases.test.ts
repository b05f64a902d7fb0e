import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, type Moment, type Records, type Role } from '@rightplace/domain';
import { asTenant, ledgerSigns } from '@rightplace/store';
import { known } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { aPanelWorld, type PanelWorld, TODAY } from '../../test/panel-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { openFromCase } from '../cases/open-from-case.ts';
import { beginEntry } from '../entry-to-care/begin-entry.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { createLedgers, type Ledgers } from './ledgers.ts';
import { STATES_RECORDED } from './records-of-cases.ts';

let world: PanelWorld;
let ana: SignedIn;
const people = new Map<Role, SignedIn>();
before(async () => {
  world = await aPanelWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  for (const role of ROLES) people.set(role, await world.as(role));
});
after(() => world.close());

const ROLES = [
  'team-manager',
  'group-manager',
  'director',
  'placements-officer',
  'reviewing-officer',
] as const satisfies readonly Role[];
const whoIs = (role: (typeof ROLES)[number] | 'ana'): SignedIn =>
  role === 'ana' ? ana : (people.get(role) as SignedIn);

const TOLD = ['palacRequests', 'emergencyStarts', 'panelHearings', 'entryDecisions', 'panelSupport'] as const;

const recordsBy = (ledgers: Ledgers, knownAt?: Moment): Promise<Records> =>
  asTenant(
    world.db,
    { authorityId: NORTHMARSH, ...(knownAt === undefined ? {} : { knownAt }) },
    async (tx) => {
      const { records = {} } = (await ledgers.load(tx, NORTHMARSH, knownAt)).context;
      return Object.fromEntries(TOLD.map((kind) => [kind, records[kind]]));
    },
  );

/** Ledgers that never look whether cases came into a state of that name. */
const forgetting = (state: string): Ledgers =>
  createLedgers(world.now, (tx, asked) =>
    ledgerSigns(tx, {
      ...asked,
      cameInto: asked.cameInto.map(({ states, ...process }) => ({
        ...process,
        states: states.filter((each) => each !== state),
      })),
    }),
  );

/** Into which a case comes without any change of a record: that it did is the only sign. */
const FORGOTTEN = [
  'with-team-manager',
  'draft',
  'returned',
  'rejected',
  'raised',
  'refused',
  'diverted',
  'authorised',
];

type Taken = readonly [
  who: (typeof ROLES)[number] | 'ana',
  step: string,
  said?: Readonly<Record<string, unknown>>,
];

/** What was told after each step, and by which moment. */
const moments: { readonly at: Moment; readonly records: Records }[] = [];
const forgetful = new Map<string, Ledgers>();
const caught = new Set<string>();

/** After whatever happened: a kept ledger tells what one made anew tells, and whoever forgets a sign is found out. */
const mustFollow = async (): Promise<Records> => {
  const [kept, anew] = [await recordsBy(world.ledgers), await recordsBy(createLedgers(world.now))];
  assert.deepEqual(kept, anew);
  for (const [state, ledgers] of forgetful)
    if (JSON.stringify(await recordsBy(ledgers)) !== JSON.stringify(anew)) caught.add(state);
  moments.push({ at: world.now(), records: anew });
  world.pass(1);
  return anew;
};

const take = async (id: number, steps: readonly Taken[]): Promise<void> => {
  for (const [who, step, said] of steps) {
    const taken = await world.step(whoIs(who), id, step, said);
    assert.equal(nameOf(taken), 'step-taken', `${step}: ${'sentence' in taken ? taken.sentence : ''}`);
    await mustFollow();
  }
};
const last = (): Records => moments.at(-1)?.records ?? {};
const AT_TEN_PAST_EIGHT = '2026-11-23T08:10:00.000000Z';
const requestsOf = (child: string) => last().palacRequests?.filter((each) => each.child === child) ?? [];

test('before anybody asks for care nothing is kept of it, which is not nought', async () => {
  const recorded = new Set(STATES_RECORDED.flatMap(({ states }) => states));
  for (const state of FORGOTTEN) {
    assert.ok(recorded.has(state), state);
    forgetful.set(state, forgetting(state));
  }
  assert.deepEqual(await mustFollow(), Object.fromEntries(TOLD.map((kind) => [kind, undefined])));
});

test('a request counts each time that it is sent on, with what was decided of it, as soon as it is', async () => {
  const id = await world.begin('R twice');
  await world.fillIn(id, ana);
  await take(id, [['ana', 'submit']]);
  assert.deepEqual(
    requestsOf('R twice').map(({ outcome, decidedAt, emergency }) => [outcome, decidedAt, emergency]),
    [[null, null, false]],
  );
  await take(id, [
    ['team-manager', 'return-to-draft'],
    ['ana', 'submit'],
    ['team-manager', 'support'],
    ['group-manager', 'return'],
    ['ana', 'submit'],
    ['team-manager', 'support'],
    ['group-manager', 'reject'],
  ]);
  assert.deepEqual(
    requestsOf('R twice').map(({ outcome }) => outcome),
    ['returned', 'returned', 'rejected'],
  );
});

test('an emergency is a start of its own at once, moved before it was approved, and is decided by its full request', async () => {
  const key = 'R night';
  const first = await world.begin('R night');
  await world.step(ana, first, 'withdraw');
  await mustFollow();
  const begun = await beginEntry(world, ana, { key, emergency: true, child: known('R night') });
  assert.ok(begun.kind === 'entry-begun', nameOf(begun));
  await world.fillIn(begun.id, ana);
  await mustFollow();
  await take(begun.id, [
    ['team-manager', 'manager-approve'],
    ['director', 'director-approve'],
    ['ana', 'placed', { 'placed-on': TODAY, 'placed-at': '08:10' }],
  ]);
  assert.deepEqual(last().emergencyStarts, [{ child: 'R night', on: TODAY }]);
  const moved = requestsOf('R night').find(({ movedAt }) => movedAt !== null);
  assert.deepEqual([moved?.movedAt, moved?.outcome, moved?.emergency], [AT_TEN_PAST_EIGHT, null, true]);

  const full = await openFromCase(world, ana, { id: begun.id, key: 'full' });
  assert.ok(full.kind === 'opened-from', nameOf(full));
  await mustFollow();
  await world.fillIn(full.id, ana);
  await take(full.id, [
    ['ana', 'submit'],
    ['team-manager', 'support'],
    ['group-manager', 'authorise'],
    ['director', 'director-authorise'],
  ]);
  const decided = requestsOf('R night');
  assert.deepEqual(
    decided.map(({ outcome, emergency, movedAt }) => [outcome, emergency, movedAt]),
    [['authorised', true, AT_TEN_PAST_EIGHT]],
    'one child, one request, one move',
  );
});

test('an emergency that was refused in the night was decided then', async () => {
  const id = await world.begin('R refused', ana, true);
  await world.fillIn(id, ana);
  await mustFollow();
  await take(id, [['team-manager', 'manager-refuse']]);
  assert.deepEqual(
    requestsOf('R refused').map(({ outcome, emergency, movedAt }) => [outcome, emergency, movedAt]),
    [['rejected', true, null]],
  );
});

test('what a panel heard, decided and agreed to give is told of the meeting it was listed for last', async () => {
  await world.runPanels();
  const id = await world.withDirector('R panel');
  const referral = await world.refer(id, ana);
  const later = day('2026-11-30');
  await world.arrange(whoIs('placements-officer'), { on: later });
  await world.meet('entry-to-care-panel');
  await take(referral, [
    ['placements-officer', 'list', { 'meeting-on': later }],
    ['placements-officer', 'list', { 'meeting-on': TODAY }],
    [
      'reviewing-officer',
      'divert',
      {
        support: [
          { what: 'Family worker', weekly: '140', starts: '2026-11-24', ends: '2027-01-31', owner: 'Jo' },
          { what: 'A bed', weekly: '60', starts: '2026-11-24', ends: '', owner: 'Jo' },
        ],
      },
    ],
  ]);
  const panel = 'entry-to-care-panel';
  assert.deepEqual(last().panelHearings, [{ child: 'R panel', panel, on: TODAY, outcome: 'diverted' }]);
  assert.deepEqual(last().entryDecisions, [{ child: 'R panel', on: TODAY, decision: 'kept-at-home' }]);
  assert.deepEqual(last().panelSupport, [
    { child: 'R panel', panel, agreedOn: TODAY, starts: '2026-11-24', ends: '2027-02-01', weekly: 14000 },
    { child: 'R panel', panel, agreedOn: TODAY, starts: '2026-11-24', ends: null, weekly: 6000 },
  ]);
});

test('as known at each moment on the way, it is what was told then', async () => {
  assert.ok(moments.length > 20);
  for (const { at, records } of moments)
    assert.deepEqual(await recordsBy(createLedgers(world.now), at), records, at);
});

test('a ledger that does not look for one of the states is found out', () => {
  assert.deepEqual([...caught].toSorted(), [...FORGOTTEN].toSorted());
});
