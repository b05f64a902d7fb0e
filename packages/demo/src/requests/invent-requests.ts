import {
  type Answers,
  addDays,
  addWorkingDays,
  ageOn,
  type ChildRecord,
  childId,
  type Day,
  dayInWords,
  ENGLAND_BANK_HOLIDAYS,
  holdsBankHolidaysFor,
  londonDayOf,
  type Moment,
  PALAC,
  type Role,
  recordWriterOf,
  socialWorkersOn,
  startOfLondonDay,
  type Workflow,
  workingDaysBetween,
} from '@rightplace/domain';
import { answersOfOneWhoCame, SUPPORT_OF_ONE_WHO_CAME, whoCameIntoCare } from './came-into-care.ts';
import { EMERGENCIES } from './emergencies.ts';
import { SCHOOL_AGE } from './school-age.ts';
import { TEENAGERS } from './teenagers.ts';
import { type Doing, type Told, tellRequest } from './tell-request.ts';
import type { ToldChild, ToldStep, When } from './told-request.ts';
import { YOUNGEST } from './youngest.ts';

/** Somebody who works there, as the record has them. */
export interface Colleague {
  readonly id: string;
  readonly role: Role;
  readonly team: string | null;
  readonly service: string | null;
  readonly socialWorkNumber: string | null;
}

/** A request for care with all that happened to it, ready to be kept. */
export interface InventedRequest extends Told {
  readonly workflow: Pick<Workflow, 'id' | 'version'>;
  /** The child it is for, where the record does not have them. */
  readonly newChild: ChildRecord | undefined;
  readonly child: ChildRecord['id'];
  readonly begunBy: string;
  readonly team: string;
}

export interface RequestsAsked {
  /** Who works there, always in the same order. */
  readonly staff: readonly Colleague[];
  /** The service of each team. */
  readonly services: ReadonlyMap<string, string>;
  readonly children: readonly ChildRecord[];
  readonly asOf: Day;
}

interface Telling {
  readonly workflow: Workflow;
  readonly begun: number;
  readonly written: readonly Answers[];
  readonly steps: readonly ToldStep[];
}

/** Far enough back and forward for every day that is told. */
const REACH_DAYS = 130;

const whenAt = (asOf: Day): When => {
  const day = (ago: number): Day => addWorkingDays(asOf, -ago, ENGLAND_BANK_HOLIDAYS);
  return { day, words: (ago) => dayInWords(day(ago)) };
};

const recordOf = (told: ToldChild, asOf: Day): ChildRecord => ({
  id: childId(told.id),
  details: {
    givenName: told.givenName,
    familyName: told.familyName,
    sex: told.sex,
    dateOfBirth: addDays(asOf, -told.daysOld),
    homeAddress: told.homeAddress,
  },
  periodsOfCare: [],
  needs: [],
  legalStatuses: [],
  placements: [],
  facts: [],
});

/** Whose part each step is. */
const ROLE_OF: Readonly<Record<string, Role>> = {
  submit: 'social-worker',
  withdraw: 'social-worker',
  support: 'team-manager',
  'return-to-draft': 'team-manager',
  authorise: 'group-manager',
  reject: 'group-manager',
  return: 'group-manager',
  'director-authorise': 'director',
  'director-return': 'director',
  'came-into-care': 'placements-officer',
  'write-down-manager': 'social-worker',
  'write-down-director': 'social-worker',
  placed: 'social-worker',
};

/** The record of a child new to it with what the steps of their request wrote in it. */
const asWritten = (newChild: ChildRecord, workflow: Workflow, { events, evidence }: Told): ChildRecord =>
  events.reduce((child, { step, said, at, evidence: revision }) => {
    const writer = recordWriterOf(workflow, step);
    if (writer === undefined) return child;
    const answers = evidence.find((one) => one.revision === revision)?.answers ?? {};
    const writing = writer({ child, said, evidence: answers, today: londonDayOf(at) });
    if (writing.kind === 'cannot-be') throw new Error(`${step}: ${writing.faults[0].sentence}`);
    return writing.child;
  }, newChild);

/** Requests for care in the demonstration's last weeks, in every place a request can be. The same day gives the same ones. */
export const inventRequests = ({
  staff,
  services,
  children,
  asOf,
}: RequestsAsked): readonly InventedRequest[] => {
  const holds = (d: Day): boolean => holdsBankHolidaysFor(ENGLAND_BANK_HOLIDAYS, d);
  if (!holds(addDays(asOf, -REACH_DAYS)) || !holds(addDays(asOf, REACH_DAYS))) return [];
  const when = whenAt(asOf);
  const until: Moment = startOfLondonDay(asOf);

  const decider = (role: Role, team: string): Doing | undefined =>
    staff.find(
      (one) =>
        one.role === role &&
        (role === 'team-manager'
          ? one.team === team
          : role !== 'group-manager' || one.service === services.get(team)),
    );

  const told = (
    from: Pick<InventedRequest, 'child' | 'newChild' | 'team'>,
    worker: Colleague,
    { workflow, begun, written, steps: toldSteps }: Telling,
  ): readonly InventedRequest[] => {
    const steps = toldSteps.map(([ago, step, said, word]) => {
      const role = ROLE_OF[step];
      const by = role === 'social-worker' || role === undefined ? worker : decider(role, from.team);
      const wordOf = word === undefined ? undefined : decider(word, from.team);
      return by === undefined || (word !== undefined && wordOf === undefined)
        ? undefined
        : { step, by, on: when.day(ago), said: said?.(when) ?? {}, wordOf };
    });
    const whole = steps.filter((step) => step !== undefined);
    // An authority too small to have somebody for each part has no such request.
    if (whole.length < steps.length) return [];
    const sent = whole.filter(({ step }) => step === 'submit').map(({ on }) => on);
    const born = from.newChild?.details.dateOfBirth;
    const asked = {
      workflow,
      age: born === undefined ? undefined : ageOn(born, asOf),
      begunBy: worker,
      begun: when.day(begun),
      // Written on the morning of the day on which it was sent; what never was, on the day it was begun.
      written: written.map((answers, at) => ({ answers, on: sent[at] ?? when.day(begun) })),
      steps: whole,
      until,
    };
    const told = tellRequest(asked);
    const newChild = from.newChild && asWritten(from.newChild, workflow, told);
    return [{ ...from, newChild, workflow, begunBy: worker.id, ...told }];
  };

  const invented = [...YOUNGEST, ...SCHOOL_AGE, ...TEENAGERS, ...EMERGENCIES].flatMap((request) => {
    const inTeam = staff.filter(({ role, team }) => role === 'social-worker' && team === request.team);
    const worker = inTeam[request.worker % Math.max(1, inTeam.length)];
    const child = recordOf(request.child, asOf);
    if (worker === undefined || children.some(({ id }) => id === child.id)) return [];
    const from = { child: child.id, newChild: child, team: request.team };
    const written = [
      request.answers(when),
      ...(request.putRight === undefined ? [] : [request.putRight(when)]),
    ];
    return told(from, worker, { ...request, written });
  });

  const came = whoCameIntoCare(children, { from: when.day(25), to: when.day(2) });
  const worker = came && staff.find(isWorkerOf(came, asOf));
  if (came === undefined || worker === undefined || worker.team === null) return invented;
  const ago = workingDaysBetween(came.periodsOfCare[0]?.starts ?? asOf, asOf, ENGLAND_BANK_HOLIDAYS);
  const steps: readonly ToldStep[] = [
    [ago + 5, 'submit'],
    [ago + 4, 'support', SUPPORT_OF_ONE_WHO_CAME(ago + 5)],
    [
      ago + 3,
      'authorise',
      () => ({ quality: 'Assessment and the record of the family meeting. Clear and fair.' }),
    ],
    [ago + 2, 'director-authorise'],
    [Math.max(1, ago - 1), 'came-into-care'],
  ];
  const answers = answersOfOneWhoCame(came, ago + 6)(when);
  const from = { child: came.id, newChild: undefined, team: worker.team };
  return [...invented, ...told(from, worker, { workflow: PALAC, begun: ago + 7, written: [answers], steps })];
};

const isWorkerOf = (child: ChildRecord, asOf: Day) => {
  const numbers = socialWorkersOn(child.facts, asOf);
  return ({ role, socialWorkNumber }: Colleague): boolean =>
    role === 'social-worker' && socialWorkNumber !== null && numbers.includes(socialWorkNumber);
};
