import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type AgreementWorld,
  anAgreementWorld,
  KOFI_MOVED,
  plainFrom,
  TYPED,
  typedFrom,
} from '../../test/agreement-world.ts';
import { agreementsIn, laneHouseOffered } from '../../test/agreements-in.ts';
import { nameOf } from '../../test/name-of.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { makeAgreement, saveAgreementChange } from './make-agreement.ts';

let world: AgreementWorld;
let officer: SignedIn;
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
});
after(() => world.close());

test('the form of an agreement sent twice makes one, and one that says something else the second time is not taken for recorded', async () => {
  const caseId = await world.search('NM6');
  const make = (typed: object) =>
    makeAgreement(world, officer, { caseId, key: 'one form', typed: { ...typed } });
  const first = await make(TYPED);
  assert.equal(nameOf(first), 'agreement-saved');
  assert.deepEqual(await make(TYPED), first);
  const other = await make({ ...TYPED, 'core-weekly': '4900' });
  assert.ok(other.kind === 'refused' && other.name === 'agreed-already', nameOf(other));
  assert.match(other.sentence, /This form was sent before.*What it says now is not recorded/);
});

test('a change sent twice is one also where the child moved on another day than was agreed', async () => {
  const { made, seen } = agreementsIn(world, officer);
  const id = await made(await world.search('NM1', KOFI_MOVED), typedFrom('2025-05-11', '2025-06-09'));
  const typed = { which: '1', starts: '2025-05-11', ends: '2025-06-09', why: 'One carer until then' };
  const send = (why = typed.why) =>
    saveAgreementChange(world, officer, {
      id,
      what: 'addition-nights',
      basedOn: 1,
      key: 'nights',
      typed: { ...typed, why },
    });
  const first = await send();
  assert.equal(nameOf(first), 'agreement-saved');
  assert.deepEqual(await send(), first);
  assert.equal(nameOf(await send('Another reason')), 'changed-meanwhile');
  assert.equal((await seen(id)).version, 2);
});

test('whoever sends twice a price that was not approved is told so both times', async () => {
  const caseId = await world.search('NM2');
  const said = { 'core-weekly': '5600.00', 'starts-on': '2026-12-01' };
  await laneHouseOffered(world, officer, { caseId, said });
  const typed = { ...plainFrom('2026-12-01'), 'core-weekly': '5900' };
  const make = () => makeAgreement(world, officer, { caseId, key: 'unlike', typed });
  const first = await make();
  assert.ok(first.kind === 'agreement-saved' && first.unlikeApproved !== undefined, nameOf(first));
  assert.deepEqual(await make(), first);
  const change = () =>
    saveAgreementChange(world, officer, {
      id: first.id,
      what: 'expected-end',
      basedOn: 1,
      key: 'until',
      typed: { 'expected-end': '', why: 'Nobody can say' },
    });
  const changed = await change();
  assert.ok(changed?.kind === 'agreement-saved' && changed.unlikeApproved !== undefined, nameOf(changed));
  assert.deepEqual(await change(), changed);
});

test('the form of a change sent twice is one change, whatever was changed since, and with other words is not taken for it', async () => {
  const { made, seen, change } = agreementsIn(world, officer);
  const id = await made(await world.search('NM1', KOFI_MOVED), plainFrom(KOFI_MOVED));
  const addition = { what: 'Night staff', weekly: '700', starts: '2026-11-02', why: 'Agreed on 1 November' };
  const send = (typed: object, what = 'addition') =>
    saveAgreementChange(world, officer, { id, what, basedOn: 1, key: 'one change', typed: { ...typed } });
  const first = await send(addition);
  assert.equal(nameOf(first), 'agreement-saved');
  assert.deepEqual(await send(addition), first);
  assert.equal(nameOf(await change(id, 'addition', { ...addition, what: 'Travel' })), 'agreement-saved');
  assert.deepEqual(await send(addition), first);
  for (const other of [
    { ...addition, weekly: '750' },
    { ...addition, why: 'Agreed on 2 November' },
  ])
    assert.equal(nameOf(await send(other)), 'changed-meanwhile');
  assert.equal((await seen(id)).terms.lines.length, 3);
});
