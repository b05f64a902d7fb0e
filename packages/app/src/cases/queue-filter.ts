import type { Waiting } from '@rightplace/domain';

/** How long a case has been where it is, in working days: each up to and with its bound. */
export const QUEUE_AGES = {
  'up-to-1': 1,
  'up-to-5': 5,
  'up-to-10': 10,
  more: Number.POSITIVE_INFINITY,
} as const;

export type QueueAge = keyof typeof QUEUE_AGES;

export const ageOfWait = (workingDays: number): QueueAge =>
  (Object.keys(QUEUE_AGES) as readonly QueueAge[]).find((age) => workingDays <= QUEUE_AGES[age]) ?? 'more';

/** What is counted of an open case of a team. It names no child. */
export interface QueueCount {
  readonly id: number;
  readonly title: string;
  readonly stateTitle: string;
  readonly workflow: string;
  readonly state: string;
  /** Whose case it is, by name; none where the record says nobody's. */
  readonly workers: readonly { readonly id: string; readonly name: string }[];
  readonly age: QueueAge;
  readonly waiting: Waiting;
}

export const QUEUE_FILTERS = ['workflow', 'state', 'worker', 'age'] as const;

/** What a queue is narrowed to; each may be left out. */
export type QueueFilter = Readonly<Partial<Record<(typeof QUEUE_FILTERS)[number], string>>>;

export const NOBODYS = 'nobody';

/** What a case has for each filter: of workers as many as there are, by their numbers, as an address is kept in logs. */
export const queueValues = (line: QueueCount, filter: (typeof QUEUE_FILTERS)[number]): readonly string[] =>
  filter === 'worker'
    ? line.workers.length === 0
      ? [NOBODYS]
      : line.workers.map(({ id }) => id)
    : [line[filter]];

export const fitsQueue = (line: QueueCount, filter: QueueFilter): boolean =>
  QUEUE_FILTERS.every((name) => filter[name] === undefined || queueValues(line, name).includes(filter[name]));
