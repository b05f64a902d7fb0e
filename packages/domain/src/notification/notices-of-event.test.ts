import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { begun, commandTo, groundsFor } from '../../test/cases.ts';
import { ALL_ROLES, type Role } from '../access/role.ts';
import { EMERGENCY } from '../entry-to-care/emergency.ts';
import { PALAC } from '../entry-to-care/palac.ts';
import { type CaseEvent, type CaseNow, caseFrom } from '../workflow/case.ts';
import { decide } from '../workflow/decide.ts';
import { EVERY_WORKFLOW } from '../workflow/every-workflow.ts';
import { holderOf } from '../workflow/holder.ts';
import { stateMeaning, stepsFrom, stepsOnFrom, type Workflow } from '../workflow/workflow.ts';
import { type Colleague, type Notice, noticesOfEvent, noticesOfOverdue } from './notices-of-event.ts';

const someone = (id: string, ...roles: readonly Role[]): Colleague => ({
  id,
  parts: roles.map((role) => ({ role })),
  hasConflict: false,
});

const [JO, TESS, GWEN, ADA] = [
  someone('jo', 'social-worker'),
  someone('tess', 'team-manager'),
  someone('gwen', 'group-manager'),
  someone('ada', 'director'),
];
const OLA = someone('ola', 'placements-officer');
/** Stands in for Ada. */
const SAM: Colleague = { id: 'sam', parts: [{ role: 'director', actingFor: 'ada' }], hasConflict: false };
const FAR = someone('far');
const EVERYBODY = [JO, TESS, GWEN, ADA, OLA, SAM, FAR];

type Taken = readonly [who: Colleague, step: string];

/** A case after steps of it were taken, each with everything answered; and who was told of the last one. */
const after = (workflow: Workflow, ...steps: readonly Taken[]): { now: CaseNow; told: readonly string[] } => {
  let now = begun(workflow, 'jo', 'social-worker');
  for (const [{ id: by, parts }, step] of steps) {
    const decided = decide(
      workflow,
      now,
      commandTo(workflow, now, step, { by, parts }),
      groundsFor(workflow),
    );
    assert.ok(decided.kind === 'decided', decided.kind === 'refused' ? decided.sentence : step);
    now = caseFrom([...now.events, decided.event]);
  }
  return { now, told: told(workflow, now) };
};

const inWords = (notices: readonly Notice[]): readonly string[] =>
  notices.map(({ to, kind, urgent }) => `${to}: ${kind}${urgent ? ', urgent' : ''}`);

const told = (workflow: Workflow, now: CaseNow, colleagues: readonly Colleague[] = EVERYBODY) => {
  const event = now.events.at(-1);
  assert.ok(event);
  return inWords(noticesOfEvent(workflow, { event, now }, colleagues));
};

const SENT: Taken = [JO, 'submit'];
const WITH_GROUP_MANAGER: readonly Taken[] = [SENT, [TESS, 'support']];
const WITH_DIRECTOR: readonly Taken[] = [...WITH_GROUP_MANAGER, [GWEN, 'authorise']];

test('a request that is begun is told to nobody; sent on, to whoever decides next', () => {
  assert.deepEqual(after(PALAC).told, []);
  assert.deepEqual(after(PALAC, SENT).told, ['tess: decision-waits']);
  assert.deepEqual(after(PALAC, ...WITH_GROUP_MANAGER).told, ['gwen: decision-waits']);
});

test('what waits for the director is told to whoever stands in for the director too', () => {
  assert.deepEqual(after(PALAC, ...WITH_DIRECTOR).told, ['ada: decision-waits', 'sam: decision-waits']);
});

test('what is returned is told to whoever is to change it', () => {
  assert.deepEqual(after(PALAC, SENT, [TESS, 'return-to-draft']).told, ['jo: returned']);
  assert.deepEqual(after(PALAC, ...WITH_DIRECTOR, [ADA, 'director-return']).told, ['jo: returned']);
});

test('what the director authorises is told to those who asked and supported, and whoever goes on with it', () => {
  assert.deepEqual(after(PALAC, ...WITH_DIRECTOR, [ADA, 'director-authorise']).told, [
    'jo: authorised',
    'tess: authorised',
    'gwen: authorised',
    'ola: step-waits',
  ]);
});

test('what somebody authorises for the director is told to the director, and not to whoever did', () => {
  assert.deepEqual(after(PALAC, ...WITH_DIRECTOR, [SAM, 'director-authorise']).told, [
    'jo: authorised',
    'tess: authorised',
    'gwen: authorised',
    'ada: authorised',
    'ola: step-waits',
  ]);
});

test('what is rejected or withdrawn is told to those who had a part in it', () => {
  assert.deepEqual(after(PALAC, ...WITH_GROUP_MANAGER, [GWEN, 'reject']).told, [
    'jo: rejected',
    'tess: rejected',
  ]);
  assert.deepEqual(after(PALAC, ...WITH_GROUP_MANAGER, [JO, 'withdraw']).told, ['tess: withdrawn']);
});

test('an emergency is told at once, urgently, to all who decide on it and to whoever stands in for them', () => {
  assert.deepEqual(after(EMERGENCY).told, [
    'tess: emergency-raised, urgent',
    'gwen: emergency-raised, urgent',
    'ada: emergency-raised, urgent',
    'sam: emergency-raised, urgent',
  ]);
  assert.deepEqual(after(EMERGENCY, [TESS, 'manager-approve']).told, [
    'ada: decision-waits, urgent',
    'sam: decision-waits, urgent',
  ]);
});

test('an approval that is written down is told, urgently, to whoever it is said of, to confirm or deny', () => {
  const written = after(EMERGENCY, [JO, 'write-down-manager']);
  assert.deepEqual(written.told, [
    'tess: word-to-confirm, urgent',
    'ada: decision-waits, urgent',
    'sam: decision-waits, urgent',
  ]);
  const denied = after(EMERGENCY, [JO, 'write-down-manager'], [TESS, 'deny']);
  assert.deepEqual(denied.told, [
    'jo: word-denied, urgent',
    'ada: word-denied, urgent',
    'sam: word-denied, urgent',
  ]);
  assert.deepEqual(after(EMERGENCY, [JO, 'write-down-manager'], [TESS, 'confirm']).told, []);
});

test('what is overdue is told to whoever it waits for, and nobody who could only write down what they say', () => {
  const { now } = after(EMERGENCY, [TESS, 'manager-approve']);
  assert.deepEqual(inWords(noticesOfOverdue(EMERGENCY, now, EVERYBODY)), ['ada: overdue', 'sam: overdue']);
  const { now: returned } = after(PALAC, SENT, [TESS, 'return-to-draft']);
  assert.deepEqual(inWords(noticesOfOverdue(PALAC, returned, EVERYBODY)), ['jo: overdue']);
});

test('nobody is told who decides on nothing more of it: those who asked, or decided before', () => {
  const both = someone('tess', 'team-manager', 'group-manager', 'director');
  const { now } = after(PALAC, ...WITH_GROUP_MANAGER);
  assert.deepEqual(told(PALAC, now, [both]), []);
});

/** Steps drawn one after another, each by somebody who may, in any process there is. */
const drawnCase = fc
  .record({ workflow: fc.constantFrom(...EVERY_WORKFLOW), draws: fc.array(fc.nat(), { maxLength: 12 }) })
  .map(({ workflow, draws }): { readonly workflow: Workflow; readonly now: CaseNow } => {
    const role = workflow.begins.who[0] ?? 'social-worker';
    let now = begun(workflow, `${role} 0`, role);
    for (const draw of draws) {
      const steps = stepsFrom(workflow, now.state);
      const step = steps[draw % Math.max(1, steps.length)];
      if (step === undefined) break;
      const part = step.who[draw % step.who.length] ?? role;
      const by = `${part} ${draw % 3}`;
      const event: CaseEvent = {
        number: now.events.length + 1,
        at: now.since,
        step: step.id,
        kind: step.kind,
        by: { person: by, part: { role: part } },
        from: now.state,
        to: step.to ?? now.state,
        said: {},
        evidence: null,
        key: `${now.events.length}`,
        ...(step.word?.[0] === undefined
          ? {}
          : { wordOf: { person: `${step.word[0]} 1`, part: { role: step.word[0] } } }),
      };
      if (event.wordOf?.person !== by) now = caseFrom([...now.events, event]);
    }
    return { workflow, now };
  });

const drawnColleague = fc.record({
  id: fc.tuple(fc.constantFrom(...ALL_ROLES), fc.nat({ max: 2 })).map(([role, n]) => `${role} ${n}`),
  hasConflict: fc.boolean(),
});

test('in every process nobody with a conflict of interest is told, nor whoever did it, and nobody twice', () => {
  fc.assert(
    fc.property(
      drawnCase,
      fc.uniqueArray(drawnColleague, { selector: ({ id }) => id }),
      ({ workflow, now }, drawn) => {
        const colleagues = drawn.map(({ id, hasConflict }): Colleague => {
          const role = id.split(' ')[0] as Role;
          return { id, hasConflict, parts: hasConflict ? [] : [{ role }] };
        });
        const event = now.events.at(-1);
        assert.ok(event);
        const notices = noticesOfEvent(workflow, { event, now }, colleagues);
        const to = notices.map((notice) => notice.to);
        assert.ok(!to.includes(event.by?.person ?? 'nobody'));
        for (const { id, hasConflict } of colleagues) if (hasConflict) assert.ok(!to.includes(id));
        assert.equal(new Set(to).size, to.length);
        const overdue = noticesOfOverdue(workflow, now, colleagues).map((notice) => notice.to);
        for (const { id, hasConflict } of colleagues) if (hasConflict) assert.ok(!overdue.includes(id));
        if (stateMeaning(workflow, now.state).ended === true) assert.deepEqual(overdue, []);
      },
    ),
  );
});

/** The same, had by somebody of its roles wherever it stands. */
const drawnHeld = drawnCase.map(({ workflow, now }) => {
  const { givenTo } = workflow;
  if (givenTo === undefined) return { workflow, now };
  const role = givenTo.roles[0] ?? 'placements-officer';
  const taken: CaseEvent = {
    ...now.events[0],
    number: now.events.length + 1,
    step: givenTo.taken,
    kind: 'record',
    by: { person: `${role} 1`, part: { role } },
    from: now.state,
    to: now.state,
    key: 'taken',
  };
  return { workflow, now: caseFrom([...now.events, taken]) };
});

/** Whether somebody is told of whatever is late, while there is anybody who may go on with it. */
const somebodyIsTold = (overdue: typeof noticesOfOverdue): boolean =>
  !fc.check(
    fc.property(
      drawnHeld,
      fc.uniqueArray(drawnColleague, { selector: ({ id }) => id }),
      fc.boolean(),
      ({ workflow, now }, drawn, isLong) => {
        const colleagues = [
          ...drawn,
          ...ALL_ROLES.map((role) => ({ id: `${role} 9`, hasConflict: false })),
        ].map(
          ({ id, hasConflict }): Colleague => ({
            id,
            hasConflict,
            parts: hasConflict ? [] : [{ role: id.split(' ')[0] as Role }],
          }),
        );
        const mayGoOn = stepsOnFrom(workflow, now.state).some(({ only }) => only === undefined);
        const isOver = stateMeaning(workflow, now.state).ended === true;
        return isOver || !mayGoOn || overdue(workflow, now, colleagues, { isLong }).length > 0;
      },
    ),
    { seed: 44, numRuns: 500 },
  ).failed;

test('a case that is late is told to somebody in every process, wherever it stands', () => {
  assert.ok(somebodyIsTold(noticesOfOverdue));
});

test('saboteur: were it told to whose it is and nobody else, whoever has left would leave a late case untold', () => {
  const toHolderAlone: typeof noticesOfOverdue = (workflow, now, colleagues, how) => {
    const holder = holderOf(workflow, now);
    const those = holder === undefined ? colleagues : colleagues.filter(({ id }) => id === holder);
    return noticesOfOverdue(workflow, now, those, how);
  };
  assert.equal(somebodyIsTold(toHolderAlone), false);
});

test('a conflict of interest hides even an approval that is said to be one’s own', () => {
  const { now } = after(EMERGENCY, [JO, 'write-down-manager']);
  assert.deepEqual(told(EMERGENCY, now, [{ ...TESS, parts: [], hasConflict: true }]), []);
});
