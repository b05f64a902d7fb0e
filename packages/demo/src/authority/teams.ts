import type { Life } from '../care/life.ts';

export interface DemoTeam {
  readonly name: string;
  readonly service: string;
}

/** A team that holds children's cases, with its share of them. */
export interface CaseTeam extends DemoTeam {
  readonly share: number;
}

const IN_CARE = 'Children in care';
const SAFEGUARDING = 'Family safeguarding';
const SPECIALIST = 'Disabled children and unaccompanied young people';
const FAMILIES = 'Fostering and adoption';
const SUPPORT = 'Placements, quality and support';

const EASTSIDE: CaseTeam = { name: 'Eastside', service: IN_CARE, share: 0.27 };
const WESTGATE: CaseTeam = { name: 'Westgate', service: IN_CARE, share: 0.28 };
const FENSIDE: CaseTeam = { name: 'Fenside', service: IN_CARE, share: 0.17 };
const PROCEEDINGS_NORTH: CaseTeam = { name: 'Court work north', service: SAFEGUARDING, share: 0.075 };
const PROCEEDINGS_SOUTH: CaseTeam = { name: 'Court work south', service: SAFEGUARDING, share: 0.1 };
const DISABLED: CaseTeam = { name: 'Disabled children', service: SPECIALIST, share: 0.04 };
const UNACCOMPANIED: CaseTeam = { name: 'Unaccompanied young people', service: SPECIALIST, share: 0.085 };

export const CASE_TEAMS: readonly CaseTeam[] = [
  EASTSIDE,
  WESTGATE,
  FENSIDE,
  PROCEEDINGS_NORTH,
  PROCEEDINGS_SOUTH,
  DISABLED,
  UNACCOMPANIED,
];

export const SUPPORT_TEAMS: readonly DemoTeam[] = [
  { name: 'Fostering', service: FAMILIES },
  { name: 'Adoption', service: FAMILIES },
  { name: 'Placements', service: SUPPORT },
  { name: 'Independent reviewing', service: SUPPORT },
  { name: 'Performance', service: SUPPORT },
  { name: 'Virtual school', service: SUPPORT },
];

const IN_CARE_BY_DISTRICT: Readonly<Record<string, CaseTeam>> = {
  "King's Lynn and West Norfolk": EASTSIDE,
  Boston: WESTGATE,
  'South Holland': WESTGATE,
  Fenland: FENSIDE,
};

/** The team that holds a child's case. Court teams keep it until the full order, or while care is new. */
export const teamFor = (life: Life, asOf: number): CaseTeam => {
  if (life.unaccompanied) return UNACCOMPANIED;
  const spell = life.spells[life.spells.length - 1];
  if (spell?.need === 'N2') return DISABLED;
  const status = spell?.statuses.findLast((s) => s.starts <= asOf)?.status;
  const { district } = life.homeSector;
  if (status === 'C1' || status === 'L1' || status === 'L2') {
    return district === 'Boston' || district === 'South Holland' ? PROCEEDINGS_NORTH : PROCEEDINGS_SOUTH;
  }
  return IN_CARE_BY_DISTRICT[district] ?? EASTSIDE;
};
