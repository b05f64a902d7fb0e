import { type Role, roleTitle } from '../access/role.ts';
import type { Day } from '../calendar/day.ts';
import { type KindOfHomeId, kindOfHome } from './kinds-of-home.ts';

/** What the law looks at before a child is placed. Undefined is not known, and opens nothing. */
export interface GateFacts {
  readonly age: number | undefined;
  readonly kind: KindOfHomeId | undefined;
  readonly registered: boolean | undefined;
  /** Foster children there, with this child. */
  readonly childrenThere: 'up-to-3' | 'siblings-only' | 'more' | undefined;
  readonly terms: 'within' | 'outside' | 'none' | undefined;
  readonly area: 'inside' | 'adjoining' | 'distance' | undefined;
  /** Whether the child’s liberty is, or is to be, restricted, as the request says. */
  readonly isDeprived: boolean | undefined;
  /** Whether another home was asked than is offered, and the register knows nothing of the one that is. */
  readonly isHomeUnknown: boolean;
}

/** What somebody has recorded at a gate: who decided or authorised what, and for how long. */
export interface GateAnswer {
  readonly gate: GateId;
  /** In which part it was recorded: some may be opened at one level alone. */
  readonly role: Role;
  readonly words: string;
  readonly on: Day;
  readonly until: Day | undefined;
  /** Of an order of the High Court, which a director recorded with all that is asked of one. */
  readonly byOrder?: true;
}

interface Gate {
  readonly title: string;
  /** By what authority. */
  readonly source: string;
  readonly shuts: (facts: GateFacts) => boolean;
  /** Why it is shut, for whoever would approve. */
  readonly sentence: string;
  /** Who may open it by recording what was decided; nobody where the law has no way round. */
  readonly openedBy: readonly Role[];
  /** What has to be recorded to open it. */
  readonly asks?: string;
  /** Where an order of the High Court opens it. */
  readonly openedByOrder?: (facts: GateFacts) => boolean;
}

const CARE_PLANNING = 'Care Planning, Placement and Case Review (England) Regulations 2010';
const OFFICER_UP: readonly Role[] = ['placements-officer', 'group-manager', 'director'];

const isRegisteredKind = (kind: KindOfHomeId | undefined): boolean =>
  kind !== undefined && kindOfHome(kind).registered === true;
const isFostering = (kind: KindOfHomeId | undefined): boolean =>
  kind !== undefined && kindOfHome(kind).fosters === true;

/** With a relative or friend, or a carer of the authority’s own, no approval for the area is needed (regulation 11(4)). */
const needsAreaApproval = ({ kind }: GateFacts): boolean => kind !== 'connected' && kind !== 'own-carer';

/** The inherent jurisdiction is over a child’s liberty, and in what is a children’s home in all but its registration. */
const isOfOrder = ({ kind, isDeprived }: GateFacts): boolean =>
  kind === 'childrens-home' && isDeprived === true;

/**
 * What keeps a director from approving a home, whatever anybody thinks of it: the one table. What is not known shuts a gate as
 * what is wrong does, because nobody is placed on a guess.
 */
export const GATES = {
  'home-known': {
    title: 'What kind of home it is',
    source: `${CARE_PLANNING}, regulations 22 to 27C`,
    shuts: ({ kind }) => kind === undefined,
    sentence: 'It is not said what kind of home this is, so nobody can tell what the law asks of it.',
    openedBy: [],
  },
  'which-home': {
    title: 'Which home it is',
    source: `${CARE_PLANNING}, regulations 22 to 27C`,
    shuts: ({ isHomeUnknown }) => isHomeUnknown,
    sentence:
      'What is offered is another home than the one that was asked, and the register does not know it. Add it to the register, or record which home it is and where its registration or approval was seen.',
    openedBy: OFFICER_UP,
    asks: 'Which home it is, its Ofsted number if it has one, and where its registration or approval was seen',
  },
  'under-16': {
    title: 'Under 16 in a home that nobody registers',
    source: `${CARE_PLANNING}, regulation 27A (from 9 September 2021)`,
    shuts: ({ age, kind }) => (kind === 'supported' || kind === 'other') && (age === undefined || age < 16),
    sentence:
      'A child under 16, or whose age is not known, may not be placed in supported accommodation or in an arrangement that is not regulated.',
    openedBy: [],
  },
  'over-16-other': {
    title: 'At 16 or 17 outside registered accommodation',
    source: `${CARE_PLANNING}, regulation 27C (from 28 October 2023)`,
    shuts: ({ age, kind }) => kind === 'other' && age !== undefined && age >= 16,
    sentence:
      'At 16 or 17 a child may be placed in an arrangement of another kind only where the regulations except it. Record which exception it is.',
    openedBy: ['director'],
    asks: 'Which exception of the regulations it is, and who found so',
  },
  registered: {
    title: 'Registered with Ofsted',
    source: 'Care Standards Act 2000, section 11; Supported Accommodation (England) Regulations 2023',
    shuts: ({ kind, registered }) => isRegisteredKind(kind) && registered !== true,
    sentence: 'This kind of home has to be registered with Ofsted, and this one is not known to be.',
    openedBy: [],
    openedByOrder: isOfOrder,
  },
  'foster-limit': {
    title: 'More than three foster children',
    source: 'Children Act 1989, schedule 7',
    shuts: ({ kind, childrenThere }) =>
      isFostering(kind) && (childrenThere === undefined || childrenThere === 'more'),
    sentence:
      'More than three foster children would live there, or it is not said how many. An exemption of the area authority has to be recorded first.',
    openedBy: OFFICER_UP,
    asks: 'Which authority gave the exemption, for which children',
  },
  'terms-of-approval': {
    title: 'Approved for this child',
    source: `${CARE_PLANNING}, regulation 23`,
    shuts: ({ kind, terms }) => isFostering(kind) && kind !== 'connected' && terms !== 'within',
    sentence:
      'The carers are not known to be approved for this child. Record the changed approval, or that it is an emergency of at most six working days.',
    openedBy: ['group-manager', 'director'],
    asks: 'Who changed the approval, or why it is an emergency, and until which day it holds',
  },
  'connected-person': {
    title: 'Relative or friend approved for the time being',
    source: `${CARE_PLANNING}, regulation 24`,
    shuts: ({ kind, terms }) => kind === 'connected' && terms !== 'within',
    sentence:
      'The relative or friend is not approved as a foster carer. A temporary approval, for at most 16 weeks, has to be recorded first.',
    openedBy: ['group-manager', 'director'],
    asks: 'Who approved them for the time being after which assessment, and until which day it holds',
  },
  'area-known': {
    title: 'Where it is',
    source: `${CARE_PLANNING}, regulation 11`,
    shuts: (facts) => needsAreaApproval(facts) && facts.area === undefined,
    sentence: 'It is not said whether the home is in the area, so nobody can tell who has to approve it.',
    openedBy: [],
  },
  'out-of-area': {
    title: 'Outside the area, next to it',
    source: `${CARE_PLANNING}, regulation 11(1)(a)`,
    shuts: (facts) => needsAreaApproval(facts) && facts.area === 'adjoining',
    sentence:
      'A home outside the area has to be approved by the nominated officer before the child moves. That is not recorded.',
    openedBy: ['group-manager', 'director'],
    asks: 'Your approval: the child’s wishes, the views of whoever matters to them, and that the other authority is told',
  },
  'at-distance': {
    title: 'Outside the area, at a distance',
    source: `${CARE_PLANNING}, regulation 11(1)(b), (2)(d) and (5)`,
    shuts: (facts) => needsAreaApproval(facts) && facts.area === 'distance',
    sentence:
      'A home at a distance has to be approved by the director of children’s services, with the other authority consulted and given the care plan. That is not recorded.',
    openedBy: ['director'],
    asks: 'Your approval: why it is the most fitting home, that the other authority was consulted and has the care plan',
  },
  'secure-under-13': {
    title: 'Under 13 in secure accommodation',
    source: 'Children (Secure Accommodation) Regulations 1991, regulation 4',
    shuts: ({ age, kind }) => kind === 'secure-home' && (age === undefined || age < 13),
    sentence:
      'A child under 13 may be placed in a secure home only with the approval of the Secretary of State. That is not recorded.',
    openedBy: ['director'],
    asks: 'When the Secretary of State approved it, and the letter’s reference',
  },
  liberty: {
    title: 'Authority to restrict the child’s liberty',
    source: 'Children Act 1989, section 25; the inherent jurisdiction of the High Court',
    shuts: ({ kind, isDeprived }) => kind === 'secure-home' || isDeprived !== false,
    sentence:
      'The child’s liberty is to be restricted, or it is not said that it is not. The order that authorises it has to be recorded, with the day until which it holds.',
    openedBy: OFFICER_UP,
    asks: 'Which court made which order, its number, and the day until which it holds',
    openedByOrder: isOfOrder,
  },
} as const satisfies Readonly<Record<string, Gate>>;

export type GateId = keyof typeof GATES;
export const ALL_GATES = Object.keys(GATES) as readonly GateId[];
export const isGate = (text: string): text is GateId => Object.hasOwn(GATES, text);
export const gateMeaning = (id: GateId): Gate => GATES[id];

/** Who opens a gate, in a sentence of its own: for whoever may not. */
export const whoOpensInWords = (id: GateId): string => {
  const { title, openedBy } = gateMeaning(id);
  const who = openedBy.map((role) => roleTitle(role).toLowerCase());
  if (who.length === 0) return `“${title}” is not opened by anybody: the law has no way round it.`;
  return `“${title}” is opened by the ${[who.slice(0, -1).join(', '), who.at(-1)].filter(Boolean).join(' or ')}.`;
};

/** A gate as it stands before one home. */
export interface GateStanding {
  readonly id: GateId;
  readonly isShut: boolean;
  /** What opened it. */
  readonly by: GateAnswer | undefined;
}

const opens = (
  { openedBy, openedByOrder }: Gate,
  facts: GateFacts,
  answer: GateAnswer,
  today: Day,
): boolean =>
  (answer.byOrder === true
    ? answer.role === 'director' && openedByOrder?.(facts) === true
    : openedBy.includes(answer.role)) &&
  answer.on <= today &&
  (answer.until === undefined || answer.until >= today);

/** The gates that this home has to pass, each with what opened it. Those that have nothing to do with it are left out. */
export const gatesBefore = (
  facts: GateFacts,
  answers: readonly GateAnswer[],
  today: Day,
  gates: Readonly<Record<GateId, Gate>> = GATES,
): readonly GateStanding[] =>
  ALL_GATES.flatMap((id) => {
    const gate = gates[id];
    if (!gate.shuts(facts)) return [];
    const by = answers.findLast((answer) => answer.gate === id && opens(gate, facts, answer, today));
    return [{ id, isShut: by === undefined, by }];
  });
