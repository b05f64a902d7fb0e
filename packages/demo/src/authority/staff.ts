import type { Day, DayNumber, Role } from '@rightplace/domain';
import { dayText } from '../calendar/days.ts';
import type { Life } from '../care/life.ts';
import type { SocialWorkers } from '../facts/social-workers.ts';
import type { Heritage } from '../people/heritage.ts';
import { familyName, givenName } from '../people/names.ts';
import { between, chance, type Odds, weighted } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';
import { CASE_TEAMS, type CaseTeam, type DemoTeam, SUPPORT_TEAMS, teamFor } from './teams.ts';

/** Someone who can sign in to the demonstration. A team, service or provider is where their role reaches. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly team: string | null;
  readonly service: string | null;
  readonly providerId: string | null;
  /** In the form of Social Work England's, from a range it has never issued. */
  readonly socialWorkNumber: string | null;
  readonly starts: Day;
  readonly ends: Day | null;
}

const HERITAGE: Odds<Heritage> = [
  ['british', 70],
  ['west-african', 9],
  ['south-asian', 8],
  ['caribbean', 5],
  ['eastern-european', 6],
  ['east-asian', 2],
];

const CASES_EACH = 17.5;
/** Those who held cases here and have gone: their numbers are in old rows of the return. */
const FORMER_FOR_EACH = 1.2;

/** The people whom the screens' sketches and the journeys name. */
const NAMED: Readonly<Partial<Record<Role, readonly string[]>>> = {
  director: ['Ada Osei'],
  'social-worker': ['Jo Park'],
  'elected-member': ['Paige Marshwood'],
};

type Part = Pick<DemoPerson, 'team' | 'service' | 'providerId'>;
const whole: Part = { team: null, service: null, providerId: null };
const inTeam = (team: DemoTeam): Part => ({ ...whole, team: team.name });
const inService = (service: string): Part => ({ ...whole, service });
const ofProvider = (providerId: string): Part => ({ ...whole, providerId });

const support = (name: string): DemoTeam =>
  SUPPORT_TEAMS.find((team) => team.name === name) ?? { name, service: name };

export const socialWorkersIn = (team: CaseTeam, children: number): number =>
  Math.max(2, Math.round((team.share * children) / CASES_EACH));

/** Who works here, role by role: how many for so many children, and where each reaches. */
const posts = (children: number): readonly (readonly [Role, readonly Part[]])[] => {
  const several = (perThousand: number, part: Part): readonly Part[] =>
    Array.from({ length: Math.max(1, Math.round((perThousand * children) / 1000)) }, () => part);
  const services = [...new Set([...CASE_TEAMS, ...SUPPORT_TEAMS].map((team) => team.service))];
  return [
    ['director', [whole]],
    ['group-manager', services.map(inService)],
    ['team-manager', CASE_TEAMS.map(inTeam)],
    [
      'social-worker',
      CASE_TEAMS.flatMap((t) => Array.from({ length: socialWorkersIn(t, children) }, () => inTeam(t))),
    ],
    ['placements-officer', several(7, inTeam(support('Placements')))],
    ['reviewing-officer', several(15, inTeam(support('Independent reviewing')))],
    ['fostering-adoption', several(12, inService(support('Fostering').service))],
    ['virtual-school', several(3, inTeam(support('Virtual school')))],
    ['health', several(4, whole)],
    ['performance', several(4, inTeam(support('Performance')))],
    ['finance', several(2, whole)],
    ['administrator', [whole, whole]],
    ['external-provider', ['lanternby', 'candlefen', 'stepwell'].map(ofProvider)],
    ['foster-carer', several(3, whole)],
    ['young-person', [whole, whole]],
    ['advocate', [whole, whole]],
    ['elected-member', [whole, whole, whole]],
    ['corporate-parenting-panel', [whole, whole]],
    ['improvement-partner', [whole]],
    ['regional-team', [whole]],
    ['inspector', [whole]],
  ];
};

const personName = (next: Stream, taken: Set<string>): string => {
  for (;;) {
    const heritage = weighted(next, HERITAGE);
    const name = `${givenName(next, heritage, chance(next, 0.74) ? 'F' : 'M')} ${familyName(next, heritage)}`;
    if (!taken.has(name)) return name;
  }
};

const socialWorkNumber = (n: number): string => `SW9${String(n).padStart(5, '0')}`;

const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@northmarsh.example`;

/** Somebody in every role of the access table, and social workers enough for everyone looked after. */
export const inventStaff = (seed: string, children: number, asOf: DayNumber): readonly DemoPerson[] => {
  const next = stream(`${seed}/staff`);
  const taken = new Set<string>(Object.values(NAMED).flat());
  const people: DemoPerson[] = [];
  let numbered = 0;
  for (const [role, parts] of posts(children)) {
    for (const [i, part] of parts.entries()) {
      const name = NAMED[role]?.[i] ?? personName(next, taken);
      taken.add(name);
      const registered = role === 'social-worker' || role === 'team-manager' || role === 'reviewing-officer';
      if (registered) numbered += 1;
      people.push({
        id: `P${String(people.length + 1).padStart(4, '0')}`,
        name,
        email: emailOf(name),
        role,
        ...part,
        socialWorkNumber: registered ? socialWorkNumber(numbered) : null,
        starts: dayText(asOf - between(next, 140, 3200)),
        // An inspector's access lasts as long as the visit.
        ends: role === 'inspector' ? dayText(asOf + 28) : null,
      });
    }
  }
  return people;
};

/** Hands out the cases of children now looked after, to each team's workers in turn. */
export const allocateCases = (staff: readonly DemoPerson[], asOf: DayNumber): SocialWorkers => {
  const workers = staff.filter((person) => person.role === 'social-worker');
  const byTeam = Map.groupBy(workers, (person) => person.team);
  const turns = new Map<string, number>();
  const former = Math.round(workers.length * FORMER_FOR_EACH);
  const current = workers.flatMap((person) => person.socialWorkNumber ?? []);
  return {
    everyone: [...current, ...Array.from({ length: former }, (_, i) => socialWorkNumber(50_000 + i))],
    nowFor: (life: Life): string => {
      const team = teamFor(life, asOf).name;
      const turn = turns.get(team) ?? 0;
      turns.set(team, turn + 1);
      const inTeamNow = byTeam.get(team) ?? workers;
      return inTeamNow[turn % inTeamNow.length]?.socialWorkNumber ?? socialWorkNumber(1);
    },
  };
};
