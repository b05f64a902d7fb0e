import type { CodeList } from '../child/code-list.ts';
import type { Verdict } from '../measure/measure.ts';

/** What the return says for "not known", of a care leaver not in touch. */
const NOT_KNOWN = '0';

/** The second character of ACCOM says whether where a care leaver lives is suitable. */
export const isSuitable = (accommodation: string | undefined): Verdict => {
  const says = accommodation?.length === 2 ? accommodation[1] : undefined;
  return says === '1' ? 'counts' : says === '2' ? 'does-not-count' : 'not-recorded';
};

/** The first character of ACCOM says where it is, as `LEAVERS_HOMES` groups them. */
export const livesIn =
  (...kinds: readonly string[]) =>
  (accommodation: string | undefined): Verdict => {
    if (accommodation === undefined || accommodation === NOT_KNOWN) return 'not-recorded';
    return kinds.includes(accommodation.charAt(0)) ? 'counts' : 'does-not-count';
  };

/** The first character of ACTIV is F for full time, P for part time and G for none. */
export const inEducationOrWork = (activity: string | undefined): Verdict => {
  if (activity === undefined || activity === NOT_KNOWN) return 'not-recorded';
  return activity.startsWith('F') || activity.startsWith('P') ? 'counts' : 'does-not-count';
};

export const inHigherEducation = (activity: string | undefined): Verdict => {
  if (activity === undefined || activity === NOT_KNOWN) return 'not-recorded';
  return activity === 'F1' || activity === 'P1' ? 'counts' : 'does-not-count';
};

const OF_LEAVERS = { leavers: 'Care leavers' } as const;
const group = 'leavers';

/** IN_TOUCH. */
export const IN_TOUCH = {
  groups: OF_LEAVERS,
  codes: {
    YES: { title: 'In touch', group },
    NO: { title: 'Not in touch', group },
    REFU: { title: 'Refuses contact', group },
    NREQ: { title: 'No longer needs services', group },
    RHOM: { title: 'Returned home for six months or more', group },
    DIED: { title: 'Died after leaving care', group },
  },
} as const satisfies CodeList;

/** ACTIV. F3 and P3 are of returns before 2022-23. */
export const ACTIVITIES = {
  groups: OF_LEAVERS,
  codes: {
    F1: { title: 'Higher education, full time', group },
    P1: { title: 'Higher education, part time', group },
    F2: { title: 'Other education, full time', group },
    P2: { title: 'Other education, part time', group },
    F3: { title: 'Training or employment, full time', group },
    P3: { title: 'Training or employment, part time', group },
    F4: { title: 'Apprenticeship, full time', group },
    P4: { title: 'Apprenticeship, part time', group },
    F5: { title: 'Other training or employment, full time', group },
    P5: { title: 'Other training or employment, part time', group },
    G4: { title: 'Neither: illness or disability', group },
    G5: { title: 'Neither: other reasons', group },
    G6: { title: 'Neither: pregnancy or parenting', group },
  },
} as const satisfies CodeList;

/** The first character of ACCOM. */
export const LEAVERS_HOMES = {
  groups: OF_LEAVERS,
  codes: {
    B: { title: 'With parents or relatives', group },
    C: { title: 'Residential care', group },
    D: { title: 'Semi-independent, with support', group },
    E: { title: 'Supported lodgings', group },
    G: { title: 'Gone abroad', group },
    H: { title: 'Deported', group },
    K: { title: 'Ordinary lodgings', group },
    R: { title: 'Residence not known', group },
    S: { title: 'No fixed home', group },
    T: { title: 'Foyer or similar', group },
    U: { title: 'Independent living', group },
    V: { title: 'Emergency accommodation', group },
    W: { title: 'Bed and breakfast', group },
    X: { title: 'In custody', group },
    Y: { title: 'Other', group },
    Z: { title: 'With former foster carers', group },
  },
} as const satisfies CodeList;
