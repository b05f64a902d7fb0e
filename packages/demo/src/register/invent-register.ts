import {
  type Day,
  type FosteringKind,
  type JudgementOutcome,
  type PlacementKind,
  pence,
  type StandingState,
} from '@rightplace/domain';
import type { DemoHousehold } from '../authority/households.ts';
import type { DemoProvider } from '../authority/providers.ts';
import type { DemoSetting } from '../authority/settings.ts';
import { dayText } from '../calendar/days.ts';

/** Something told of a provider (by its id), a setting (by its URN) or a household (by its place in the list). */
export interface DemoRegisterFact {
  readonly provider?: string;
  readonly setting?: string;
  readonly household?: number;
  readonly kind: 'framework' | 'standing' | 'terms' | 'judgement' | 'exemption' | 'fee';
  readonly key: string;
  readonly value: object;
  readonly starts: Day;
  readonly ends: Day | null;
}

export interface RegisterToInvent {
  /** The as-of day, as a number. */
  readonly asOf: number;
  readonly providers: readonly DemoProvider[];
  readonly settings: readonly DemoSetting[];
  readonly households: readonly DemoHousehold[];
  /** How many children live at a URN and postcode. */
  readonly living: (urn: string, postcode: string) => number;
}

type Told = Omit<DemoRegisterFact, 'provider' | 'setting' | 'household' | 'key' | 'ends'> &
  Partial<Pick<DemoRegisterFact, 'key' | 'ends'>>;

const FRAMEWORK_KINDS: readonly (readonly [RegExp, PlacementKind])[] = [
  [/Fostering/, 'fostering'],
  [/Residential/, 'residential'],
  [/Supported/, 'supported'],
];

/** What those who were here before pay on frameworks and off them, about: pounds a week. */
const FEES: Readonly<Partial<Record<DemoSetting['kind'], readonly [framework: number, spot: number]>>> = {
  'childrens-home': [5761, 5821],
  'fostering-agency': [880, 1025],
  'supported-accommodation': [806, 1310],
};

const HOME_GRADES: readonly JudgementOutcome[] = [
  'good',
  'good',
  'requires-improvement',
  'good',
  'outstanding',
  'good',
  'good',
  'inadequate',
  'good',
  'requires-improvement',
  'good',
];
const SUPPORTED_GRADES: readonly JudgementOutcome[] = [
  'consistently-strong',
  'inconsistent',
  'consistently-strong',
  'consistently-strong',
  'serious-weaknesses',
];
const AGES: readonly (readonly [number, number])[] = [
  [8, 17],
  [10, 17],
  [7, 14],
  [11, 17],
];
const FOSTERED_AGES: readonly (readonly [number, number])[] = [
  [0, 10],
  [5, 17],
  [0, 17],
  [10, 17],
  [0, 5],
];
const FOSTERING: readonly (readonly FosteringKind[])[] = [
  ['short-term', 'emergency'],
  ['short-term', 'long-term'],
  ['long-term'],
  ['short-term', 'short-breaks'],
  ['short-term', 'long-term', 'parent-and-child'],
];

const nth = <T>(of: readonly T[], i: number): T => of[i % of.length] as T;

const YEAR = 365;

/** What is told of the register of an invented authority: those that children live in are open and have room for them. */
export const inventRegister = (asked: RegisterToInvent): readonly DemoRegisterFact[] => {
  const { asOf, living } = asked;
  const since = (days: number): Day => dayText(asOf - days);
  const onFramework = new Set<string>();
  const ofProviders = asked.providers.flatMap(({ id, frameworks }) =>
    frameworks.flatMap((name) => {
      const kind = FRAMEWORK_KINDS.find(([says]) => says.test(name))?.[1];
      if (kind === undefined) return [];
      onFramework.add(`${id} ${kind}`);
      const key = `${kind} ${name}`;
      return [
        { provider: id, kind: 'framework', key, value: { name, kind }, starts: since(2 * YEAR), ends: null },
      ] satisfies readonly DemoRegisterFact[];
    }),
  );
  const ofSettings = asked.settings.flatMap((setting, i) =>
    toldOfSetting(setting, i, {
      since,
      lives: living(setting.urn, setting.postcode),
      onFramework: (kind) => onFramework.has(`${setting.providerId} ${kind}`),
    }).map((told): DemoRegisterFact => ({ setting: setting.urn, key: '', ends: null, ...told })),
  );
  const ofHouseholds = asked.households.flatMap((household, i) =>
    toldOfHousehold(household, i, { since, lives: living(household.agencyUrn, household.postcode) }).map(
      (told): DemoRegisterFact => ({ household: i, key: '', ends: null, ...told }),
    ),
  );
  return [...ofProviders, ...ofSettings, ...ofHouseholds];
};

interface About {
  readonly since: (days: number) => Day;
  readonly lives: number;
}

const KINDS: Readonly<Partial<Record<DemoSetting['kind'], PlacementKind>>> = {
  'childrens-home': 'residential',
  'fostering-agency': 'fostering',
  'supported-accommodation': 'supported',
};

/** A few that nobody lives in are closed, wait to open or have lost their registration. */
const standingOf = (i: number, lives: number): StandingState => {
  if (lives > 0) return 'open';
  if (i % 7 === 3) return 'closed';
  if (i % 11 === 5) return 'registered';
  return i % 13 === 8 ? 'suspended' : 'open';
};

const NOTES: Readonly<Partial<Record<StandingState, string>>> = {
  closed: 'The provider closed it.',
  registered: 'Waits for a manager.',
  suspended: 'Ofsted restricts admissions until it has been back.',
};

const toldOfSetting = (
  { kind, inHouse, places }: DemoSetting,
  i: number,
  { since, lives, onFramework }: About & { readonly onFramework: (kind: PlacementKind) => boolean },
): readonly Told[] => {
  const state = standingOf(i, places === null ? 1 : lives);
  const opened = since(5 * YEAR + (i % 40) * 30);
  const changed = since(40 + ((i * 17) % 200));
  const isSupported = kind === 'supported-accommodation';
  const [agesFrom, agesTo] = isSupported ? [16, 17] : nth(AGES, i);
  const outcome = isSupported ? nth(SUPPORTED_GRADES, i) : nth(HOME_GRADES, i);
  const fee = FEES[kind];
  const placements = KINDS[kind];
  const isOn = placements !== undefined && onFramework(placements);
  const open = { kind: 'standing', value: { state: 'open', note: null }, starts: opened } as const;
  return [
    ...(state === 'open'
      ? [open]
      : [
          { ...open, ends: changed },
          { kind: 'standing', value: { state, note: NOTES[state] ?? null }, starts: changed } as const,
        ]),
    ...(places === null
      ? []
      : [
          {
            kind: 'terms',
            value: { places, agesFrom, agesTo, sexes: 'any', kinds: [] },
            starts: opened,
          } as const,
        ]),
    // Supported accommodation has been judged since late in 2024 only.
    { kind: 'judgement', value: { outcome }, starts: since(20 + ((i * 37) % 480)) } as const,
    ...(fee === undefined || inHouse
      ? []
      : [
          {
            kind: 'fee',
            value: { weekly: pence((fee[isOn ? 0 : 1] + ((i * 53) % 90)) * 100) },
            starts: since(YEAR),
          } as const,
        ]),
  ];
};

const toldOfHousehold = (
  { kinship, approvedFor }: DemoHousehold,
  i: number,
  { since, lives }: About,
): readonly Told[] => {
  const approved = since(YEAR + (i % 90) * 40);
  const changed = since(15 + ((i * 11) % 120));
  const places = Math.max(approvedFor, lives);
  const [agesFrom, agesTo] = kinship ? [0, 17] : nth(FOSTERED_AGES, i);
  // Most of those with whom nobody lives now have given up, and some rest.
  const empty = (['closed', 'closed', 'on-hold', 'open'] as const)[i % 4] ?? 'closed';
  const state: StandingState = lives > 0 ? 'open' : kinship ? 'closed' : empty;
  const open = { kind: 'standing', value: { state: 'open', note: null }, starts: approved } as const;
  const note = state === 'on-hold' ? 'The carers asked for a rest.' : 'The carers retired.';
  return [
    ...(state === 'open'
      ? [open]
      : [
          { ...open, ends: changed },
          { kind: 'standing', value: { state, note: kinship ? null : note }, starts: changed } as const,
        ]),
    {
      kind: 'terms',
      value: {
        places,
        agesFrom,
        agesTo,
        sexes: 'any',
        kinds: kinship ? ['named-children'] : nth(FOSTERING, i),
      },
      starts: approved,
    } as const,
    ...(places > 3
      ? [
          {
            kind: 'exemption',
            value: { most: places, conditions: 'So that brothers and sisters live together.' },
            starts: approved,
          } as const,
        ]
      : []),
  ];
};
