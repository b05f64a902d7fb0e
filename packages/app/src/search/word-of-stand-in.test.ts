import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_CHECKS, addDays, addMinutes, day, londonDayOf } from '@rightplace/domain';
import { assignRole, asTenant, endRole, findCase, rolesOn } from '@rightplace/store';
import { AN_OFFER } from '../../../domain/test/search-cases.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { APPROACHED, searching, TO_DIRECTOR } from '../../test/search-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { makeDelegation } from '../delegation/make-delegation.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { openSearch } from './open-search.ts';

let world: EntryWorld;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  acting = searching(world, (await world.signIn(world.ana)).signedIn);
});
after(() => world.close());

const lastOf = async (id: number) => {
  const stored = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => findCase(tx, id));
  const last = stored?.events.at(-1);
  return { step: last?.step, by: last?.by, to: last?.to };
};
const deniesAndConfirms = async (who: SignedIn, id: number): Promise<readonly string[]> => {
  const seen = await world.seenBy(who, id);
  return seen.kind === 'case'
    ? seen.steps.map((step) => step.id).filter((step) => step === 'confirm' || step.startsWith('deny'))
    : [seen.name];
};
/** A home put to the director, whom a group manager stands in for, and approved by the word of that group manager. */
const byWordOfStandIn = async (number: string, minutes: number) => {
  const id = await acting.aSearch(number);
  await acting.anOffer(id);
  await acting.takeAll(id, TO_DIRECTOR);
  const [director, gwen] = [await world.as('director'), await world.as('group-manager')];
  const made = await makeDelegation(world, director, {
    forPerson: director.actor.id,
    role: 'director',
    standsIn: gwen.actor.id,
    reason: 'duty',
    starts: undefined,
    ends: addMinutes(world.now(), minutes),
  });
  assert.equal(made.kind, 'delegation-made');
  const officer = await world.as('placements-officer');
  const said = { 'word-of': gwen.actor.id };
  assert.equal(nameOf(await world.take(officer, id, 'approve-by-word', { said })), 'step-taken');
  return { id, gwen: () => world.as('group-manager'), forDirector: director.actor.id };
};

test('who gave their word while they stood in for the director confirms it, in that part', async () => {
  const { id, gwen, forDirector } = await byWordOfStandIn('W confirmed', 60);
  const who = await gwen();
  assert.deepEqual(await deniesAndConfirms(who, id), ['confirm', 'deny-approval']);
  const director = await world.as('director');
  assert.deepEqual(await deniesAndConfirms(director, id), [], 'nor does the director answer for them');
  assert.equal(nameOf(await world.take(director, id, 'confirm')), 'not-your-word');
  assert.equal(nameOf(await world.take(who, id, 'confirm')), 'step-taken');
  const { step, by } = await lastOf(id);
  assert.deepEqual(
    [step, by],
    ['confirm', { person: who.actor.id, part: { role: 'director', actingFor: forDirector } }],
  );
  assert.deepEqual(await deniesAndConfirms(who, id), [], 'and not twice');
  world.pass(60);
});

test('once they stand in no longer they answer for that word all the same, and do nothing else of the director’s', async () => {
  const denied = await byWordOfStandIn('W denied', 10);
  world.pass(11);
  const confirmed = await byWordOfStandIn('W late', 10);
  world.pass(120);
  const gwen = await denied.gwen();
  assert.deepEqual(await deniesAndConfirms(gwen, denied.id), ['confirm', 'deny-approval']);
  assert.equal(nameOf(await world.take(gwen, denied.id, 'deny-approval')), 'step-taken');
  const last = await lastOf(denied.id);
  assert.deepEqual(
    [last.to, last.by],
    ['with-director', { person: gwen.actor.id, part: { role: 'group-manager' } }],
    'as themselves',
  );
  for (const step of ['approve', 'give-back', 'look-on', 'confirm'])
    assert.notEqual(nameOf(await world.take(gwen, denied.id, step)), 'step-taken', step);
  assert.equal(nameOf(await world.take(gwen, confirmed.id, 'confirm')), 'step-taken');
});

/** An officer who is a director as well. */
const officerAndDirector = async (): Promise<SignedIn> => {
  const person = await world.someone('placements-officer');
  const starts = day('2026-01-01');
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    assignRole(tx, { personId: person, role: 'director', starts }),
  );
  return (await world.signIn(person)).signedIn;
};

test('who wrote the approaches, the offer and the checks does not approve the home as director, by themselves or by word', async () => {
  const both = await officerAndDirector();
  const [id, other] = [await acting.aSearch('W both'), await acting.aSearch('W other')];
  const sent = { ...APPROACHED, 'sent-on': londonDayOf(world.now()) };
  const approach = await acting.written(id, 'approach', null, sent, both);
  const offer = await acting.written(id, 'offer', approach, AN_OFFER, both);
  await acting.written(id, 'shared', offer, {}, both);
  for (const check of ALL_CHECKS)
    await acting.written(id, 'check', offer, { check, result: 'passed', evidence: 'Seen' }, both);
  await acting.takeAll(id, TO_DIRECTOR);
  await acting.anOffer(other);
  await acting.takeAll(other, TO_DIRECTOR);
  const refused = await world.take(both, id, 'approve');
  assert.ok(refused.kind === 'refused' && refused.name === 'had-a-part');
  assert.match(refused.sentence, /worked on this search in another part, so somebody else has to decide/);
  const officer = await world.as('placements-officer');
  const byWord = await world.take(officer, id, 'approve-by-word', { said: { 'word-of': both.actor.id } });
  assert.ok(byWord.kind === 'refused' && 'faults' in byWord);
  assert.deepEqual(byWord.faults, [
    {
      question: 'word-of',
      sentence:
        'Choose somebody else: they, or whom they stand in for, worked on this search in another part',
    },
  ]);
  const view = await openSearch(world, both, id);
  const told = view.kind === 'search' ? view.steps.find((step) => step.id === 'approve')?.refusal : undefined;
  assert.equal(told?.name, 'had-a-part', 'the page says why');
  assert.equal(nameOf(await world.take(both, other, 'approve')), 'step-taken', 'where others worked on it');
  assert.equal(nameOf(await world.take(await world.as('director'), id, 'approve')), 'step-taken');
});

/** Ends every part that somebody holds, from the next day on, and lets that day come. */
const endParts = async (person: string): Promise<SignedIn> => {
  const tomorrow = addDays(londonDayOf(world.now()), 1);
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    for (const { id } of await rolesOn(tx, tomorrow, Number(person))) await endRole(tx, id, tomorrow);
  });
  world.pass(24 * 60);
  return (await world.signIn(Number(person))).signedIn;
};

test('who comes for their word alone is told that the case has changed since their page was opened, and nothing of who did what', async () => {
  const director = (await world.signIn(await world.someone('director'))).signedIn;
  const officer = await world.as('placements-officer');
  const id = await acting.aSearch('W meanwhile');
  await acting.anOffer(id);
  await acting.takeAll(id, TO_DIRECTOR);
  const said = { 'word-of': director.actor.id };
  assert.equal(nameOf(await world.take(officer, id, 'approve-by-word', { said })), 'step-taken');
  const view = await world.seenBy(director, id);
  const seen = view.kind === 'case' ? view.seen : assert.fail(nameOf(view));
  await acting.takeAll(id, [['placements-officer', 'notify']]);
  const late = async (who: SignedIn, step: string) => {
    const answer = await world.take(who, id, step, { seen, key: `late ${step} of ${who.actor.id}` });
    assert.ok(answer.kind === 'refused' && answer.name === 'decided-meanwhile', nameOf(answer));
    return answer.sentence;
  };
  const told = /told the social worker and the provider on \d+ .*, after you opened this page/;
  assert.match(await late(director, 'confirm'), told, 'whoever sees the case is told who did what');
  const former = await endParts(director.actor.id);
  for (const step of ['confirm', 'deny-approval', 'approve'])
    assert.equal(
      await late(former, step),
      'This has changed after you opened this page. Nothing of yours was recorded: look at it as it is now.',
    );
  assert.equal(nameOf(await world.take(former, id, 'confirm')), 'step-taken', 'from the page as it is now');
});

test('who is a director no longer, or was one in whose name another stood in, answers for their word and does nothing else', async () => {
  const director = (await world.signIn(await world.someone('director'))).signedIn;
  const officer = await world.as('placements-officer');
  const ids = [await acting.aSearch('W ended'), await acting.aSearch('W ended, denied')];
  for (const id of ids) {
    await acting.anOffer(id);
    await acting.takeAll(id, TO_DIRECTOR);
    const said = { 'word-of': director.actor.id };
    assert.equal(nameOf(await world.take(officer, id, 'approve-by-word', { said })), 'step-taken');
  }
  const other = await acting.aSearch('W not theirs');
  const [confirmed = 0, denied = 0] = ids;
  const former = await endParts(director.actor.id);
  assert.deepEqual(await deniesAndConfirms(former, confirmed), ['confirm', 'deny-approval']);
  assert.deepEqual(await deniesAndConfirms(former, other), ['access-ended'], 'a search without their word');
  for (const step of ['notify', 'fell-through', 'approve'])
    assert.notEqual(nameOf(await world.take(former, confirmed, step)), 'step-taken', step);
  assert.equal(nameOf(await world.take(former, confirmed, 'confirm')), 'step-taken');
  assert.equal(nameOf(await world.take(former, denied, 'deny-approval')), 'step-taken');
  assert.equal((await lastOf(denied)).to, 'with-director');
  assert.deepEqual(await deniesAndConfirms(former, denied), ['access-ended'], 'and it is closed again');
  const late = await byWordOfStandIn('W stand-in ended', 10);
  const gwen = await endParts((await late.gwen()).actor.id);
  assert.deepEqual(await deniesAndConfirms(gwen, late.id), ['confirm', 'deny-approval']);
  assert.equal(nameOf(await world.take(gwen, late.id, 'confirm')), 'step-taken');
});
