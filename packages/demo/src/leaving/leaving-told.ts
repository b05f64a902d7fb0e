import {
  type Day,
  EXIT_PLAN,
  RETURN_HOME,
  type Role,
  SELF_DISCHARGE,
  STAYING_PUT,
  type Workflow,
} from '@rightplace/domain';
import type { When } from '../requests/told-request.ts';

/** A child as the texts speak of them. */
export interface Spoken {
  readonly name: string;
  readonly they: string;
  readonly their: string;
  readonly them: string;
  readonly eighteenth: Day;
}

/** Of whom one of the processes is told. */
export interface WhichChild {
  readonly ages: readonly [from: number, to: number];
  readonly status: readonly string[];
  readonly places: readonly string[];
  /** Left care within these days for one of these reasons, instead of being in care. */
  readonly left?: { readonly within: number; readonly why: readonly string[] };
}

type SaidOf = (child: Spoken, when: When) => Readonly<Record<string, unknown>>;

/** A step, how many working days ago, by whom, and what was said. */
export type LeavingStep = readonly [ago: number, step: string, by: Role, said?: SaidOf];

export interface LeavingTold {
  readonly workflow: Workflow;
  readonly of: WhichChild;
  readonly begun: number;
  readonly answers: SaidOf;
  readonly steps: readonly LeavingStep[];
  /** Working days are counted back from the day they left, and not from the demonstration's own. */
  readonly fromLeaving?: true;
  /** Whose leaving is written down, and when; the day and the reason are the record's. */
  readonly ends?: {
    readonly ago: number;
    readonly step: string;
    readonly lives: string;
    readonly told: string;
  };
  /** Of how many it is told, where the record has so many; otherwise of one. */
  readonly times?: number;
}

const FOSTER = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
const help = (when: When, from: number, ...what: readonly (readonly [string, string])[]) =>
  what.map(([one, who]) => ({ what: one, who, from: when.day(from) }));

/** Seventeen, asks to leave; the review is against it, and the director has it on the desk. */
const asksToLeave: LeavingTold = {
  workflow: SELF_DISCHARGE,
  of: { ages: [17, 17], status: ['V2'], places: [...FOSTER, 'K2'] },
  begun: 12,
  answers: ({ name, their, they }, when) => ({
    'child-view': `“I’m nearly eighteen and I want my own key. I’ve been asking since the summer.” ${name} wants to live at a friend’s flat near the college.`,
    'asked-on': when.day(13),
    understands: `${name} was told, with a leaflet and again a week later, that the reviews, the carers’ allowance and ${their} room would end, and that a personal adviser stays. ${name} said it back in ${their} own words and asked about money twice.`,
    'family-view': `${name}’s mother is worried and does not object. The carers would keep the room for a month.`,
    home: 'A room in a friend’s rented flat, seen on a visit. No written agreement with the landlord yet.',
    money: 'An apprentice’s wage from January; until then nothing is certain.',
    education: 'Second year at college, attending four days of five.',
    risk: `The friend may move out in spring. ${they === 'she' ? 'She' : 'He'} has not managed a budget before. The college tutor and the personal adviser would notice first.`,
    'pathway-plan': 'yes',
  }),
  steps: [
    [
      10,
      'give-view',
      'social-worker',
      () => ({
        view: 'unsafe',
        'view-why':
          'Too early: the flat rests on a friend and there is no income until January. A training flat of our own was offered from the same month.',
      }),
    ],
    [
      9,
      'offer-advocate',
      'social-worker',
      ({ name }, when) => ({
        offered: when.day(9),
        advocate: 'yes',
        'advocate-view': `${name}’s advocate asks that the decision does not wait for the birthday and that the training flat is shown before anybody says no.`,
      }),
    ],
    [
      3,
      'review',
      'reviewing-officer',
      ({ name }, when) => ({
        reviewed: when.day(4),
        'review-view': 'does-not',
        'review-why': `${name} spoke first and clearly. The review heard a wish to be trusted more than a wish to leave, and asks that the training flat is visited this month.`,
      }),
    ],
  ],
};

/** A grandmother who fosters applies for special guardianship; the review is next. */
const guardianship: LeavingTold = {
  workflow: EXIT_PLAN,
  of: { ages: [4, 9], status: ['C2'], places: ['U1', 'U3'] },
  begun: 15,
  answers: ({ name, their, them }, when) => ({
    'child-view': `“I live at Nan’s. I don’t want another social worker.” ${name} drew the house with everybody in it.`,
    'family-view': `${name}’s grandmother wants to apply. ${name}’s father agrees; the mother has not answered two letters.`,
    exit: 'guardianship',
    'exit-by': when.day(-60),
    guardian: 'relative-fostered',
    'guardian-assessed':
      'The assessment is positive. Time with the mother is to be arranged by the family support team for a year.',
    steps: `Report to the court, support plan agreed with the fostering team, and a passport for ${name} meanwhile.`,
    otherwise: `${name} stays where ${their} home is, as long-term foster care.`,
    support: help(
      when,
      0,
      ['Allowance as agreed, looked at each year', 'The special guardianship team'],
      [`A worker who sees ${them} each month`, 'The family support team'],
    ),
  }),
  steps: [[6, 'submit', 'social-worker']],
};

/** Eighteen in a few months, and stays where they are. */
const stayingPut: LeavingTold = {
  workflow: STAYING_PUT,
  of: { ages: [17, 17], status: ['C2', 'V2'], places: ['U4', 'U6'] },
  begun: 20,
  answers: ({ name, eighteenth, their }, when) => ({
    'child-view': `“Why would I go? This is where my stuff is.” ${name} wants to stay until the apprenticeship is done.`,
    'carer-view': 'They want it too, and to know by when the money is settled.',
    carer: 'The foster carers, as now',
    from: eighteenth,
    agreement: `${name} keeps the room and has a key. Meals together on three evenings, guests until ten on college nights.`,
    money: 'The authority pays the carers; housing benefit is claimed in time; from wages a part for food.',
    'other-children': `A younger foster child lives there. ${their === 'her' ? 'Her' : 'His'} social worker was asked and agrees.`,
    support: help(when, 0, ['Looks at the arrangement every six months', 'The personal adviser']),
  }),
  steps: [
    [12, 'submit', 'social-worker'],
    [
      10,
      'agree',
      'team-manager',
      () => ({ rationale: 'What the young person and the carers want, and settled half a year before.' }),
    ],
  ],
};

/** A return home that waits for the group manager. */
const goingHome: LeavingTold = {
  workflow: RETURN_HOME,
  of: { ages: [6, 12], status: ['V2'], places: FOSTER },
  begun: 18,
  answers: ({ name, they, them }, when) => ({
    'child-view': `“I want to sleep in my own bed and still go to football on Thursdays.”`,
    'parents-view': `${name}’s mother asks for it and is frightened of it. ${name}’s father will come on three evenings.`,
    assessed: when.day(14),
    'why-care': `${name}’s mother could not care for ${them} while she was ill. She has been well since spring, with help that she asks for in time.`,
    shown: 'Five months of overnight stays without a cancelled one, the school, and the mother’s own nurse.',
    risk: `That she becomes ill again. ${name}’s aunt and the school would notice, and ${they} would say so now.`,
    voluntary: 'agreement',
    support: help(
      when,
      -5,
      ['Visits twice a week, then each week', 'The family support team'],
      ['A morning club before school', 'The school'],
    ),
    visits: 'The same social worker: each week for six weeks, then each fortnight for half a year.',
    otherwise: `The carers keep the room for eight weeks, so that ${name} would not come to strangers.`,
    'home-from': when.day(-10),
  }),
  steps: [
    [8, 'submit', 'social-worker'],
    [
      6,
      'support',
      'team-manager',
      () => ({ rationale: 'Slow, tested by many nights, and with somebody there if it wobbles.' }),
    ],
  ],
};

/** Went home some weeks ago: visits go on. */
const atHome: LeavingTold = {
  workflow: RETURN_HOME,
  of: { ages: [3, 15], status: ['V2', 'C2', 'C1'], places: [], left: { within: 75, why: ['E4A'] } },
  begun: 70,
  answers: (child, when) => ({
    ...goingHome.answers(child, when),
    assessed: when.day(66),
    'home-from': when.day(50),
  }),
  steps: [
    [64, 'submit', 'social-worker'],
    [62, 'support', 'team-manager', () => ({ rationale: 'Well prepared. I support it.' })],
    [
      60,
      'authorise',
      'group-manager',
      () => ({
        quality:
          'The assessment, the support plan and a talk with the mother. Safe with the help as planned.',
      }),
    ],
  ],
  ends: {
    ago: 1,
    step: 'went-home',
    lives: 'At home, with mother',
    told: 'Moved on a Saturday with both families there. Went straight to see who was outside.',
  },
};

/** Left at 16 or 17 by their own wish, which the director had authorised. */
const leftByOwnWish: LeavingTold = {
  workflow: SELF_DISCHARGE,
  of: {
    ages: [16, 17],
    status: ['V2'],
    places: [],
    left: { within: 200, why: ['E4B', 'E5', 'E6', 'E8'] },
  },
  times: 3,
  fromLeaving: true,
  begun: 20,
  answers: ({ name, their, they }, when) => ({
    'child-view': `“I want to live with Sam’s family. They asked me, nobody made them.” ${name} has said so at every visit since the spring.`,
    'asked-on': when.day(21),
    understands: `${name} went through the leaflet with the advocate and said which parts end: the reviews, the allowance and ${their} room. ${name} asked who could be rung at night, and wrote the number down.`,
    'family-view': `Sam’s parents want it and have had ${name} to stay on six weekends. Whoever of ${name}’s own family could be reached agrees.`,
    home: `A room of ${their} own in the house of Sam’s parents, seen twice. The household was checked.`,
    money: `Sam’s parents charge nothing until the course is done; a grant for setting up home and fares to college come from us.`,
    education: `A plumbing course, at the college where Sam goes. ${they === 'she' ? 'She' : 'He'} starts in the new term.`,
    risk: 'That they quarrel in the first weeks. The personal adviser rings every Friday, and Sam’s mother has said that she would ring first.',
    'pathway-plan': 'yes',
  }),
  steps: [
    [
      18,
      'give-view',
      'social-worker',
      () => ({
        view: 'safe',
        'view-why':
          'People who want it, a home that was seen, and a course. Staying until eighteen was offered and understood.',
      }),
    ],
    [
      17,
      'offer-advocate',
      'social-worker',
      ({ name }, when) => ({
        offered: when.day(18),
        advocate: 'yes',
        'advocate-view': `${name}’s advocate says that it is ${name}’s own wish, and asks that the allowance is settled before the move.`,
      }),
    ],
    [
      12,
      'review',
      'reviewing-officer',
      ({ name }, when) => ({
        reviewed: when.day(13),
        'review-view': 'agrees',
        'review-why': `${name} chaired the first half. The home, the money and the course are in place, and somebody keeps in touch.`,
      }),
    ],
    [
      9,
      'authorise',
      'director',
      ({ name }) => ({
        rationale: `I read what ${name} asks for and spoke with the reviewing officer. A safe home with people who know what they offer, and support that does not end with care.`,
        conditions: 'The personal adviser visits in the first week.',
      }),
    ],
  ],
  ends: {
    // On the working day after.
    ago: -1,
    step: 'record-left',
    lives: 'With the parents of a friend from college',
    told: 'Moved with two suitcases and a bicycle. Says that it is quiet there, and that this is good.',
  },
};

export const LEAVING_TOLD: readonly LeavingTold[] = [
  asksToLeave,
  guardianship,
  stayingPut,
  goingHome,
  atHome,
  leftByOwnWish,
];
