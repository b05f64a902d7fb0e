import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ALL_ROLES,
  childId,
  day,
  episodesFromTimelines,
  PLACEMENT_REQUEST,
  POLICY,
} from '@rightplace/domain';
import { asTenant, loadChild } from '@rightplace/store';
import { aChild, anEpisode, worker } from '../../test/children-world.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { searching, TO_DIRECTOR, TO_THE_MOVE } from '../../test/search-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { CaseView } from '../cases/open-case.ts';
import { openFromCase } from '../cases/open-from-case.ts';
import { saveEvidence } from '../cases/save-evidence.ts';
import { beginSearch } from '../search/begin-search.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

let world: EntryWorld;
let ana: SignedIn;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  acting = searching(world, ana);
});
after(() => world.close());

const view = async (id: number): Promise<CaseView> => {
  const seen = await world.seenBy(ana, id);
  assert.ok(seen.kind === 'case', nameOf(seen));
  return seen;
};
const askFor = (id: number, from: SignedIn = ana) =>
  openFromCase(world, from, { id, key: `home ${id}`, to: PLACEMENT_REQUEST.id });
const recordOf = (number: string) =>
  asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => loadChild(tx, childId(number)));

test('a home is asked for once entry to care is authorised, and what was said of the child is offered again', async () => {
  const drafted = await world.begin('H draft', ana);
  assert.equal(nameOf(await askFor(drafted)), 'nothing-to-open');
  const entry = await acting.authorised('H asks');
  assert.deepEqual(
    (await view(entry)).refers.map(({ button }) => button),
    ['Ask for a home'],
  );
  const home = await view(await acting.asked(entry));
  assert.equal(home.answers['at-their-best'], (await view(entry)).answers['at-their-best']);
  assert.equal(home.state, 'draft');
  assert.deepEqual(
    home.linked.map(({ id, isBefore }) => [id, isBefore]),
    [[entry, true]],
  );
});

test('a home asked for again after the same request for care begins with what was written of the child last', async () => {
  const entry = await acting.authorised('H again');
  const first = await acting.asked(entry);
  const { form, answers, revision } = await view(first);
  const section = form.sections.find(({ questions }) => questions.some(({ name }) => name === 'likes'));
  assert.ok(section);
  const asked = Object.fromEntries(section.questions.map(({ name }) => [name, answers[name]]));
  world.pass(5);
  const saved = await saveEvidence(world, ana, {
    id: first,
    section: section.id,
    basedOn: revision,
    typed: { ...asked, likes: 'Trains, and swimming since' },
  });
  assert.equal(nameOf(saved), 'evidence-saved');
  await acting.takeAll(first, [['social-worker', 'cancel']]);
  const opened = await openFromCase(world, ana, { id: entry, key: 'again', to: PLACEMENT_REQUEST.id });
  assert.ok(opened.kind === 'opened-from' && opened.id !== first);
  const again = (await view(opened.id)).answers;
  assert.equal(again['likes'], 'Trains, and swimming since');
  assert.equal(again['child-view'], answers['child-view'], 'and all the rest as it was asked');
  assert.notEqual(again['child-view'], undefined);
});

test('the form by which a home is asked for opens one case of that child, however often and from where it is sent', async () => {
  const [first, second] = [await acting.authorised('H one'), await acting.authorised('H two')];
  const open = (id: number) => openFromCase(world, ana, { id, key: 'one form', to: PLACEMENT_REQUEST.id });
  const opened = await open(first);
  assert.ok(opened.kind === 'opened-from', nameOf(opened));
  const before_ = await view(opened.id);
  const other = await open(second);
  assert.ok(other.kind === 'refused' && other.name === 'said-otherwise', nameOf(other));
  assert.match(other.sentence, /It began “.*” for another child/);
  assert.deepEqual(
    (await view(opened.id)).answers,
    before_.answers,
    'nothing of the second is written there',
  );
  await acting.takeAll(opened.id, [['social-worker', 'cancel']]);
  assert.deepEqual(await open(first), opened, 'also once that is over');
});

test('from the request to the move each acts in their part, and the move begins care in the record and ends the entry', async () => {
  const entry = await acting.authorised('H moves');
  const home = await acting.asked(entry);
  await acting.toSearch(home);
  await acting.anOffer(home);
  await acting.takeAll(home, [...TO_DIRECTOR, ...TO_THE_MOVE]);
  assert.equal(
    (await view(home)).steps.find(({ id }) => id === 'moved-home'),
    undefined,
    'care is to begin',
  );
  const moved = await world.take(ana, home, 'moved-in', { said: { 'placed-on': '2026-11-20' } });
  assert.equal(nameOf(moved), 'step-taken', 'sentence' in moved ? moved.sentence : '');
  assert.deepEqual([(await view(home)).state, (await view(entry)).state], ['moved', 'completed']);
  const record = await recordOf('H moves');
  assert.ok(record !== undefined);
  assert.deepEqual(
    episodesFromTimelines(record).map(({ decom, rne, ls }) => [decom, rne, ls]),
    [['2026-11-20', 'S', 'V2']],
  );
  await acting.takeAll(home, [['placements-officer', 'close']]);
  assert.equal((await view(home)).isOver, true);
});

test('a request for another home begins with what the record says, and of brothers and sisters with those who may be opened', async () => {
  const own = (id: string, givenName: string, workerNumber: string, restricted = false) =>
    aChild(id, {
      ...(restricted ? { restricted } : {}),
      details: {
        givenName,
        familyName: 'Sallow',
        dateOfBirth: day('2015-02-01'),
        siblingGroup: 'sallow',
        disabilities: ['AUT'],
      },
      facts: [worker(workerNumber)],
      episodes: [anEpisode({ decom: '2024-02-01' })],
    });
  await world.saveChildren(
    [
      own('S asks', 'Fern', 'SW1001'),
      own('S open', 'Moss', 'SW1001'),
      own('S restricted', 'Hidden', 'SW1001', true),
      own('S elsewhere', 'Faraway', 'SW2002'),
    ],
    '2026-11-01T00:00:00Z',
  );
  const begun = await beginSearch(world, ana, { key: 'from the record', child: childId('S asks') });
  assert.ok(begun.kind === 'search-begun', nameOf(begun));
  const { answers, beganWithAnswers, revision } = await view(begun.id);
  assert.deepEqual(answers, {
    health: 'Disability in the record: autism.',
    siblings: [{ name: 'Moss Sallow', age: '11' }],
  });
  assert.deepEqual([beganWithAnswers, revision], [true, 1]);
});

test('a child in care who moves has the move in the record, the home before ended with why and care going on', async () => {
  const begun = await beginSearch(world, ana, { key: 'another home', child: childId('NM1') });
  assert.ok(begun.kind === 'search-begun', nameOf(begun));
  assert.equal(
    nameOf(await beginSearch(world, ana, { key: 'once more', child: childId('NM1') })),
    'begun-already',
  );
  await acting.toSearch(begun.id);
  await acting.anOffer(begun.id);
  await acting.takeAll(begun.id, [...TO_DIRECTOR, ...TO_THE_MOVE]);
  const moved = await world.take(ana, begun.id, 'moved-home', {
    said: { 'moved-on': '2026-11-21', 'old-home-ended': 'CARPL' },
  });
  assert.equal(nameOf(moved), 'step-taken', 'sentence' in moved ? moved.sentence : '');
  const record = await recordOf('NM1');
  assert.ok(record !== undefined);
  assert.deepEqual(
    episodesFromTimelines(record)
      .slice(-2)
      .map(({ decom, rne, dec, rec, reasonPlaceChange }) => [decom, rne, dec, rec, reasonPlaceChange]),
    [
      ['2026-11-20', 'P', '2026-11-21', 'X1', 'CARPL'],
      ['2026-11-21', 'P', null, null, null],
    ],
  );
  await acting.takeAll(begun.id, [['placements-officer', 'close']]);
  const last = await view(begun.id);
  const next = await beginSearch(world, ana, { key: 'a home after it', child: childId('NM1') });
  assert.ok(next.kind === 'search-begun', nameOf(next));
  const { answers } = await view(next.id);
  assert.equal(answers['likes'], last.answers['likes']);
  assert.deepEqual([answers['child-view'], answers['needed-from']], [undefined, undefined], 'asked anew');
});

test('another home is asked for by whoever works with a child in care, and by nobody else', async () => {
  const begin = (who: SignedIn, child: string) =>
    beginSearch(world, who, { key: `begin ${child}`, child: childId(child) });
  for (const role of ALL_ROLES)
    if (role !== 'social-worker')
      assert.notEqual(nameOf(await begin(await world.as(role), 'NM5')), 'search-begun', role);
  assert.equal(nameOf(await begin(ana, 'NM2')), 'out-of-reach', 'another worker’s');
  assert.equal(nameOf(await begin(ana, 'NM3')), 'restricted-record');
  assert.equal(nameOf(await begin(ana, 'NM4')), 'not-in-care');
  assert.equal(nameOf(await begin(ana, 'no such child')), 'out-of-reach');
});

test('each role asks for, sees and acts on a request for a home as the policy has it', async () => {
  const entry = await acting.authorised('H roles');
  const home = await acting.asked(entry);
  for (const role of ALL_ROLES) {
    if (role === 'social-worker') continue;
    const somebody = await world.as(role);
    assert.notEqual(nameOf(await askFor(entry, somebody)), 'opened-from', role);
    const seen = nameOf(await world.seenBy(somebody, home)) === 'case';
    const reach = POLICY[role]['see-placement-request'];
    assert.equal(seen, reach !== undefined && reach !== 'own-cases', role);
    const taken = await world.take(somebody, home, 'submit', { key: `by ${role}` });
    assert.notEqual(nameOf(taken), 'step-taken', role);
  }
});
