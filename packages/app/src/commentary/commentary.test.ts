import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, type Day, day, type Moment, moment, POLICY, type Role } from '@rightplace/domain';
import { aChildrenWorld, type ChildrenWorld } from '../../test/children-world.ts';
import { openCommentary } from './read-commentary.ts';
import { type CommentaryToWrite, findCommentaryForm, writeCommentary } from './write-commentary.ts';

const TODAY = day('2026-11-23');
let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
});
after(() => world.close());

const people = new Map<Role, number>();
const as = async (role: Role) => {
  const person = people.get(role) ?? (await world.someone(role));
  people.set(role, person);
  return (await world.signIn(person)).signedIn;
};

const written = (said: Partial<CommentaryToWrite> = {}): CommentaryToWrite => ({
  measureId: 'cla-number',
  replaces: undefined,
  aboutDay: undefined,
  said: 'More came into care than left it.',
  doing: '',
  owner: '',
  due: undefined,
  doneOn: undefined,
  forMembers: false,
  namesAre: '',
  ...said,
});
const writeAs = async (role: Role, said?: Partial<CommentaryToWrite>) =>
  writeCommentary(world, await as(role), written(said));
const seenBy = async (role: Role, id: string, asKnown: { asOf?: Day; knownAt?: Moment } = {}) => {
  const found = await openCommentary(world, await as(role), {
    id,
    asKnown: { asOf: asKnown.asOf ?? TODAY, knownAt: asKnown.knownAt },
  });
  return found.shown;
};
const said = (shown: readonly { readonly said: string }[]): readonly string[] =>
  shown.map((each) => each.said);
const only = async (role: Role, id: string) => {
  const [first] = await seenBy(role, id);
  assert.ok(first);
  return first;
};

test('commentary is written by those the policy names and by nobody else', async () => {
  for (const role of ALL_ROLES) {
    const answer = await writeAs(role, { measureId: 'foster-share' });
    const form = await findCommentaryForm(world, await as(role), {
      measureId: 'foster-share',
      replaces: undefined,
    });
    const may = POLICY[role]['write-commentary'] !== undefined;
    assert.equal(answer.kind === 'commentary-written', may, role);
    assert.equal(form.kind === 'commentary-form', may, role);
    if (answer.kind === 'refused')
      assert.match(answer.sentence, /does not let you write commentary|never the/);
  }
});

test('what is written is seen newest first, with what is being done, and goes into the audit', async () => {
  const measureId = 'residential-share';
  await writeAs('performance', { measureId, aboutDay: day('2026-06-30'), said: 'Of June.' });
  await writeAs('director', {
    measureId,
    aboutDay: day('2026-09-30'),
    said: '  Of September.\nTwo lines.  ',
    doing: 'Look for carers',
    owner: 'Dora  Lind',
    due: day('2026-12-31'),
  });
  await writeAs('director', { measureId, aboutDay: day('2024-03-31'), said: 'Long ago.' });
  const shown = await seenBy('inspector', measureId);
  assert.deepEqual(said(shown), ['Of September.\nTwo lines.', 'Of June.', 'Long ago.']);
  assert.deepEqual(
    shown.map(({ isRecent, mayChange }) => [isRecent, mayChange]),
    [
      [true, false],
      [true, false],
      [false, false],
    ],
  );
  assert.deepEqual(
    [shown[0]?.doing, shown[0]?.owner, shown[0]?.due, shown[0]?.by],
    ['Look for carers', 'Dora Lind', '2026-12-31', 'Somebody (director)'],
  );
  const audit = await world.auditOf(measureId, 'measure');
  assert.deepEqual(
    audit.map(({ action }) => action),
    ['commentary-written', 'commentary-written', 'commentary-written'],
  );
});

test('a page of an earlier day, or as it was known then, has only what was said by then', async () => {
  const measureId = 'residential-share';
  assert.deepEqual(said(await seenBy('director', measureId, { asOf: day('2026-08-31') })), [
    'Of June.',
    'Long ago.',
  ]);
  assert.deepEqual(await seenBy('director', measureId, { knownAt: moment('2026-11-22T00:00:00Z') }), []);
});

test('a correction is a version of its own: the earlier words stay, and two cannot both take their place', async () => {
  const measureId = 'uasc-number';
  await writeAs('director', { measureId, said: 'First.', doing: 'Ask the region', due: day('2026-12-01') });
  const first = await only('director', measureId);
  const next = { measureId, replaces: first.id, said: 'Second.', doing: 'Ask the region', doneOn: TODAY };
  assert.equal((await writeAs('performance', next)).kind, 'commentary-written');
  const again = await writeAs('director', next);
  assert.ok(again.kind === 'refused' && again.name === 'written-meanwhile', again.kind);
  const shown = await seenBy('director', measureId);
  assert.equal(shown.length, 1);
  assert.deepEqual([shown[0]?.said, shown[0]?.doneOn], ['Second.', TODAY]);
  assert.deepEqual(said(shown[0]?.earlier ?? []), ['First.']);
  assert.equal((await writeAs('director', { ...next, replaces: 9_999_999 })).kind, 'not-found');
});

test('a manager writes of their own part, seen there and by the whole authority, never by another part or members', async () => {
  const measureId = 'cla-started';
  await writeAs('team-manager', { measureId, said: 'Of the East team.' });
  await writeAs('group-manager', { measureId, said: 'Of the service.' });
  await writeAs('director', { measureId, said: 'Of everybody.' });
  assert.equal((await seenBy('director', measureId)).length, 3);
  assert.deepEqual(said(await seenBy('social-worker', measureId)), ['Of everybody.', 'Of the East team.']);
  assert.equal(
    (await seenBy('group-manager', measureId)).length,
    3,
    'a service sees what is said of its teams',
  );
  const ben = (await world.signIn(world.ben)).signedIn;
  const west = await openCommentary(world, ben, {
    id: measureId,
    asKnown: { asOf: TODAY, knownAt: undefined },
  });
  assert.deepEqual(said(west.shown), ['Of everybody.']);
  assert.deepEqual([west.mayWrite, await seenBy('elected-member', measureId)], [false, []]);
  const ofService = (await seenBy('director', measureId)).find(({ whose }) => whose !== 'East team' && whose);
  const answer = await writeAs('team-manager', { measureId, replaces: ofService?.id, said: 'Not mine.' });
  assert.equal(answer.kind, 'not-found');
  const refusal = await writeAs('team-manager', { measureId, forMembers: true });
  assert.ok(refusal.kind === 'refused' && refusal.name === 'members-see-the-whole');
  const rate = await writeAs('team-manager', { measureId: 'cla-rate-10k' });
  assert.ok(rate.kind === 'refused' && rate.name === 'whole-authority-only');
});

test('those who see rounded figures see only what is marked for them, of headlines, and no earlier version', async () => {
  const measureId = 'within-20-miles';
  await writeAs('director', { measureId, said: 'Exactly 3 children moved.' });
  await writeAs('director', { measureId: 'cla-net-flow', said: 'Not a headline.', forMembers: true });
  const first = await only('director', measureId);
  for (const role of ALL_ROLES.filter((each) => POLICY[each]['view-measure'] === 'figures-only'))
    assert.deepEqual(await seenBy(role, measureId), [], role);
  await writeAs('director', { measureId, replaces: first.id, said: 'A few moved.', forMembers: true });
  for (const role of ['elected-member', 'corporate-parenting-panel', 'regional-team'] as const) {
    const shown = await seenBy(role, measureId);
    assert.deepEqual(said(shown), ['A few moved.'], role);
    assert.doesNotMatch(JSON.stringify(shown), /Exactly 3/, role);
    assert.deepEqual(await seenBy(role, 'cla-net-flow'), [], role);
  }
  assert.deepEqual(await seenBy('finance', measureId), [], 'who sees no figures sees no commentary');
});

test('words that are a child’s name or number are held back, on record, unless it is said why they are not meant so', async () => {
  const measureId = 'foster-share';
  for (const text of ['Kofi ALDENFEN moved.', 'It was nm2.', 'Quillfeather, Zoe']) {
    const answer = await writeAs('performance', { measureId, said: text });
    assert.ok(answer.kind === 'refused' && answer.name === 'names-a-child', text);
    const owner = await writeAs('performance', { measureId, doing: 'A visit', owner: text });
    assert.ok(owner.kind === 'refused' && owner.name === 'names-a-child', text);
  }
  assert.ok(!said(await seenBy('director', measureId)).some((each) => /Kofi|nm2|Zoe/.test(each)));
  const [heldBack] = await world.auditNaming('NM3');
  assert.equal(heldBack?.action, 'commentary-held-back');
  await writeAs('performance', { measureId, said: 'The NM2 road is closed.', namesAre: 'A road' });
  const [kept] = await seenBy('director', measureId);
  assert.deepEqual([kept?.said, kept?.namesAre], ['The NM2 road is closed.', 'A road']);
  const [entry] = await world.auditNaming('NM2');
  assert.deepEqual(
    [entry?.action, (entry?.detail as { namesAre?: string } | undefined)?.namesAre],
    ['commentary-written', 'A road'],
  );
});

const FAULTS: readonly [what: string, said: Partial<CommentaryToWrite>, name: string][] = [
  ['no words', { said: ' \n ' }, 'words-needed'],
  ['too many words', { said: 'x'.repeat(4001) }, 'words-needed'],
  ['an owner of nothing', { owner: 'Dora Lind' }, 'action-needed'],
  ['nothing that is done', { doneOn: TODAY }, 'action-needed'],
  ['too long an owner', { doing: 'x', owner: 'x'.repeat(201) }, 'owner-too-long'],
  ['figures of tomorrow', { aboutDay: day('2026-11-24') }, 'day-to-come'],
  ['done tomorrow', { doing: 'x', doneOn: day('2026-11-24') }, 'day-to-come'],
];
for (const [what, wrong, name] of FAULTS)
  test(`commentary is refused in words: ${what}`, async () => {
    const answer = await writeAs('director', wrong);
    assert.ok(answer.kind === 'refused', answer.kind);
    assert.equal(answer.name, name);
  });

test('commentary that cannot be put in the audit is not written', async () => {
  const before = (await seenBy('director', 'cla-ceased')).length;
  await world.withoutAudit(async () => {
    await assert.rejects(writeAs('director', { measureId: 'cla-ceased' }));
  });
  assert.equal((await seenBy('director', 'cla-ceased')).length, before);
});
