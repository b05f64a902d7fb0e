import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ALL_ROLES,
  addMinutes,
  childId,
  type Day,
  day,
  endCare,
  londonTimeOf,
  type Role,
  WORD_OF,
} from '@rightplace/domain';
import { addDelegation, addPerson, assignRole, asTenant, loadChild, saveChildren } from '@rightplace/store';
import { aPdf, piecesOf } from '../../test/documents.ts';
import { anEntryWorld, type EntryWorld, known } from '../../test/entry-world.ts';
import { allMyWork } from '../../test/my-work.ts';
import { nameOf } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { attachDocument } from '../attachments/attach-document.ts';
import { openDocument } from '../attachments/open-document.ts';
import { findCaseFor } from '../cases/find-case.ts';
import { listMyWork } from '../cases/list-my-work.ts';
import type { CaseView } from '../cases/open-case.ts';
import { openFromCase } from '../cases/open-from-case.ts';
import { saveEvidence } from '../cases/save-evidence.ts';
import { listNotices } from '../notifications/list-notices.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { beginEntry } from './begin-entry.ts';
import { openCertificate } from './open-certificate.ts';

let world: EntryWorld;
let ana: SignedIn;
let tess: SignedIn;
let gwen: SignedIn;
let ada: SignedIn;
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

const raise = async (number: string): Promise<number> => {
  const id = await world.begin(number, ana, true);
  await world.fillIn(id, ana);
  return id;
};
const word = (of: SignedIn) => ({ said: { [WORD_OF]: of.actor.id } });
const placed = async (number: string): Promise<number> => {
  const id = await raise(number);
  for (const [step, changes] of [
    ['write-down-manager', word(tess)],
    ['write-down-director', word(ada)],
    ['placed', {}],
  ] as const)
    assert.equal(nameOf(await world.take(ana, id, step, changes)), 'step-taken', step);
  return id;
};
const view = async (who: SignedIn, id: number): Promise<CaseView> => {
  const seen = await world.seenBy(who, id);
  assert.ok(seen.kind === 'case', nameOf(seen));
  return seen;
};
const open = (id: number, key: string, who = ana) => openFromCase(world, who, { id, key });
const opened = async (id: number, key: string): Promise<number> => {
  const answer = await open(id, key);
  assert.ok(answer.kind === 'opened-from', nameOf(answer));
  return answer.id;
};
const listOf = async (who: SignedIn, id: number) => {
  const work = await allMyWork(world, who);
  const part = (['mine', 'others', 'team'] as const).find((one) => work[one].some((line) => line.id === id));
  return { part, line: part === undefined ? undefined : work[part].find((line) => line.id === id), work };
};

/** Ends a child's care in the record. */
const wentHome = (id: string, on: Day): Promise<unknown> =>
  asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const child = await loadChild(tx, childId(id));
    assert.ok(child !== undefined);
    const children = [endCare(child, { on, reason: 'E4A' })];
    await saveChildren(tx, { clock: world.now, why: 'Went home', children });
  });

/** Takes the full request to the director. */
const toTheDirector = async (full: number): Promise<void> => {
  await world.fillIn(full, ana);
  for (const [who, step] of [
    [ana, 'submit'],
    [tess, 'support'],
    [gwen, 'authorise'],
  ] as const)
    assert.equal(nameOf(await world.take(who, full, step)), 'step-taken', step);
};

test('an emergency is raised by a social worker, of a child new to the record or known, and by nobody else', async () => {
  for (const role of ALL_ROLES) {
    const number = `E may ${role}`;
    const child = {
      kind: 'new',
      number,
      givenName: 'Lark',
      familyName: 'Brindle',
      dateOfBirth: day('2015-04-05'),
      expectedOn: undefined,
      sex: 'F',
    } as const;
    const answer = await beginEntry(world, await world.as(role), { key: number, emergency: true, child });
    assert.equal(answer.kind === 'entry-begun', role === 'social-worker', role);
  }
  const first = await beginEntry(world, ana, { key: 'usual', child: known('NM4') });
  const night = await beginEntry(world, ana, { key: 'night', emergency: true, child: known('NM4') });
  assert.deepEqual(
    [nameOf(first), nameOf(night)],
    ['entry-begun', 'entry-begun'],
    'beside a request that is open',
  );
  const again = await beginEntry(world, ana, { key: 'again', emergency: true, child: known('NM4') });
  assert.equal(nameOf(again), 'asked-already');
});

test('approvals are written down with whose they are, when and how, count at once, and are not yet confirmed', async () => {
  const id = await placed('E night');
  const { words, stateTitle, alarm, chronology } = await view(ana, id);
  assert.equal(stateTitle, 'In care, and the full request is due');
  assert.equal(alarm, 'Not authorised yet');
  assert.equal(words.length, 2);
  for (const { sentence, answer } of words) {
    assert.equal(answer, undefined);
    assert.match(
      sentence,
      /^Not yet confirmed by Somebody \(.*\): the approval that .* wrote down as theirs/,
    );
    assert.match(sentence, /23 November 2026 at 09:00, by telephone/);
  }
  assert.ok(
    chronology.some(({ sentence }) =>
      /social worker, wrote down the approval of .*, team manager$/.test(sentence),
    ),
    chronology.map((line) => line.sentence).join('\n'),
  );
});

test('whoever is said to have approved confirms it by signing in, and nobody for them', async () => {
  const id = await placed('E confirm');
  for (const who of [ana, gwen, await world.as('placements-officer')])
    assert.notEqual(nameOf(await world.take(who, id, 'confirm')), 'step-taken');
  assert.equal((await listOf(tess, id)).part, 'mine');
  assert.equal(nameOf(await world.take(tess, id, 'confirm')), 'step-taken');
  assert.equal(nameOf(await world.take(tess, id, 'confirm')), 'not-your-word', 'once');
  assert.deepEqual(
    (await view(ana, id)).words.map(({ answer }) => answer),
    ['confirm', undefined],
  );
  assert.deepEqual((await listOf(ana, id)).line?.unconfirmed, ['Somebody (director)']);
});

test('a word that is denied stops the search, and a director who looks into it decides', async () => {
  const id = await raise('E denied');
  await world.take(ana, id, 'write-down-manager', word(tess));
  await world.take(ana, id, 'write-down-director', word(ada));
  assert.equal(nameOf(await world.take(tess, id, 'deny')), 'step-taken');
  const { state, alarm, words } = await view(ada, id);
  assert.deepEqual([state, alarm], ['denied', 'An approval was denied']);
  assert.match(
    words[0]?.sentence ?? '',
    /said on 23 November 2026 at 09:00 that they did not give the approval/,
  );
  assert.equal(nameOf(await world.take(ana, id, 'placed')), 'not-now');
  assert.equal((await listOf(ada, id)).part, 'mine');
  assert.equal(nameOf(await world.take(ada, id, 'decide-denied')), 'step-taken');
});

test('a word is of somebody who could decide on this child then, and never of whoever asked, or of the same person twice', async () => {
  const id = await raise('E whose');
  const faultOf = async (said: Readonly<Record<string, unknown>>, step = 'write-down-manager') => {
    const answer = await world.take(ana, id, step, { said });
    return answer.kind === 'refused' && 'faults' in answer
      ? answer.faults.map(({ question, sentence }) => `${question}: ${sentence}`).join()
      : nameOf(answer);
  };
  assert.match(await faultOf({}), /^word-of: Choose who gave it/);
  assert.match(await faultOf({ [WORD_OF]: ana.actor.id }), /word of somebody else/);
  assert.match(
    await faultOf({ [WORD_OF]: ada.actor.id }),
    /could decide on it then/,
    'a director is no manager',
  );
  assert.match(await faultOf({ [WORD_OF]: String(world.ben) }), /could decide on it then/);
  assert.match(
    await faultOf({ [WORD_OF]: tess.actor.id, 'given-at': '09:15' }),
    /given-at: Enter a time that has passed/,
  );
  assert.match(
    await faultOf({ [WORD_OF]: tess.actor.id, 'given-on': '2026-11-19' }),
    /given-at: Enter a time of the last three days/,
  );
  const { steps } = await view(ana, id);
  const givers = steps.find((step) => step.id === 'write-down-manager')?.givers ?? [];
  assert.deepEqual(givers.map((one) => one.id).toSorted(), [tess.actor.id, gwen.actor.id].toSorted());
  await world.conflict('E whose', Number(tess.actor.id));
  assert.match(
    await faultOf({ [WORD_OF]: tess.actor.id }),
    /could decide on it then/,
    'a conflict of interest',
  );
  assert.equal(await faultOf({ [WORD_OF]: gwen.actor.id }), 'step-taken');
});

const timeAgo = (minutes: number): string => londonTimeOf(addMinutes(world.now(), -minutes));

test('whoever was on duty in the night confirms in the morning, when the child is out of their reach again', async () => {
  const inNorthmarsh = { authorityId: NORTHMARSH };
  const id = await raise('E duty');
  const sam = await asTenant(world.db, inNorthmarsh, async (tx) => {
    const person = await addPerson(tx, { name: 'Sam Averill' });
    const role = {
      role: 'group-manager',
      service: 'Assessment',
      starts: day('2024-01-01'),
    } as const;
    await assignRole(tx, { personId: person.id, ...role });
    // From nine, when it was raised, until half past nine.
    await addDelegation(tx, {
      forPerson: ada.actor.id,
      role: 'director',
      standsIn: String(person.id),
      reason: 'duty',
      starts: world.now(),
      ends: addMinutes(world.now(), 30),
      recordedBy: ada.actor.id,
      recordedAt: addMinutes(world.now(), -90),
    });
    return person.id;
  });
  world.pass(40);
  const samNow = (await world.signIn(sam)).signedIn;
  assert.equal(nameOf(await world.seenBy(samNow, id)), 'out-of-reach');
  await world.take(ana, id, 'write-down-manager', word(tess));
  const late = await world.take(ana, id, 'write-down-director', {
    said: { [WORD_OF]: String(sam), 'given-at': timeAgo(5) },
  });
  assert.equal(nameOf(late), 'not-said', 'the duty was over by then');
  assert.equal(
    nameOf(
      await world.take(ana, id, 'write-down-director', {
        said: { [WORD_OF]: String(sam), 'given-at': timeAgo(20) },
      }),
    ),
    'step-taken',
  );
  assert.equal((await listOf(samNow, id)).part, 'mine');
  const { steps, words, linked } = await view(samNow, id);
  assert.deepEqual([steps.map((step) => step.id), linked], [['confirm', 'deny'], []]);
  assert.equal(words.length, 2);
  for (const step of ['placed', 'decide-denied', 'withdraw'])
    assert.notEqual(nameOf(await world.take(samNow, id, step)), 'step-taken', step);
  assert.equal(nameOf(await world.take(samNow, id, 'confirm')), 'step-taken');
  assert.equal(nameOf(await world.seenBy(samNow, id)), 'out-of-reach', 'nothing is theirs there any more');
});

test('of a restricted record out of reach whoever has a word to answer for sees that word, and nothing of the child', async () => {
  const inNorthmarsh = { authorityId: NORTHMARSH };
  const id = await raise('E sealed');
  const file = { name: 'Notes.pdf', content: piecesOf(aPdf()) };
  const document = { id, key: 'sealed', about: 'Notes of the night', section: '', file };
  assert.equal((await attachDocument(world, ana, document)).kind, 'document-attached');
  const attached = (await view(ana, id)).attached.documents[0]?.id ?? assert.fail('nothing is attached');
  const sam = await asTenant(world.db, inNorthmarsh, async (tx) => {
    const person = await addPerson(tx, { name: 'Sam Ferrow' });
    const role = { role: 'group-manager', service: 'Assessment', starts: day('2024-01-01') } as const;
    await assignRole(tx, { personId: person.id, ...role });
    await addDelegation(tx, {
      forPerson: gwen.actor.id,
      role: 'group-manager',
      standsIn: String(person.id),
      reason: 'duty',
      starts: world.now(),
      ends: addMinutes(world.now(), 30),
      recordedBy: gwen.actor.id,
      recordedAt: world.now(),
    });
    return person.id;
  });
  assert.equal(
    nameOf(await world.take(ana, id, 'write-down-manager', { said: { [WORD_OF]: String(sam) } })),
    'step-taken',
  );
  world.pass(40);
  await asTenant(world.db, inNorthmarsh, async (tx) => {
    const child = await loadChild(tx, childId('E sealed'));
    assert.ok(child !== undefined);
    const children = [{ ...child, restricted: true }];
    await saveChildren(tx, { children, clock: world.now, why: 'A relative works here' });
  });
  const samNow = (await world.signIn(sam)).signedIn;
  const sealed = await view(samNow, id);
  assert.ok(sealed.isSealed);
  const told = JSON.stringify({ ...sealed, child: sealed.child.name, form: undefined });
  for (const secret of ['Lark', 'Brindle', 'E sealed', '2015', 'What was said of: risk'])
    assert.ok(!told.includes(secret), secret);
  assert.deepEqual(
    [sealed.steps.map((step) => step.id), sealed.words.length, sealed.chronology.length, sealed.sections],
    [['confirm', 'deny'], 1, 1, []],
  );
  const { line, part } = await listOf(samNow, id);
  assert.deepEqual([part, line?.child, line?.isAsked], ['mine', undefined, true]);
  for (const step of ['placed', 'withdraw', 'manager-approve'])
    assert.notEqual(nameOf(await world.take(samNow, id, step)), 'step-taken', step);
  const section = { id, section: 'child', basedOn: 0, typed: {} };
  assert.equal(nameOf(await saveEvidence(world, samNow, section)), 'out-of-reach');
  assert.equal(nameOf(await openCertificate(world, samNow, id)), 'out-of-reach');
  for (const to of ['see', 'take'] as const) {
    const found = (forTheirWord?: true) =>
      asTenant(world.db, inNorthmarsh, (tx) =>
        findCaseFor(tx, { world, signedIn: samNow }, { id, to, ...(forTheirWord && { forTheirWord }) }),
      );
    assert.equal(
      nameOf(await found()),
      'out-of-reach',
      'no page or step is open to them that does not say so',
    );
    assert.equal((await found(true)).kind, 'found');
  }
  const opened = await openDocument(world, samNow, { caseId: id, id: attached });
  assert.ok(opened.kind === 'refused' && opened.name === 'no-such-document', opened.kind);
  const notices = await listNotices(world, samNow);
  assert.ok(notices.kind === 'notices');
  assert.deepEqual(
    notices.lines.map(({ kind, about }) => [kind, about.kind]),
    [['word-to-confirm', 'restricted']],
  );
  assert.equal(nameOf(await world.seenBy(ana, id)), 'restricted-record', 'whoever reaches it says why first');
  assert.equal(nameOf(await world.take(samNow, id, 'confirm')), 'step-taken');
  assert.equal(nameOf(await world.seenBy(samNow, id)), 'out-of-reach', 'and it is closed again');
});

test('a conflict of interest closes the case to whoever is said to have approved it, too', async () => {
  const id = await placed('E conflict');
  await world.conflict('E conflict', Number(tess.actor.id));
  assert.equal(nameOf(await world.seenBy(tess, id)), 'conflict-of-interest');
  assert.equal(nameOf(await world.take(tess, id, 'confirm')), 'conflict-of-interest');
  assert.equal((await listOf(tess, id)).part, undefined);
});

test('the full request is opened from the emergency with what was answered, once, and both name each other', async () => {
  const id = await placed('E full');
  assert.equal(nameOf(await open(id, 'by a manager', tess)), 'not-your-role');
  const answers = await Promise.all(['a', 'b', 'c'].map((key) => open(id, `full ${key}`)));
  const ids = answers.map((answer) => (answer.kind === 'opened-from' ? answer.id : nameOf(answer)));
  assert.equal(new Set(ids).size, 1, ids.join());
  const full = Number(ids[0]);
  const [night, day] = [await view(ana, id), await view(ana, full)];
  assert.equal(day.title, 'Coming into care');
  for (const name of ['child-view', 'risk', 'legal-basis', 'chronology'])
    assert.deepEqual(day.answers[name], night.answers[name], name);
  assert.equal(day.answers['analysis'], undefined);
  assert.deepEqual(
    [
      night.linked.map((one) => one.id),
      night.linked[0]?.isBefore,
      day.linked.map((one) => one.id),
      day.linked[0]?.isBefore,
    ],
    [[full], false, [id], true],
  );
  assert.ok((await world.auditOf('E full')).some(({ action }) => action === 'case-opened-from'));
});

test('a request that was being written before the night is the full request, and one that answered another night is not', async () => {
  const before = await world.begin('E before', ana);
  const raiseAgain = async (key: string, said = {}): Promise<number> => {
    const begun = await beginEntry(world, ana, { key, emergency: true, child: known('E before') });
    assert.ok(begun.kind === 'entry-begun', nameOf(begun));
    await world.fillIn(begun.id, ana);
    await world.take(tess, begun.id, 'manager-approve');
    await world.take(ada, begun.id, 'director-approve');
    assert.equal(nameOf(await world.take(ana, begun.id, 'placed', { said })), 'step-taken');
    return begun.id;
  };
  const night = await raiseAgain('E before night');
  assert.equal(await opened(night, 'E before full'), before);
  await toTheDirector(before);
  await world.take(ada, before, 'director-authorise');
  assert.equal((await view(ana, night)).state, 'authorised');
  // The child went home, and the request still waits for somebody to record that they came.
  await wentHome('E before', day('2026-11-20'));
  const another = await raiseAgain('E before another night', { 'placed-on': '2026-11-22' });
  const full = await opened(another, 'E before another full');
  assert.notEqual(full, before);
  assert.equal((await view(ana, another)).state, 'placed');
});

test('an authorisation given just before the child was placed counts for it', async () => {
  const before = await world.begin('E given', ana);
  await toTheDirector(before);
  await world.take(ada, before, 'director-authorise');
  const begun = await beginEntry(world, ana, {
    key: 'E given night',
    emergency: true,
    child: known('E given'),
  });
  assert.ok(begun.kind === 'entry-begun', nameOf(begun));
  await world.fillIn(begun.id, ana);
  await world.take(tess, begun.id, 'manager-approve');
  await world.take(ada, begun.id, 'director-approve');
  await world.take(ana, begun.id, 'placed');
  assert.equal(await opened(begun.id, 'E given full'), before);
  assert.equal((await view(ana, begun.id)).state, 'authorised');
});

test('what the director decides on the full request is what becomes of the emergency, at the same moment', async () => {
  const id = await placed('E after');
  assert.equal((await listOf(ada, id)).line?.alarm, 'Not authorised yet');
  const full = await opened(id, 'E after full');
  await toTheDirector(full);
  assert.equal((await view(ana, id)).state, 'placed', 'support is no authority');
  assert.equal(nameOf(await world.take(ada, full, 'director-authorise')), 'step-taken');
  const { state, alarm, chronology } = await view(ana, id);
  assert.deepEqual([state, alarm], ['authorised', undefined]);
  assert.match(
    chronology[0]?.sentence ?? '',
    /director of children’s services, authorised entry to care after the event/,
  );
  assert.equal((await world.auditOf('E after')).filter(({ action }) => action === 'case-followed').length, 1);
});

test('where the full request is rejected, how the child leaves care is planned the same day', async () => {
  const id = await placed('E rejected');
  const full = await opened(id, 'E rejected full');
  await toTheDirector(full);
  await world.take(ada, full, 'director-reject');
  const { state, waiting } = await view(ana, id);
  assert.deepEqual([state, waiting?.due], ['not-authorised', '2026-11-23']);
  assert.equal(nameOf(await open(id, 'no more')), 'nothing-to-open');
  assert.equal(nameOf(await world.take(ana, id, 'exit-plan')), 'step-taken');
});

test('a decision that cannot be recorded is taken in neither', async () => {
  const id = await placed('E whole');
  const full = await opened(id, 'E whole full');
  await toTheDirector(full);
  await world.withoutAudit(async () => {
    await assert.rejects(world.take(ada, full, 'director-authorise'));
  });
  assert.deepEqual([(await view(ada, full)).state, (await view(ada, id)).state], ['with-director', 'placed']);
});

test('of two who decide in the night at one moment one does, and the other is told who it was', async () => {
  const id = await raise('E race');
  const [one, two] = await Promise.all([
    world.take(tess, id, 'manager-approve', { key: 'a', seen: 1 }),
    world.take(gwen, id, 'manager-refuse', { key: 'b', seen: 1 }),
  ]);
  assert.deepEqual([nameOf(one), nameOf(two)].toSorted(), ['decided-meanwhile', 'step-taken']);
});

test('emergencies come first on every list', async () => {
  const { work } = await listOf(ada, 0);
  const urgent = work.mine.map(({ isUrgent }) => isUrgent);
  assert.ok(urgent.includes(true));
  assert.deepEqual(
    urgent,
    urgent.toSorted((a, b) => Number(b) - Number(a)),
  );
  for (const role of ['finance', 'elected-member', 'external-provider'] as readonly Role[])
    assert.equal((await listMyWork(world, await world.as(role))).kind, 'refused', role);
});
