import type { Answers, Day, Role, Sex, Workflow } from '@rightplace/domain';

/** Days as a request speaks of them, so many working days before the day the demonstration stands at. */
export interface When {
  /** As a form holds it: 2026-11-20. */
  readonly day: (workingDaysAgo: number) => Day;
  /** As people write it: 20 November 2026. */
  readonly words: (workingDaysAgo: number) => string;
}

export interface ToldChild {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: Sex;
  /** How old, in days, so that the age in the texts is right whatever the day. */
  readonly daysOld: number;
  readonly homeAddress: string;
}

/**
 * A step, how many working days ago, and what was said in taking it. Who takes it follows from the team; where it writes down
 * what somebody said, so does who said it.
 */
export type ToldStep = readonly [
  workingDaysAgo: number,
  step: string,
  said?: (when: When) => Readonly<Record<string, unknown>>,
  wordOf?: Role,
];

/** A request for a child to come into care, as it is told: days count back from the demonstration's own. */
export interface ToldRequest {
  readonly workflow: Workflow;
  readonly child: ToldChild;
  /** Whose team the social worker is in, and which of them in the team's list. */
  readonly team: string;
  readonly worker: number;
  readonly begun: number;
  readonly answers: (when: When) => Answers;
  /** What was put right when it was sent on again. */
  readonly putRight?: (when: When) => Answers;
  readonly steps: readonly ToldStep[];
}

/** A step that gives it back with what has to change. */
export const changes = (...asked: readonly string[]) => ({
  changes: asked.map((change) => ({ change })),
});

/** A team manager's support. */
export const support = (discussed: number, rationale: string, ...outcomes: readonly string[]) => {
  return ({ day }: When) => ({
    discussed: day(discussed),
    rationale,
    outcomes: outcomes.map((outcome) => ({ outcome })),
  });
};
