import {
  type Answers,
  addDays,
  ageOn,
  type ChildRecord,
  type Day,
  daysBetween,
  type PeriodOfCare,
} from '@rightplace/domain';
import { answersOfOneWhoCame } from '../requests/came-into-care.ts';
import type { When } from '../requests/told-request.ts';
import { heard, listed, MEETS, referred, type ToldReferral } from './told-panel.ts';

/** How many working days before a meeting a child is referred to it, and listed. */
const [REFERRED, LISTED] = [4, 3];
/** A child who came further from a meeting than this came without it. */
const DAYS_BETWEEN = 21;
/** Unaccompanied children come on the day they are found: no panel hears about them before. */
const ALONE = 'N8';
/** Of so many families one came so fast that nobody asked the panel first; it heard them after. */
const ONE_IN = 4;

/** What a referral asks; the texts of the child themselves are those of a request for care. */
const ASKED = [
  {
    ask: 'Whether the grandparents could manage five nights a week, and what would make it last.',
    'support-instead': 'A worker in the house from four to nine, and money for the grandparents’ fares.',
    'instead-of-agreement':
      'Living with the grandparents by arrangement. They are willing and one of them is waiting for an operation.',
    'right-home': 'Carers in the same town, so that school and the football club stay.',
    reason: 'Everybody in the family was asked and has said what they can do. It is not enough at night.',
    conditions: 'Time with the grandparents every weekend, from the first one.',
  },
  {
    ask: 'Whether all that was offered was really there to be taken: two of the three services had a waiting list.',
    'support-instead': 'The parenting course now and not in the spring, with somebody to take the children.',
    'instead-of-agreement':
      'Help at home under section 17 for twelve weeks. It was tried twice and stopped both times.',
    'right-home': 'A home where brothers and sisters are together, or a short walk from one another.',
    reason:
      'The panel asked both services what they can start this month. Neither can, and waiting is not safe.',
    conditions: 'The course starts all the same, so that going home can be planned.',
  },
  {
    ask: 'Which home is right from the first day: there is a place far away now, and one near by in two weeks.',
    'support-instead': 'Two weeks with an aunt, who has said yes to two weeks and no to more.',
    'instead-of-agreement': 'The aunt’s home, with a worker each day. It bridges the time and no more.',
    'right-home': 'The one near by. Two weeks with the aunt are better than a move that has to be undone.',
    reason: 'One move and not two. The aunt was at the meeting by telephone and agrees.',
    conditions: 'The fostering team keeps the place, and says on the day if it cannot.',
  },
] as const;

const periodOf = ({ periodsOfCare }: ChildRecord): PeriodOfCare | undefined => periodsOfCare.at(-1);

/** Those who came into care by agreement or by an order since a day, each family at one place; the families by their days. */
const familiesSince = (children: readonly ChildRecord[], from: Day, until: Day) => {
  const came = children.filter((child) => {
    const { details, legalStatuses, needs, restricted } = child;
    const period = periodOf(child);
    return (
      restricted !== true &&
      details.givenName !== undefined &&
      details.dateOfBirth !== undefined &&
      period !== undefined &&
      period.ends === null &&
      period.starts > from &&
      period.starts < until &&
      ['V2', 'C1'].includes(legalStatuses.find(({ starts }) => starts === period.starts)?.status ?? '') &&
      needs.at(-1)?.need !== ALONE
    );
  });
  const byDay = Map.groupBy(came, (child) => periodOf(child)?.starts ?? until);
  return [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1));
};

/** A child who is in care, and how the panel came to hear about them. */
export interface HeardChild {
  readonly child: ChildRecord;
  readonly told: ToldReferral;
}

const answersOf =
  (child: ChildRecord, { first, at }: { readonly first: boolean; readonly at: number }, ago: number) =>
  (when: When): Answers => {
    const period = periodOf(child);
    const status = child.legalStatuses.find(({ starts }) => starts === period?.starts)?.status;
    const { reason: _, conditions: __, ...asked } = ASKED[at % ASKED.length] ?? ASKED[0];
    const { consent, ...said } = answersOfOneWhoCame(child, ago + 1)(when);
    const born = child.details.dateOfBirth;
    const small = born !== undefined && period !== undefined && ageOn(born, period.starts) < 5;
    return {
      ...said,
      ...(small ? ofSmall(child) : ofOlder(child, at)),
      ...(status === 'V2' ? {} : BY_AN_ORDER),
      ...asked,
      'in-care': first ? 'no' : 'emergency',
      'legal-basis': status === 'V2' ? 'V2' : 'C1',
      ...(status === 'V2' ? { consent } : {}),
    };
  };

const BY_AN_ORDER: Answers = {
  'parents-view':
    'Both parents were asked and do not agree. They say so in court, with a solicitor each. They want the same school and to be told of every appointment.',
};

const ofSmall = ({ details: { givenName } }: ChildRecord): Answers => ({
  'at-their-best': `${givenName} smiles at faces known and unknown, and settles when sung to.`,
  'child-view': `${givenName} is too young to say it. Seen at home on three days: looks for an adult, and turns away when voices rise.`,
  risk: `${givenName} would be left without an adult who can look after a child of this age, for hours and at night.`,
});

/** In their own words, of one and another. */
const SAID = [
  {
    best: 'takes things apart to see how they work, and mostly puts them together again',
    view: '“I’m not choosing. You’re the grown-ups. Just don’t change my school.”',
  },
  {
    best: 'makes the little ones laugh, and knows every song on the radio',
    view: '“I want somebody to be there when I get home. And I want Mum to get better, not told off.”',
  },
  {
    best: 'can be trusted with anything that has fur, and is up before everybody to walk the neighbour’s dog',
    view: '“It’s all right if it’s near. If it’s far I’ll walk back.”',
  },
] as const;

const ofOlder = ({ id, details: { givenName } }: ChildRecord, at: number): Answers => {
  const { best, view } = SAID[(Number(id.slice(-2)) + at) % SAID.length] ?? SAID[0];
  return { 'at-their-best': `${givenName} ${best}.`, 'child-view': view };
};

/**
 * Children in care whom the Entry to Care Panel heard about: most before they came, and one family in some after, at the next
 * meeting. Days count back by `ago`.
 */
export const heardOfThoseWhoCame = (
  children: readonly ChildRecord[],
  { day, asOf }: { readonly day: When['day']; readonly asOf: Day },
): readonly HeardChild[] => {
  const met = MEETS['entry-to-care-panel'].filter((ago) => ago > 0);
  const since = day(Math.max(...met));
  return familiesSince(children, since, asOf).flatMap(([start, family], at): readonly HeardChild[] => {
    const first = at % ONE_IN !== ONE_IN - 1;
    const meeting = first
      ? met.find(
          (ago) =>
            day(ago) < start && daysBetween(day(ago), start) <= DAYS_BETWEEN && isLast(met, ago, day, start),
        )
      : met.find((ago) => day(ago) > start);
    if (meeting === undefined) return [];
    // An emergency is written down when it has come.
    const begun = first ? meeting + REFERRED : day(meeting + 1) >= start ? meeting + 1 : meeting;
    const { reason, conditions } = ASKED[at % ASKED.length] ?? ASKED[0];
    return family.map((child) => ({
      child,
      told: {
        begun,
        answers: answersOf(child, { first, at }, begun),
        steps: [
          referred(begun),
          listed(first ? meeting + LISTED : begun, meeting),
          heard(meeting, 'agree-care', () => ({
            basis: child.legalStatuses.find(({ starts }) => starts === start)?.status,
            'instead-considered': 'Help at home, and family. What each came to is in the papers.',
            reason,
            conditions,
            'review-on': addDays(asOf, 14),
          })),
        ],
      },
    }));
  });
};

/** Whether no later meeting was before the start, too. */
const isLast = (met: readonly number[], ago: number, day: When['day'], start: Day): boolean =>
  met.every((other) => other >= ago || day(other) >= start);
