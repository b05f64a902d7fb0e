import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  type AgreementWorld,
  anAgreementWorld,
  KOFI_MOVED,
  plainFrom,
  TYPED,
} from '../../test/agreement-world.ts';
import { agreementsIn } from '../../test/agreements-in.ts';
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
