import { addDays, ageOn, type ChildRecord, type Day, type Role, socialWorkersOn } from '@rightplace/domain';
import type { Colleague, RequestsAsked } from '../requests/invent-requests.ts';
import { childrenAtHome, childrenUnder, type UnderStatus } from './children-told.ts';
import { agreementTold, proceedingsTold } from './court-told.ts';
import { preProceedingsTold } from './gateway-told.ts';
import { type Told, tellCase } from './tell-case.ts';
import type { CaseStep, InventedCase, ToldCase } from './told-case.ts';

/** Weeks ago at which each of the families at home entered pre-proceedings; nought: not yet decided on. */
const ENTERED_WEEKS_AGO = [18, 13, 9, 9, 6, 3, 3, 1, 0] as const;

const proposed = (on: Day): CaseStep => [
  on,
  'propose-outcome',
  'social-worker',
  {
    proposed: 'step-out',
    progress: 'In school every day for eight weeks, and nobody alone at night.',
    why: 'What the letter asked for is there, and the family’s own plan holds it.',
  },
];
const steppedOut = (on: Day): CaseStep => [
  on,
  'step-out',
  'team-manager',
  {
    'decided-on': on,
    reason: 'The change is real and the family’s plan does not depend on us.',
    adviser: 'Duty solicitor, legal services',
    advice: 'No application is needed now.',
    support: 'Child in need plan until the summer, reviewed every six weeks.',
  },
];

const preProceedings = (index: number, asOf: Day): ToldCase => {
  const ago = ENTERED_WEEKS_AGO[index % ENTERED_WEEKS_AGO.length] ?? 0;
  const from = addDays(asOf, -7 * ago - 2);
  const told = preProceedingsTold(index, {
    from,
    asOf,
    // One that did well; and one whose outcome waits for a decision.
    more:
      index === 1
        ? [proposed(addDays(asOf, -1))]
        : index === 4
          ? [proposed(addDays(asOf, -9)), steppedOut(addDays(asOf, -6))]
          : [],
  });
  return ago === 0 ? { ...told, steps: told.steps.slice(0, 1) } : told;
};

/** Orders that the record has, as the processes that they came of. What the record lacks, such as what came after an emergency order, is in the last step. */
const courtOf = ({ child, status, before }: UnderStatus, index: number, asOf: Day): readonly ToldCase[] => {
  const { dateOfBirth } = child.details;
  const isYoung = dateOfBirth !== undefined && ageOn(dateOfBirth, status.starts) < 5;
  if (status.status === 'C1')
    return proceedingsTold(index, {
      isYoung,
      issued: addDays(status.starts, -(index % 4)),
      interimFrom: status.starts,
      asOf,
    });
  if (status.status === 'L1' || status.status === 'L2') {
    const days = status.status === 'L1' ? 2 : 7;
    return proceedingsTold(index, {
      isYoung,
      issued: addDays(status.starts, days - 1),
      interimFrom: addDays(status.starts, days),
      asOf,
    });
  }
  const order = status.status === 'E1' ? 'placement-order' : 'care-order';
  return before === undefined
    ? []
    : proceedingsTold(index, {
        isYoung,
        issued: addDays(before.starts, -(index % 3)),
        interimFrom: before.starts,
        final: { order, on: status.starts },
        asOf,
      });
};

const MOST = { court: 14, ended: 5, agreed: 7 };

/** Who of the staff has a child in the record, and in which team. */
const workerOf = (child: ChildRecord, staff: readonly Colleague[], asOf: Day): Colleague | undefined => {
  const numbers = socialWorkersOn(child.facts, asOf);
  return staff.find(
    ({ role, socialWorkNumber }) =>
      role === 'social-worker' && socialWorkNumber !== null && numbers.includes(socialWorkNumber),
  );
};

/** Proceedings, what comes before them and agreements of the demonstration's last months, by what its record says. The same day gives the same ones. */
export const inventProceedings = ({
  staff,
  services,
  children,
  asOf,
}: RequestsAsked): readonly InventedCase[] => {
  const decider = (role: Role, team: string): Colleague | undefined =>
    staff.find(
      (one) =>
        one.role === role &&
        (role === 'team-manager' ? one.team === team : one.service === services.get(team)),
    );
  const from = (days: number): Day => addDays(asOf, -days);
  const workers = staff.filter(({ role, team }) => role === 'social-worker' && team !== null);

  const tell = (cases: readonly ToldCase[], about: Omit<Told, 'decider'>): readonly InventedCase[] => {
    const invented = cases.flatMap((told) => tellCase(told, { ...about, decider }, asOf) ?? []);
    return invented.length < cases.length
      ? []
      : invented.map((each, at) => ({
          ...each,
          isFromBefore: at > 0,
          newChild: at > 0 ? undefined : each.newChild,
        }));
  };

  const atHome = childrenAtHome(asOf).flatMap((child, at) => {
    const worker = workers[(at * 5) % Math.max(1, workers.length)];
    if (worker === undefined || worker.team === null || children.some(({ id }) => id === child.id)) return [];
    return tell([preProceedings(at, asOf)], { child, isNew: true, worker, team: worker.team });
  });

  const inRecord = (
    found: readonly UnderStatus[],
    most: number,
    toldOf: (found: UnderStatus, index: number) => readonly ToldCase[],
  ): readonly InventedCase[] =>
    found
      .flatMap((each) => {
        const worker = workerOf(each.child, staff, asOf);
        return worker === undefined || worker.team === null ? [] : [{ each, worker, team: worker.team }];
      })
      .slice(0, most)
      .flatMap(({ each, worker, team }, at) =>
        tell(toldOf(each, at), { child: each.child, isNew: false, worker, team }),
      );

  const night = [
    ...childrenUnder(children, ['L2'], { from: from(400), to: from(9) }),
    ...childrenUnder(children, ['L1'], { from: from(400), to: from(4) }),
  ];
  const before = childrenUnder(children, ['C1'], { from: from(420), to: from(2) });
  // Not the latest alone: some that have gone on for long.
  const spread = before.filter((_, at) => at % Math.max(1, Math.floor(before.length / MOST.court)) === 0);
  const ended = childrenUnder(children, ['C2', 'E1'], { from: from(240), to: from(3) }).filter(
    (each) => each.before?.status === 'C1',
  );
  const agreed = childrenUnder(children, ['V2'], { from: from(260), to: from(3) }).filter(({ child }) =>
    child.facts.every(({ kind }) => kind !== 'uasc'),
  );
  return [
    ...atHome,
    ...inRecord(night, night.length, (each, at) => courtOf(each, at + 40, asOf)),
    ...inRecord(spread, MOST.court, (each, at) => courtOf(each, at, asOf)),
    ...inRecord(ended, MOST.ended, (each, at) => courtOf(each, at, asOf)),
    ...inRecord(agreed, MOST.agreed, (each, at) => [
      agreementTold(at, { from: each.status.starts, asOf, isObjectedTo: at === 1 }),
    ]),
  ];
};
