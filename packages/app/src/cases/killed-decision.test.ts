import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { childId, PALAC } from '@rightplace/domain';
import { asTenantReading, findCase, listAudit, loadChild } from '@rightplace/store';
import { answersTo } from '../../../domain/test/cases.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import type { ToKill } from '../../test/step-until-killed.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { openFromCase } from './open-from-case.ts';

const SCRIPT = path.join(import.meta.dirname, '../../test/step-until-killed.ts');
let world: EntryWorld;
let ana: SignedIn;
let ada: SignedIn;
let tess: SignedIn;
let gwen: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  [tess, gwen, ada] = [
    await world.as('team-manager'),
    await world.as('group-manager'),
    await world.as('director'),
  ];
});
after(() => world.close());

const run = async (asked: Omit<ToKill, 'app' | 'now'>): Promise<string> => {
  const app = { ...world.database.address.app, most: 2, name: 'to be killed' };
  const given: ToKill = { ...asked, app, now: world.now() };
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, signal] = await Promise.all([
    text(child.stdout),
    new Promise<string | null>((resolve) => {
      child.once('exit', (_, by) => resolve(by));
    }),
  ]);
  return signal ?? said;
};

/** All that a decision leaves behind. */
const leftOf = (number: string, ...cases: readonly number[]) =>
  asTenantReading(world.db, { authorityId: NORTHMARSH }, async (tx) => ({
    steps: (await Promise.all(cases.map((id) => findCase(tx, id)))).map((one) =>
      one?.events.map(({ step }) => step),
    ),
    audited: (await listAudit(tx, { subject: { kind: 'child', id: number } })).length,
    periods: (await loadChild(tx, childId(number)))?.periodsOfCare.length,
  }));

/** Kills the step after one write and another; gives the last after which it was killed, and what was left once it was let be. */
const killEverywhere = async (
  asked: Omit<ToKill, 'app' | 'now' | 'after'>,
  left: () => ReturnType<typeof leftOf>,
) => {
  const nothing = await left();
  let killedLast = 0;
  // Each is a process of its own: after the first write and every fourth from it, and last of all one that is let be.
  for (let write = 1; ; write += 4) {
    const ended = await run({ ...asked, after: write });
    if (ended !== 'SIGKILL') {
      assert.equal(ended, 'step-taken');
      return { killedLast, nothing, all: await left() };
    }
    assert.deepEqual(await left(), nothing, `killed after write ${write}`);
    killedLast = write;
    assert.ok(write < 60, 'it never ends');
  }
};

test('killed between its writes, a decision that also authorises the emergency leaves neither, or both with their audit', async () => {
  const night = await world.begin('K night', ana, true);
  await world.fillIn(night, ana);
  for (const [who, step] of [
    [tess, 'manager-approve'],
    [ada, 'director-approve'],
    [ana, 'placed'],
  ] as const)
    assert.equal((await world.take(who, night, step)).kind, 'step-taken', step);
  const opened = await openFromCase(world, ana, { id: night, key: 'K full' });
  assert.ok(opened.kind === 'opened-from');
  await world.fillIn(opened.id, ana);
  for (const [who, step] of [
    [ana, 'submit'],
    [tess, 'support'],
    [gwen, 'authorise'],
  ] as const)
    assert.equal((await world.take(who, opened.id, step)).kind, 'step-taken', step);
  const step = { id: opened.id, step: 'director-authorise', key: 'killed', seen: 4, said: {} };
  const { killedLast, nothing, all } = await killEverywhere({ signedIn: ada, step }, () =>
    leftOf('K night', opened.id, night),
  );
  assert.ok(killedLast >= 1, `in the midst of event, audit, what follows and its audit: ${killedLast}`);
  assert.deepEqual(
    all.steps.map((steps) => steps?.at(-1)),
    ['director-authorise', 'follow'],
  );
  assert.equal(all.audited, nothing.audited + 2);
});

test('killed between its writes, a step that begins care leaves the record as it was, or begun with the event', async () => {
  const id = await world.begin('K care', ana);
  await world.fillIn(id, ana);
  for (const [who, step] of [
    [ana, 'submit'],
    [tess, 'support'],
    [gwen, 'authorise'],
    [ada, 'director-authorise'],
  ] as const)
    assert.equal((await world.take(who, id, step)).kind, 'step-taken', step);
  const asks = PALAC.steps.find((one) => one.id === 'care-begins')?.asks ?? [];
  const said = { ...answersTo(asks), 'placed-on': '2026-11-23' };
  const step = { id, step: 'care-begins', key: 'killed', seen: 5, said };
  const { killedLast, nothing, all } = await killEverywhere({ signedIn: ana, step }, () =>
    leftOf('K care', id),
  );
  assert.ok(killedLast >= 1, String(killedLast));
  assert.deepEqual([nothing.periods, all.periods], [0, 1]);
  assert.equal(all.steps[0]?.at(-1), 'care-begins');
  assert.ok(all.audited > nothing.audited);
});
