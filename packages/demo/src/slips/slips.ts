import {
  type FindSpoil,
  leaveBlank,
  leaveEndUnexplained,
  leaveMissing,
  leaveMoveUnexplained,
  leaveOut,
  leavePoliceProtection,
  leaveUnregistered,
  leaveWithoutWorker,
  misnameProvider,
} from './spoiling.ts';

/** Something entered wrongly or not at all, and whose case it is in. Days are counted back from the as-of day. */
export interface Slip {
  readonly find: FindSpoil;
  /** The social worker's name, or the team's; anybody's where neither is said. */
  readonly worker?: string;
  readonly team?: string;
  /** What it is about happened between these days. */
  readonly between: readonly [from: number, to: number];
  /** When it was entered wrongly, where that was later than the first of those days. */
  readonly since?: number;
  /** When somebody put it right; 0 is the as-of day itself. Left out: nobody has yet. */
  readonly putRight?: number;
}

const YEAR = 365;
const [JO_PARK, EASTSIDE] = ['Jo Park', 'Eastside'];
const NO_REVIEW_CODE = leaveBlank('review', 'REVIEW_CODE');
const NO_WORKER_REASON = leaveBlank('social-worker', 'SW_REASON');
const NO_PERMANENCE = leaveBlank('previous-permanence', 'PREV_PERM');
const NO_UPN = leaveOut('upn');

/** Few enough that the return is all but ready, and of as many sorts as there are people to put them right. */
export const SLIPS: readonly Slip[] = [
  // Nobody has put these right yet.
  { find: NO_REVIEW_CODE, worker: JO_PARK, between: [120, 4] },
  { find: NO_WORKER_REASON, worker: JO_PARK, between: [YEAR, 4] },
  { find: NO_UPN, worker: JO_PARK, between: [75, 75] },
  { find: misnameProvider, team: EASTSIDE, between: [50, 4] },
  { find: leaveMoveUnexplained, team: EASTSIDE, between: [45, 3] },
  { find: leaveWithoutWorker, team: EASTSIDE, between: [9, 9] },
  { find: NO_UPN, team: 'Westgate', between: [38, 38] },
  { find: leaveMissing, between: [YEAR, 3], since: 90 },
  { find: leavePoliceProtection, between: [75, 5] },
  { find: leaveUnregistered, team: 'Fenside', between: [100, 4] },
  { find: leaveEndUnexplained, between: [16, 3] },
  // Found this morning.
  { find: NO_WORKER_REASON, team: 'Westgate', between: [YEAR, 3], since: 0 },
  // Put right this morning.
  { find: leaveOut('ethnicity'), team: 'Westgate', between: [12, 12], putRight: 0 },
  { find: NO_REVIEW_CODE, team: EASTSIDE, between: [70, 6], putRight: 0 },
  { find: misnameProvider, between: [60, 8], putRight: 0 },
  // Put right in the course of the year.
  { find: leaveOut('ethnicity'), team: EASTSIDE, between: [118, 118], putRight: 108 },
  { find: leaveOut('ethnicity'), team: 'Westgate', between: [118, 118], putRight: 101 },
  { find: NO_REVIEW_CODE, team: EASTSIDE, between: [YEAR, 118], putRight: 101 },
  { find: NO_REVIEW_CODE, team: 'Westgate', between: [YEAR, 118], putRight: 95 },
  { find: NO_REVIEW_CODE, worker: JO_PARK, between: [YEAR, 118], putRight: 95 },
  { find: NO_REVIEW_CODE, between: [YEAR, 118], putRight: 78 },
  { find: leaveUnregistered, between: [YEAR, 118], putRight: 78 },
  { find: leaveMoveUnexplained, between: [YEAR, 118], putRight: 66 },
  { find: leaveMoveUnexplained, team: EASTSIDE, between: [YEAR, 118], putRight: 58 },
  { find: misnameProvider, between: [YEAR, 118], putRight: 58 },
  { find: NO_PERMANENCE, between: [YEAR, 118], putRight: 44 },
  { find: leaveMissing, between: [YEAR, 118], putRight: 44 },
  { find: NO_UPN, team: EASTSIDE, between: [118, 118], putRight: 92 },
  { find: NO_UPN, team: 'Fenside', between: [118, 118], putRight: 92 },
  { find: NO_UPN, worker: JO_PARK, between: [118, 118], putRight: 63 },
  { find: NO_WORKER_REASON, team: EASTSIDE, between: [YEAR, 110], putRight: 85 },
  { find: NO_WORKER_REASON, between: [YEAR, 110], putRight: 85 },
  { find: NO_REVIEW_CODE, team: 'Westgate', between: [140, 100], putRight: 70 },
  { find: NO_REVIEW_CODE, team: 'Fenside', between: [140, 100], putRight: 51 },
  { find: leaveUnregistered, between: [200, 60], putRight: 33 },
  { find: leaveMoveUnexplained, between: [170, 90], putRight: 61 },
  { find: leaveMoveUnexplained, team: 'Westgate', between: [90, 45], putRight: 27 },
  { find: misnameProvider, between: [150, 70], putRight: 40 },
  { find: NO_PERMANENCE, between: [YEAR, 0], putRight: 24 },
  { find: leaveMissing, between: [YEAR, 60], putRight: 19 },
  { find: leaveOut('sex'), between: [96, 96], putRight: 12 },
  { find: leaveEndUnexplained, between: [60, 30], putRight: 5 },
];
