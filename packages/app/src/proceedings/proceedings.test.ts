import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ALL_ROLES,
  CARE_PROCEEDINGS,
  childId,
  day,
  episodesFromTimelines,
  type Moment,
  PRE_PROCEEDINGS,
  SECTION_20,
} from '@rightplace/domain';
import { asTenant, loadLedger } from '@rightplace/store';
import { aChild } from '../../test/children-world.ts';
import { CLOCK_CHILDREN, keepClocks } from '../../test/clocks-world.ts';
import { anEntryWorld, type EntryWorld, known } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { listCasesOfChild } from '../cases/list-cases-of-child.ts';
import { openFromCase } from '../cases/open-from-case.ts';
import { openRestrictedRecord } from '../child/open-restricted.ts';
import { viewChild } from '../child/view-child.ts';
import { listDue } from '../clocks/list-clocks.ts';
import { sayOfClock } from '../clocks/say-of-clock.ts';
import { viewClocks } from '../clocks/view-clocks.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { beginProceedings } from './begin-proceedings.ts';
import { downloadProceedings } from './download-proceedings.ts';
import { listProceedings } from './list-proceedings.ts';
import { viewTimetable } from './view-timetable.ts';

let world: EntryWorld;
let ana: SignedIn;
let tess: SignedIn;
before(async () => {
  world = await anEntryWorld();
  await world.saveChildren(CLOCK_CHILDREN, '2026-11-22T09:00:00Z');
  await keepClocks(world);
  ana = (await world.signIn(world.ana)).signedIn;
  tess = await world.as('team-manager');
});
after(() => world.close());

const ALL = { what: undefined, team: undefined, over: false };

const begin = async (child: Parameters<typeof beginProceedings>[2]['child'], workflow = PRE_PROCEEDINGS.id) =>
  beginProceedings(world, ana, { key: `${workflow} ${JSON.stringify(child)}`, workflow, child });

const begun = async (...given: Parameters<typeof begin>): Promise<number> => {
  const answer = await begin(...given);
  assert.ok(answer.kind === 'proceedings-begun', nameOf(answer));
  return answer.id;
};

const take = async (
  who: SignedIn,
  id: number,
  step: string,
  said: Readonly<Record<string, unknown>> = {},
) => {
  const taken = await world.take(who, id, step, { said });
  assert.equal(nameOf(taken), 'step-taken', `${step}: ${'sentence' in taken ? taken.sentence : ''}`);
};

/** From the papers to an application that was issued, of a child in the record. */
const issued = async (number: string, on: string): Promise<number> => {
  const gateway = await begun(known(number));
  await world.fillIn(gateway, ana);
  await take(ana, gateway, 'submit');
  await take(tess, gateway, 'issue-at-once', { 'decided-on': on, 'issue-by': on });
  const opened = await openFromCase(world, ana, { id: gateway, key: `court ${number}` });
  assert.ok(opened.kind === 'opened-from', nameOf(opened));
  await world.fillIn(opened.id, ana);
  await take(ana, opened.id, 'issue', {
    'issued-on': on,
    court: 'Northmarsh Family Court',
    'case-number': '=NM26C00123',
    'next-on': '2026-12-07',
    'next-at': '10:00',
  });
  return opened.id;
};

const rowsOf = async (number: string): Promise<readonly string[]> => {
  const { children } = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => loadLedger(tx));
  const child = children.find(({ id }) => id === number);
  assert.ok(child !== undefined);
  return episodesFromTimelines(child).map(({ decom, rne, ls }) => `${decom} ${rne} ${ls}`);
};

let court = 0;

test('an order is written in the child’s record with the event, and the emergency that it ends is over its limit no more', async () => {
  court = await issued('CL4', '2026-11-21');
  const due = async () => {
    const view = await viewClocks(world, ana, childId('CL4'));
    assert.ok(view.kind === 'clocks', nameOf(view));
    return new Map([...view.open, ...view.over].map(({ clock }) => [clock.rule.id, clock.status]));
  };
  assert.equal((await due()).get('police-protection'), 'open');
  assert.equal((await due()).get('proceedings-26w'), 'open', 'begun by the case');
  await take(ana, court, 'interim-order', {
    order: 'interim-care-order',
    'made-on': '2026-11-23',
    until: '',
  });
  assert.deepEqual(await rowsOf('CL4'), ['2026-11-21 S L1', '2026-11-23 L C1']);
  assert.equal((await due()).get('police-protection'), 'done-in-time');
});

test('an order on a day that cannot be is refused at its question, and neither it nor the event is kept', async () => {
  const said = { order: 'care-order', 'made-on': '2026-11-20' };
  const refused = await world.take(ana, court, 'final-order', { said });
  assert.ok(refused.kind === 'refused' && refused.name === 'not-said' && 'faults' in refused);
  assert.deepEqual(refused.faults, [
    { question: 'made-on', sentence: 'Write 21 November 2026 or a later day: the child came into care then' },
  ]);
  const view = await world.seenBy(ana, court);
  assert.ok(view.kind === 'case' && view.state === 'before-court');
  assert.deepEqual(await rowsOf('CL4'), ['2026-11-21 S L1', '2026-11-23 L C1']);
});

test('the gateway’s case says that the application was issued, by whoever recorded it', async () => {
  const ended = await listProceedings(world, ana, { ...ALL, over: true });
  assert.ok(ended.kind === 'proceedings');
  assert.deepEqual(
    ended.lines.map(({ workflow, stage }) => [workflow, stage]),
    [[PRE_PROCEEDINGS.id, 'Ended: an application was issued']],
  );
});

test('the tracker shows the weeks, the next hearing and the court of those whom somebody reaches, and records whom it named', async () => {
  const list = await listProceedings(world, ana, ALL);
  assert.ok(list.kind === 'proceedings');
  const [line] = list.lines;
  assert.deepEqual(
    [
      line?.child.id,
      line?.weeks?.weeks,
      line?.weeks?.standing,
      line?.court?.next?.on,
      line?.orderAsked,
      line?.workers,
    ],
    ['CL4', 0, 'in-time', '2026-12-07', 'Care order', ['Ana Fenwright']],
  );
  const [listed] = await world.auditNaming('CL4');
  assert.equal(listed?.action, 'proceedings-listed');
  const ben = (await world.signIn(world.ben)).signedIn;
  const others = await listProceedings(world, ben, ALL);
  assert.ok(others.kind === 'proceedings');
  assert.deepEqual(others.lines, [], 'of another team');
});

const load = (knownAt?: Moment) =>
  asTenant(world.db, { authorityId: NORTHMARSH, knownAt }, (tx) =>
    world.ledgers.load(tx, NORTHMARSH, knownAt),
  );

const recordsKept = async (knownAt?: Moment) => {
  const { careProceedings, preProceedings } = (await load(knownAt)).context.records ?? {};
  return { careProceedings, preProceedings };
};

test('measures count the proceedings and pre-proceedings that are kept', async () => {
  assert.deepEqual(await recordsKept(), {
    careProceedings: [
      {
        case: 'northmarsh family court =nm26c00123',
        children: ['CL4'],
        issuedOn: '2026-11-21',
        finalOrderOn: null,
      },
    ],
    preProceedings: undefined,
  });
});

/** Who is told of what, by the list: written down a second time. */
const LISTED = ['team-manager', 'group-manager', 'director', 'performance', 'inspector'];

test('each role sees of the tracker what it may, and the others are refused', async () => {
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const list = await listProceedings(world, who, ALL);
    const sees = list.kind === 'proceedings' ? list.lines.length > 0 : 'refused';
    const empty = ['social-worker', 'reviewing-officer'].includes(role) ? false : 'refused';
    assert.equal(sees, LISTED.includes(role) ? true : empty, role);
  }
});

test('the list is taken away for a purpose alone, by those who may, with cells that run nothing', async () => {
  const ask = async (who: SignedIn, purpose: string) => {
    const file = await downloadProceedings(world, who, { asked: ALL, purpose });
    return file.kind === 'file' ? file.text : file.name;
  };
  assert.equal(await ask(tess, ''), 'purpose-needed');
  assert.equal(await ask(ana, 'court'), 'not-your-role');
  const text = await ask(tess, 'court');
  assert.match(text, /CL4,Teal Tarnwick/);
  assert.match(text, /,'=NM26C00123,/);
  const [taken] = await world.auditNaming('CL4');
  assert.deepEqual(
    [taken?.action, taken?.why],
    ['proceedings-downloaded', 'Court proceedings or legal advice'],
  );
});

test('of a conflict of interest nothing is told, and of a restricted record that there is one', async () => {
  const before = await listProceedings(world, tess, ALL);
  assert.ok(before.kind === 'proceedings');
  assert.deepEqual([before.lines.length, before.closed], [1, 0]);
  await world.conflict('CL4', tess.person.id);
  const conflicted = await listProceedings(world, tess, ALL);
  assert.ok(conflicted.kind === 'proceedings');
  assert.deepEqual([conflicted.lines, conflicted.closed], [[], 0]);
  assert.equal(nameOf(await world.seenBy(tess, court)), 'conflict-of-interest');
  assert.deepEqual(await listCasesOfChild(world, tess, childId('CL4')), []);
  assert.equal(nameOf(await begin(known('CL3'))), 'restricted-record');
});

test('a child who is new to the record, born or not, is theirs who began, and what is due for them too', async () => {
  const child = {
    kind: 'new',
    number: 'UNBORN1',
    givenName: '',
    familyName: 'Threlkeld',
    dateOfBirth: undefined,
    expectedOn: '2027-01-10',
    sex: undefined,
  } as never;
  const id = await begun(child);
  assert.equal(nameOf(await begin(known('UNBORN1'))), 'begun-already');
  await world.fillIn(id, ana);
  await take(ana, id, 'submit');
  const gwen = await world.as('group-manager');
  await take(gwen, id, 'enter', { 'decided-on': '2026-11-02' });
  const due = await listDue(world, ana);
  assert.ok(due?.kind === 'due-list');
  const theirs = due.mine
    .filter(({ child: { id: of } }) => of === 'UNBORN1')
    .map(({ clock }) => clock.rule.id);
  assert.deepEqual(theirs.toSorted(), ['fgdm-offer', 'pre-proceedings']);
  const [listed] = await listCasesOfChild(world, ana, childId('UNBORN1'));
  assert.deepEqual([listed?.title, listed?.stateTitle], [PRE_PROCEEDINGS.title, 'In pre-proceedings']);
});

test('whoever has what is due for a child on their list opens the child’s record, and a colleague elsewhere does not', async () => {
  const asKnown = { asOf: day('2026-11-23'), knownAt: undefined };
  const opened = async (who: SignedIn) =>
    nameOf(await viewChild(world, who, { id: childId('UNBORN1'), asKnown }));
  assert.equal(await opened(ana), 'child', 'theirs who began it');
  assert.equal(await opened(tess), 'child', 'their manager’s');
  assert.equal(await opened(await world.as('group-manager')), 'child', 'their service’s');
  const elsewhere = (await world.signIn(world.ben)).signedIn;
  assert.equal(await opened(elsewhere), 'out-of-reach');

  const details = { ...known('UNBORN1'), familyName: 'Threlkeld' };
  await world.saveChildren([aChild('UNBORN1', { details, restricted: true })], world.now());
  assert.equal(await opened(ana), 'restricted-record');
  const asked = { id: childId('UNBORN1'), reason: 'The papers go to court this afternoon' };
  assert.equal(nameOf(await openRestrictedRecord(world, elsewhere, asked)), 'out-of-reach');
  assert.equal(nameOf(await openRestrictedRecord(world, ana, asked)), 'opened');
  assert.equal(await opened(ana), 'child');
  await world.conflict('UNBORN1', ana.person.id);
  assert.equal(await opened(ana), 'conflict-of-interest');
});

test('nobody else begins them, and nobody begins care proceedings by themselves', async () => {
  const asked = { key: 'other', workflow: PRE_PROCEEDINGS.id, child: known('CL1') };
  assert.equal(nameOf(await beginProceedings(world, tess, asked)), 'not-your-role');
  const ben = (await world.signIn(world.ben)).signedIn;
  assert.equal(nameOf(await beginProceedings(world, ben, asked)), 'out-of-reach');
  assert.equal(nameOf(await begin(known('CL1'), CARE_PROCEEDINGS.id)), 'no-such-process');
});

test('an objection to section 20 is due the same day, and stands in red until a manager and legal services know', async () => {
  const id = await begun(known('CL1'), SECTION_20.id);
  await world.fillIn(id, ana);
  await take(ana, id, 'agree', { 'agreed-on': '2026-11-10', 'in-care': 'already' });
  await take(ana, id, 'object', { 'objected-on': '2026-11-23', 'objected-at': '09:00' });
  const objection = async () => {
    const view = await viewClocks(world, ana, childId('CL1'));
    assert.ok(view.kind === 'clocks');
    return [...view.open, ...view.over].find(({ clock }) => clock.rule.id === 's20-objection');
  };
  const open = await objection();
  assert.deepEqual([open?.clock.status, open?.clock.due?.on], ['open', '2026-11-23']);
  assert.deepEqual(
    open?.said.map(({ mayTakeBack }) => mayTakeBack),
    [false],
    'what a case says is not taken back beside it',
  );
  const view = await world.seenBy(ana, id);
  assert.ok(view.kind === 'case' && view.alarm === 'Objection to section 20');
  await take(ana, id, 'tell-manager', { 'told-on': '2026-11-23', 'told-at': '09:10' });
  assert.equal((await objection())?.clock.status, 'done-in-time');
});

test('what a gateway decides is counted at once, though no child’s record changed, and not as of a moment before', async () => {
  const [before, earlier, kept] = [world.now(), await load(), await recordsKept()];
  world.pass(2);
  const gateway = await begun(known('CL1'));
  await world.fillIn(gateway, ana);
  await take(ana, gateway, 'submit');
  await take(tess, gateway, 'enter', { 'decided-on': '2026-11-23' });
  const entered = { family: 'CL1', children: ['CL1'], starts: '2026-11-23', ends: null };
  assert.deepEqual(await recordsKept(), {
    ...kept,
    preProceedings: [...(kept.preProceedings ?? []), entered],
  });
  assert.deepEqual(await recordsKept(before), kept);
  const later = await load();
  assert.equal(later.ledger, earlier.ledger, 'nobody is read again');
  assert.notEqual(later.version, earlier.version);
  const [court, courtBefore] = [later, earlier].map(({ context }) => context.records?.careProceedings);
  assert.ok(court !== undefined && court === courtBefore, 'what is the same is the very same');
});

test('a clock that began in proceedings is told by title, link or number to nobody who may not see proceedings', async () => {
  const child = childId('CL4');
  const director = await world.as('director');
  const hub = await world.as('placements-officer');
  const ofCase = async (who: SignedIn) => {
    const view = await viewClocks(world, who, child);
    assert.ok(view.kind === 'clocks', nameOf(view));
    const shown = [...view.open, ...view.over];
    return {
      rules: shown.map(({ clock }) => clock.rule.id),
      fromCases: shown.flatMap(({ said }) => said).filter(({ entry }) => entry.case !== undefined).length,
    };
  };
  const [seen, hidden] = [await ofCase(director), await ofCase(hub)];
  assert.ok(seen.rules.includes('proceedings-26w') && seen.fromCases > 0);
  assert.ok(!hidden.rules.includes('proceedings-26w'));
  assert.equal(hidden.fromCases, 0);
  assert.ok(hidden.rules.length > 0, 'what the record tells is theirs to see');
  const listed = async (who: SignedIn) => {
    const list = await listDue(world, who);
    assert.ok(list?.kind === 'due-list');
    return [...list.mine, ...list.others].map(({ clock }) => clock.rule.id);
  };
  assert.ok(!(await listed(hub)).some((rule) => rule === 'proceedings-26w' || rule === 'fgdm-offer'));
  const cases = await listCasesOfChild(world, director, child);
  assert.ok(cases.length > 0);
  for (const { id } of cases) assert.equal(nameOf(await viewTimetable(world, hub, id)), 'not-your-role');
});

test('the day until which an interim order holds is told by no page, list or count to who may not see proceedings', async () => {
  const child = childId('CL4');
  const director = await world.as('director');
  const hub = await world.as('placements-officer');
  await take(ana, court, 'interim-order', {
    order: 'interim-care-order',
    'made-on': '2026-11-23',
    until: '2026-12-19',
  });
  const told = async (who: SignedIn) => {
    const [view, list] = [await viewClocks(world, who, child), await listDue(world, who)];
    assert.ok(view.kind === 'clocks' && list?.kind === 'due-list');
    const { mine, others } = list;
    return {
      view,
      text: JSON.stringify([view, [...mine, ...others].filter((line) => line.child.id === child)]),
    };
  };
  const [seen, hidden] = [await told(director), await told(hub)];
  assert.ok(seen.text.includes('2026-12-19'));
  assert.deepEqual(seen.view.withheld, []);
  assert.equal(hidden.text.includes('2026-12-19'), false);
  assert.deepEqual(
    hidden.view.withheld.map(({ rule, began }) => [rule.id, began]),
    [['ico', '2026-11-23']],
  );
  const start = hidden.view.withheld[0]?.start ?? assert.fail();
  const said = await sayOfClock(world, hub, {
    id: child,
    rule: 'ico',
    start,
    seen: 0,
    key: 'blind',
    kind: 'stopped',
    on: day('2026-11-20'),
    until: undefined,
    said: 'It ended.',
    takesBack: undefined,
  });
  assert.equal(nameOf(said), 'withheld', 'nobody says anything of what they are not shown');
});
