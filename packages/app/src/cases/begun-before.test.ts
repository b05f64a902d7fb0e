/** A form that begins a case, sent again for another child or with other words: nobody is led to write about one child in another’s case. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day, PRE_PROCEEDINGS, SECTION_20 } from '@rightplace/domain';
import { asTenantReading, listCases, listCasesOf, loadChild } from '@rightplace/store';
import { aChild, worker } from '../../test/children-world.ts';
import { known } from '../../test/entry-world.ts';
import { aLeavingWorld, type LeavingWorld } from '../../test/leaving-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { NewChild } from '../child/new-child.ts';
import { beginEntry } from '../entry-to-care/begin-entry.ts';
import { beginLeaving } from '../leaving-care/begin-leaving.ts';
import { referToResourcesPanel } from '../panel/refer-to-panel.ts';
import { beginProceedings } from '../proceedings/begin-proceedings.ts';
import { changeSetting } from '../settings/change-settings.ts';
import { PANEL_SETTINGS } from '../settings/panel-settings.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

let world: LeavingWorld;
let ana: SignedIn;
before(async () => {
  world = await aLeavingWorld();
  ana = (await world.signIn(world.ana)).signedIn;
});
after(() => world.close());

const CHILD: NewChild = {
  kind: 'new',
  number: 'BB1',
  givenName: 'Lark',
  familyName: 'Brindle',
  dateOfBirth: day('2015-04-05'),
  expectedOn: undefined,
  sex: 'F',
};
const aNew = (said: Partial<NewChild> = {}): NewChild => ({ ...CHILD, ...said });

type Begun = { readonly kind: string; readonly id: number };
type Answer = Begun | { readonly kind: 'refused'; readonly name: string; readonly sentence: string };

const begunBy = (answer: Answer): number => {
  assert.ok('id' in answer && answer.kind !== 'refused', nameOf(answer));
  return answer.id;
};
/** It says when the form was sent, what it began, and with which case somebody goes on; and not of whom that is. */
const isBegunOtherwise = (answer: Answer, first: number, words: RegExp): void => {
  assert.ok(answer.kind === 'refused' && 'sentence' in answer, nameOf(answer));
  assert.equal(answer.name, 'said-otherwise');
  assert.match(
    answer.sentence,
    /^This form was sent before, on 23 November 2026 at .* What it says now is not\./,
  );
  assert.match(answer.sentence, words);
  assert.doesNotMatch(answer.sentence, /BB\d|Lark|Brindle/);
  assert.equal('id' in answer ? answer.id : undefined, first);
};
const casesOf = (number: string) =>
  asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listCasesOf(tx, childId(number)));

test('a request for care is begun once by one form, and another child or other words are not taken for begun', async () => {
  const begin = (child: Parameters<typeof beginEntry>[2]['child'], key = 'entry', emergency = false) =>
    beginEntry(world, ana, { key, child, emergency });
  const first = begunBy(await begin(aNew()));
  world.pass(1);
  assert.equal(begunBy(await begin(aNew())), first, 'sent twice');
  assert.equal(begunBy(await begin(known('BB1'))), first, 'the child whom it added');
  const another = /It began “Coming into care” for another child\. Send it now/;
  for (const child of [aNew({ number: 'BB2' }), known('NM4')])
    isBegunOtherwise(await begin(child), first, another);
  for (const said of [
    { givenName: 'Wren' },
    { familyName: 'Fen' },
    { dateOfBirth: day('2015-05-04') },
    { expectedOn: day('2027-01-09') },
    { sex: undefined },
  ])
    isBegunOtherwise(
      await begin(aNew(said)),
      first,
      /for a child of this number, of whom it said something else/,
    );
  isBegunOtherwise(await begin(aNew(), 'entry', true), first, /“Coming into care” for this child/);
  assert.equal((await casesOf('BB1')).length, 1);
  assert.deepEqual([await casesOf('BB2'), await casesOf('NM4')], [[], []], 'and nothing is begun by it');
  assert.notEqual(begunBy(await begin(aNew({ number: 'BB2' }), 'entry again')), first);
});

test('what a form said of a child is what it said then, whatever the record says by now or said before', async () => {
  const begin = (child: Parameters<typeof beginEntry>[2]['child'], key: string) =>
    beginEntry(world, ana, { key, child });
  const first = begunBy(await begin(aNew({ number: 'BB3' }), 'corrected'));
  const record = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) =>
    loadChild(tx, childId('BB3')),
  );
  assert.ok(record !== undefined);
  const facts = [worker('SW2002')];
  const corrected = { ...record, facts, details: { ...record.details, givenName: 'Wren' } };
  await world.saveChildren([corrected], world.now());
  assert.equal(begunBy(await begin(aNew({ number: 'BB3' }), 'corrected')), first, 'sent twice');
  const guessed = await begin(aNew({ number: 'BB3', givenName: 'Wren' }), 'corrected');
  isBegunOtherwise(guessed, first, /of whom it said something else/);

  const details = {
    givenName: 'Lark',
    familyName: 'Brindle',
    dateOfBirth: day('2015-04-05'),
    sex: 'F',
  } as const;
  await world.saveChildren([aChild('BB4', { details, facts: [worker('SW1001')] })], world.now());
  world.pass(1);
  const known4 = begunBy(await begin(known('BB4'), 'known'));
  assert.equal(begunBy(await begin(known('BB4'), 'known')), known4, 'sent twice');
  isBegunOtherwise(await begin(aNew({ number: 'BB4' }), 'known'), known4, /of whom it said something else/);
});

test('whoever began it and is kept from the child since is told no more of it', async () => {
  const begin = (child: NewChild | ReturnType<typeof known>) =>
    beginEntry(world, ana, { key: 'conflict', child });
  const first = begunBy(await begin(aNew({ number: 'BB5' })));
  await world.conflict('BB5', world.ana);
  isBegunOtherwise(await begin(aNew({ number: 'BB6' })), first, /for another child/);
  assert.equal(nameOf(await world.seenBy(ana, first)), 'conflict-of-interest');
});

test('proceedings are begun once by one form, and another child, other words or the other process are not taken for begun', async () => {
  const begin = (
    child: Parameters<typeof beginProceedings>[2]['child'],
    workflow = PRE_PROCEEDINGS.id,
    key = 'proceedings',
  ) => beginProceedings(world, ana, { key, workflow, child });
  const first = begunBy(await begin(aNew({ number: 'BB7' })));
  world.pass(1);
  assert.equal(begunBy(await begin(aNew({ number: 'BB7' }))), first, 'sent twice');
  const another = /It began “Legal gateway and pre-proceedings” for another child\. Send it now/;
  isBegunOtherwise(await begin(aNew({ number: 'BB8' })), first, another);
  isBegunOtherwise(await begin(known('NM1')), first, another);
  const words = await begin(aNew({ number: 'BB7', givenName: 'Wren' }));
  isBegunOtherwise(words, first, /of whom it said something else/);
  isBegunOtherwise(await begin(known('BB7'), SECTION_20.id), first, /pre-proceedings” for this child/);
  assert.equal((await casesOf('BB7')).length, 1);
  assert.notEqual(begunBy(await begin(aNew({ number: 'BB8' }), SECTION_20.id, 'proceedings again')), first);
});

test('a way out of care is begun once by one form, and another child or another way is not taken for begun', async () => {
  await world.inCare('BB9', 17);
  await world.inCare('BB10', 17);
  const begin = (child: string, workflow = 'exit-plan', key = 'leaving') =>
    beginLeaving(world, ana, { key, child: childId(child), workflow });
  const first = begunBy(await begin('BB9'));
  world.pass(1);
  assert.equal(begunBy(await begin('BB9')), first, 'sent twice');
  isBegunOtherwise(await begin('BB10'), first, /“Plan for leaving care” for another child/);
  isBegunOtherwise(await begin('BB9', 'return-home'), first, /“Plan for leaving care” for this child/);
  assert.equal((await casesOf('BB9')).length, 1);
  assert.deepEqual(await casesOf('BB10'), []);
  assert.notEqual(begunBy(await begin('BB10', 'exit-plan', 'leaving again')), first);
});

test('a child is put before the panel once by one form, and another child is not taken for referred', async () => {
  const admin = await world.as('administrator');
  for (const { key } of Object.values(PANEL_SETTINGS)) {
    const changed = await changeSetting(world, admin, { key, value: 'yes', from: day('2026-11-23') });
    assert.notEqual(changed.kind, 'refused', nameOf(changed));
  }
  const refer = (child: string, key = 'panel') =>
    referToResourcesPanel(world, ana, { child: childId(child), key });
  const first = begunBy(await refer('NM1'));
  world.pass(1);
  assert.equal(begunBy(await refer('NM1')), first, 'sent twice');
  isBegunOtherwise(await refer('NM4'), first, /“Access to Resources Panel” for another child/);
  assert.equal((await casesOf('NM4')).length, 0);
  assert.notEqual(begunBy(await refer('NM4', 'panel again')), first);
});

test('a form of one person’s is nobody else’s', async () => {
  const milo = await world.as('social-worker');
  const sent = (who: SignedIn, number: string) =>
    beginEntry(world, who, { key: 'of two', child: aNew({ number }) });
  const first = begunBy(await sent(ana, 'BB11'));
  assert.notEqual(begunBy(await sent(milo, 'BB12')), first);
  const begun = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listCases(tx));
  assert.equal(begun.filter(({ child }) => child === 'BB11' || child === 'BB12').length, 2);
});
