import { type Answers, addDays, type Day, dayInWords, PRE_PROCEEDINGS } from '@rightplace/domain';
import type { CaseStep, ToldCase } from './told-case.ts';

/** What a child’s papers say of them: a few families, so that no two children read alike next to each other. */
interface Family {
  readonly view: string;
  readonly life: string;
  readonly threshold: string;
  readonly parents: string;
  readonly network: string;
  readonly tried: string;
  readonly plan: string;
  readonly harm: readonly string[];
}

const FAMILIES: readonly Family[] = [
  {
    view: '“I want Mum to get up in the morning.” Asked for what would be better, the answer was: a clock, and breakfast.',
    life: 'Up alone, to school late or not at all, and home to whatever there is. On good days there is a walk to the harbour with Nan.',
    threshold: 'Two years of neglect that help has not changed: teeth, school, food and nights alone.',
    parents:
      'Mother agrees that it has not been good enough and says that she cannot do it while she is so low.',
    network:
      'Grandmother has every weekend. An aunt offers the school run. Nobody can offer every night yet.',
    tried: 'Early help for a year, then a child protection plan. Each helped for some weeks.',
    plan: 'Home with a written plan, visits twice a week, and the grandmother’s assessment.',
    harm: ['neglect', 'emotional'],
  },
  {
    view: '“It is loud when he is there.” Wants to be asked before anybody decides, and to stay at the same school.',
    life: 'Quiet and watchful at home, and lively at school, where the club after lessons is the best part of the day.',
    threshold: 'Violence at home that goes on after two orders, seen and heard by the child.',
    parents:
      'Mother wants to be safe and has twice taken him back. Father says that it was not as it is written.',
    network:
      'Mother’s sister lives near and has asked to be assessed. Father’s parents were asked and would not.',
    tried: 'An independent adviser, a refuge in spring, and a programme that father left after a week.',
    plan: 'With mother at her sister’s, father not to come there, and a plan for if he does.',
    harm: ['emotional', 'physical'],
  },
  {
    view: 'Too young to say. Seen to settle with either parent when they are well, and to cry little, even when left.',
    life: 'Fed and clean on the days when somebody calls, and not on others.',
    threshold: 'Both parents use drugs daily, and an earlier child was adopted after the same.',
    parents: 'Both say that this time is different and have begun treatment. They have a solicitor.',
    network: 'Father’s mother would care for the baby with both parents out of the house.',
    tried:
      'A pre-birth plan, a worker from the drug service each week, and a residential place that was turned down.',
    plan: 'At home with the father’s mother there day and night, until the tests and the assessment are back.',
    harm: ['neglect'],
  },
];

const familyOf = (index: number): Family => FAMILIES[index % FAMILIES.length] as Family;

/** The papers for the gateway, as they are before a day. */
export const gatewayForm = (
  index: number,
  written: Day,
  asksFor: 'pre-proceedings' | 'issue-now',
): Answers => {
  const family = familyOf(index);
  return {
    'child-view': family.view,
    'daily-life': family.life,
    harm: family.harm,
    threshold: family.threshold,
    chronology: `Referred on ${dayInWords(addDays(written, -200))}.\nChild protection plan on ${dayInWords(addDays(written, -90))}.\nReviewed on ${dayInWords(addDays(written, -10))}: not enough has changed.`,
    assessed: addDays(written, -8),
    'parental-responsibility': [
      { name: 'Mother', relation: 'Mother' },
      { name: 'Father', relation: 'Father', needs: 'Papers read to him' },
    ],
    'parents-view': family.parents,
    network: family.network,
    tried: family.tried,
    'asks-for': asksFor,
    ...(asksFor === 'issue-now'
      ? { 'issue-now-why': 'The child cannot be safe at home for the weeks that pre-proceedings take.' }
      : {}),
    plan: family.plan,
  };
};

const ADVICE = { adviser: 'Duty solicitor, legal services', advice: 'Threshold is met on the papers.' };

export const entered = (on: Day): CaseStep => [
  on,
  'enter',
  'team-manager',
  {
    'decided-on': on,
    present: 'Team manager, social worker, duty solicitor',
    'threshold-view': 'Met: the harm is plain, and so is what the family can do about it with time and help.',
    ...ADVICE,
  },
];

export const issueAtOnce = (on: Day): CaseStep => [
  on,
  'issue-at-once',
  'group-manager',
  {
    'decided-on': on,
    present: 'Group manager, team manager, social worker, duty solicitor',
    'threshold-view': 'Met, and the risk is now.',
    ...ADVICE,
    'issue-by': addDays(on, 5),
    'cannot-wait': 'Nothing that could be put in place at home would keep the child safe this week.',
  },
];

const LETTER = (on: Day): CaseStep => [
  on,
  'letter',
  'social-worker',
  {
    'sent-on': on,
    'sent-to': 'Both parents, by hand, and read through with them',
    'asks-of-them':
      'To be there for the visits, to take the child to school, and to work with the drug service. The help with each is in it.',
    'told-of-solicitor': 'yes',
  },
];

const MEETING = (on: Day, agreed: string, cameTo: 'goes-on' | 'better' | 'worse'): CaseStep => [
  on,
  'meeting',
  'social-worker',
  {
    'met-on': on,
    present: 'Both parents and their solicitors, team manager, duty solicitor',
    agreed,
    'came-to': cameTo,
  },
];

const REVIEW = (on: Day, progress: string): CaseStep => [
  on,
  'review',
  'team-manager',
  { 'reviewed-on': on, progress, next: 'Second meeting in three weeks; the assessment is chased by Friday.' },
];

/** Pre-proceedings from a day on, with what happens in them, as far as it has happened by the day it is told of. */
export const preProceedingsTold = (
  index: number,
  { from, asOf, more = [] }: { readonly from: Day; readonly asOf: Day; readonly more?: readonly CaseStep[] },
): ToldCase => {
  const at = (days: number): Day => addDays(from, days);
  const during: readonly CaseStep[] = [
    LETTER(at(3)),
    [
      at(8),
      'family-meeting',
      'social-worker',
      {
        offer: 'held',
        'offered-on': at(8),
        'family-plan': 'Grandmother is there at weekends and two nights a week; an aunt does the school run.',
      },
    ],
    MEETING(
      at(17),
      'What the letter asks, week by week, with who helps. A parenting assessment begins.',
      'goes-on',
    ),
    [
      at(18),
      'assessment-asked',
      'social-worker',
      {
        assessment: 'parenting',
        of: 'Both parents, by the family centre',
        'asked-on': at(18),
        'due-on': at(74),
      },
    ],
    REVIEW(at(34), 'School nine days in ten. The visits are kept. Nights are no better yet.'),
    MEETING(
      at(48),
      'Seen together what is better and what is not. The nights are the next thing.',
      'goes-on',
    ),
    [
      at(76),
      'assessment-done',
      'social-worker',
      {
        assessment: 'parenting',
        'finished-on': at(76),
        found: 'Warm and able with help, and not yet without it.',
      },
    ],
  ];
  const steps: readonly CaseStep[] = [[at(-4), 'submit', 'social-worker'], entered(from), ...during, ...more];
  return {
    workflow: PRE_PROCEEDINGS,
    begun: at(-7),
    form: gatewayForm(index, at(-5), 'pre-proceedings'),
    steps: steps.filter(([on]) => on < asOf).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  };
};
