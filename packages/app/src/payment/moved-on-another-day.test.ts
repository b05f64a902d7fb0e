/** A child who moves on another day than the price was agreed from: what is paid, told and written. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, day, POLICY, sumPence } from '@rightplace/domain';
import {
  type AgreementWorld,
  anAgreementWorld,
  KOFI_MOVED as MOVED,
  typedFrom,
} from '../../test/agreement-world.ts';
import { agreementsIn, laneHouseOffered, rowsOf } from '../../test/agreements-in.ts';
import { aChild, anEpisode } from '../../test/children-world.ts';
import { nameOf as name } from '../../test/name-of.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { additionsAtMove } from './additions-at-move.ts';
import { agreementDocument } from './agreement-document.ts';
import { beginAgreement } from './make-agreement.ts';
import { downloadPayments } from './payment-file.ts';

let world: AgreementWorld;
let officer: SignedIn;
let finance: SignedIn;
let agreements: ReturnType<typeof agreementsIn>;
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
  finance = await world.as('finance');
  agreements = agreementsIn(world, officer);
});
after(() => world.close());

/** Agreed from a week later, with a first month. */
const A_WEEK_LATER = typedFrom('2025-05-11', '2025-06-09');
const confirmed = (on: string) =>
  [
    ['notify', 'notified'],
    ['move-first', 'move-date-confirmed', { 'moves-on': on }],
  ] as const;

/** An offer that is chosen, with its first day and a first month. */
const anOffered = async (child: string, startsOn: string): Promise<number> => {
  const caseId = await world.search(child);
  const said = {
    'core-weekly': '5600.00',
    'starts-on': startsOn,
    additions: [
      {
        what: '2:1 staffing',
        weekly: '2800',
        starts: startsOn,
        ends: '2026-12-30',
        why: 'The first month',
      },
      { what: 'Holiday club', weekly: '70', starts: '2027-02-15', ends: '2027-02-19', why: 'Half-term' },
    ],
  };
  await laneHouseOffered(world, officer, { caseId, said });
  return caseId;
};

test('a child who comes a week early is paid for from their first night, and the first month is theirs whole', async () => {
  const id = await agreements.made(await world.search('NM1', MOVED), A_WEEK_LATER);
  const view = await agreements.seen(id);
  assert.deepEqual(
    view.terms.lines.map(({ name: what, starts, ends }) => [what, starts, ends]),
    [
      ['Core fee', MOVED, null],
      ['2:1 staffing', MOVED, '2025-06-03'],
    ],
  );
  assert.deepEqual(view.putFromMove, {
    agreedFrom: '2025-05-11',
    lines: [
      {
        name: '2:1 staffing',
        agreed: { starts: '2025-05-11', ends: '2025-06-10' },
        now: { starts: MOVED, ends: '2025-06-03' },
      },
    ],
  });
  const month = view.payments.filter(({ line }) => line.name === '2:1 staffing');
  assert.equal(
    month.reduce((sum, { nights }) => sum + nights, 0),
    30,
  );
  const file = await downloadPayments(world, finance, {
    within: { starts: day('2025-04-28'), ends: day('2025-07-01') },
    purpose: 'paying-providers',
  });
  assert.ok(file.kind === 'file');
  const rows = rowsOf(file.text).filter(([agreement]) => agreement === String(id));
  assert.equal(rows[0]?.[7], MOVED, 'and nothing before it');
  const inFile = rows.reduce((sum, row) => sum + Math.round(Number(row[11]) * 100), 0);
  const listed = view.payments.filter(({ starts }) => starts < '2025-07-01');
  // The last week of the list goes over the end of the file by no night: 30 June is a Monday.
  const june = listed.filter(({ ends }) => ends <= '2025-07-01').map(({ amount }) => amount);
  const monday = (560_000 - (560_000 % 7)) / 7;
  assert.equal(inFile, sumPence(june) + monday);
});

test('the dates that were agreed stay in the story, and what is recorded later begins with those of the move', async () => {
  const id = await agreements.made(await world.search('NM1', MOVED), A_WEEK_LATER);
  const own = {
    which: '1',
    starts: '2025-05-11',
    ends: '2025-06-09',
    why: 'The home had one carer until then',
  };
  assert.equal(name(await agreements.change(id, 'addition-nights', own)), 'agreement-saved');
  const view = await agreements.seen(id);
  assert.deepEqual(
    view.terms.lines.map(({ starts, ends }) => [starts, ends]),
    [
      [MOVED, null],
      ['2025-05-11', '2025-06-10'],
    ],
  );
  assert.match(JSON.stringify(view.story[0]?.said), /2:1 staffing, £2,800 a week from 4 May 2025/);
});

test('the document says from when the price was agreed and runs, and the rule by which additions move', async () => {
  const id = await agreements.made(await world.search('NM1', MOVED), A_WEEK_LATER);
  const made = await agreementDocument(world, officer, id);
  assert.ok(made?.kind === 'agreement-document');
  const text = JSON.stringify(made.document.blocks);
  for (const said of [
    'The price was agreed from 11 May 2025 and runs from the move on 4 May 2025.',
    '2:1 staffing moved with it: it was agreed for the nights from 11 May 2025 to 9 June 2025.',
    'begins with the night of the move, whichever day that is',
  ])
    assert.ok(text.includes(said), said);
});

test('once a day is confirmed the price is committed from it, with what begins with the child', async () => {
  const caseId = await world.search('NM2');
  const id = await agreements.made(caseId, typedFrom('2026-12-01', '2026-12-30'));
  await world.goOn(caseId, confirmed('2026-11-26'));
  const view = await agreements.seen(id);
  // From 26 November to 31 March there are 126 nights, and thirty with two staff.
  assert.equal(view.position.committed, (560_000 / 7) * 126 + (280_000 / 7) * 30);
  assert.deepEqual(view.position.incurred, 0);
});

test('whoever confirms the day sees what moves with it, by the offer while there is no agreement', async () => {
  const caseId = await anOffered('NM6', '2026-12-01');
  const before = await additionsAtMove(world, officer, caseId);
  assert.deepEqual(
    [before?.agreement, before?.moves, before?.agreedFrom, before?.lines.map(({ name: what }) => what)],
    [undefined, undefined, '2026-12-01', ['2:1 staffing']],
  );
  await world.goOn(caseId, confirmed('2026-11-26'));
  const then = await additionsAtMove(world, officer, caseId);
  assert.deepEqual(then?.lines[0]?.now, { starts: '2026-11-26', ends: '2026-12-26' });
  const begun = await beginAgreement(world, officer, caseId);
  assert.ok(begun.kind === 'to-agree');
  assert.deepEqual(begun.given['starts-on'], '2026-11-26');
  assert.deepEqual(
    (begun.given['additions'] as readonly Readonly<Record<string, string>>[]).map(({ starts, ends }) => [
      starts,
      ends,
    ]),
    [
      ['2026-11-26', '2026-12-25'],
      ['2027-02-15', '2027-02-19'],
    ],
    'the agreement begins with the nights of the move',
  );
  const id = await agreements.made(caseId, typedFrom('2026-12-01', '2026-12-30'));
  const agreed = await additionsAtMove(world, officer, caseId);
  assert.deepEqual(
    [agreed?.agreement, agreed?.lines[0]?.now],
    [id, { starts: '2026-11-26', ends: '2026-12-26' }],
  );
});

test('who is told what moves with a child is who sees what the placement costs, role by role', async () => {
  const caseId = await anOffered('NM1', '2026-12-01');
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const told = await additionsAtMove(world, who, caseId);
    const maySee = POLICY[role]['see-agreement'];
    const opens = POLICY[role]['see-placement-request'];
    const isNear = (scope: string | undefined) => scope !== undefined && scope !== 'own-cases';
    assert.equal(told !== undefined, isNear(maySee) && isNear(opens), role);
    assert.equal(
      told?.mayChange ?? false,
      told !== undefined && isNear(POLICY[role]['make-agreement']),
      role,
    );
  }
  const person = await world.someone('placements-officer');
  await world.conflict('NM1', person);
  const conflicted = (await world.signIn(person)).signedIn;
  assert.equal(await additionsAtMove(world, conflicted, caseId), undefined);
});

test('a return that puts the day of the move right moves the price and what begins with the child, and one that takes the move back stops it', async () => {
  const home = { place: 'K2', postcode: 'PE21 0AB', urn: 'SC900001' };
  const recorded = (movedOn: string | undefined, at: string) => {
    const before = anEpisode({ decom: '2024-02-01', ...(movedOn && { dec: movedOn, rec: 'X1' }) });
    const after = movedOn === undefined ? [] : [anEpisode({ decom: movedOn, rne: 'P', ...home })];
    return world.saveChildren([aChild('NM92', { episodes: [before, ...after] })], at);
  };
  await recorded('2026-11-02', '2026-11-23T09:00:00Z');
  const caseId = await world.search('NM92');
  await world.goOn(caseId, [
    ...confirmed('2026-11-02'),
    [
      'moved-home',
      'moved',
      {
        'moved-on': '2026-11-02',
        'home-type': home.place,
        'home-postcode': home.postcode,
        'home-urn': home.urn,
      },
    ],
  ]);
  const id = await agreements.made(caseId, typedFrom('2026-11-02', '2026-12-01'));
  const paidFrom = async () => {
    const view = await agreements.seen(id);
    const { starts, ends } = view.terms.lines[1] ?? {};
    return [view.stay?.starts, view.payments.at(0)?.starts, starts, ends];
  };
  assert.deepEqual(await paidFrom(), ['2026-11-02', '2026-11-02', '2026-11-02', '2026-12-02']);
  await recorded('2026-10-30', '2026-11-23T10:00:00Z');
  assert.deepEqual(await paidFrom(), ['2026-10-30', '2026-10-30', '2026-10-30', '2026-11-29']);
  await recorded('2026-11-04', '2026-11-23T11:00:00Z');
  assert.deepEqual(await paidFrom(), ['2026-11-04', '2026-11-04', '2026-11-04', '2026-12-04']);
  await recorded(undefined, '2026-11-23T12:00:00Z');
  assert.deepEqual((await paidFrom()).slice(0, 2), [undefined, undefined]);
  assert.equal((await agreements.seen(id)).movedUnrecorded, '2026-11-02', 'and it says so');
});
