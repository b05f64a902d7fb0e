import {
  type Answers,
  addDays,
  CARE_PROCEEDINGS,
  type Day,
  mondayOf,
  PRE_PROCEEDINGS,
  SECTION_20,
} from '@rightplace/domain';
import { gatewayForm, issueAtOnce } from './gateway-told.ts';
import type { CaseStep, ToldCase } from './told-case.ts';

const COURT = 'Northmarsh Family Court';

/** No court sits at the weekend. */
const sitting = (on: Day): Day => (mondayOf(addDays(on, 2)) > on ? mondayOf(addDays(on, 2)) : on);

const listed = (kind: string, on: Day, at: string) => ({
  next: 'listed',
  'next-kind': kind,
  'next-on': on,
  'next-at': at,
});

const orderAsked = (index: number, isYoung: boolean): string => {
  if (index % 4 === 2) return 'supervision-order';
  return isYoung && index % 2 === 1 ? 'care-and-placement' : 'care-order';
};

const applicationForm = (index: number, on: Day, isYoung: boolean): Answers => {
  const {
    threshold,
    plan,
    'child-view': view,
    'parental-responsibility': parents,
  } = gatewayForm(index, on, 'issue-now');
  return {
    'order-asked': orderAsked(index, isYoung),
    ...(threshold === undefined ? {} : { threshold }),
    ...(plan === undefined ? {} : { plan }),
    ...(view === undefined ? {} : { 'child-view': view }),
    ...(parents === undefined ? {} : { 'parental-responsibility': parents }),
    statement: 'done',
    'care-plan': 'done',
    assessments: index % 2 === 0 ? 'done' : 'not-needed',
    'family-plan': 'done',
    letter: 'not-needed',
  };
};

interface CourtAsked {
  /** Whether adoption is thought of for a child so young. */
  readonly isYoung: boolean;
  readonly issued: Day;
  /** Since when the record has an interim care order. */
  readonly interimFrom: Day;
  /** The final order that the record has, if it has one. */
  readonly final?: { readonly order: string; readonly on: Day } | undefined;
  readonly asOf: Day;
}

/** Proceedings of a child, and the decision at the gateway they come from, by what the record says of the orders. */
export const proceedingsTold = (
  index: number,
  { isYoung, issued, interimFrom, final, asOf }: CourtAsked,
): readonly ToldCase[] => {
  const at = (days: number): Day => sitting(addDays(issued, days));
  const [management, review, resolution, hearing] = [at(16), at(70), at(126), at(161)];
  const caseNumber = `NM${issued.slice(2, 4)}C${String(50_100 + index * 7)}`;
  const held = (kind: string, on: Day, ordered: string, next: object): CaseStep => [
    on,
    'hearing',
    'social-worker',
    { hearing: kind, 'heard-on': on, 'heard-at': '10:00', ordered, ...next },
  ];
  const extended = addDays(issued, 175);
  const all: readonly CaseStep[] = [
    [
      issued,
      'issue',
      'social-worker',
      {
        'issued-on': issued,
        court: COURT,
        'case-number': caseNumber,
        ...listed('case-management', management, '10:00'),
      },
    ],
    [interimFrom, 'interim-order', 'social-worker', { order: 'interim-care-order', 'made-on': interimFrom }],
    held(
      'case-management',
      management,
      'Threshold by week six. Assessment of the parents, and of an aunt, by week fourteen.',
      listed('further-case-management', review, '14:00'),
    ),
    held(
      'further-case-management',
      review,
      'The aunt’s assessment is positive for contact and not for care. The parents’ is in three weeks.',
      listed('issues-resolution', resolution, '10:30'),
    ),
    held(
      'issues-resolution',
      resolution,
      'Two matters are left for the final hearing. Final evidence within four weeks.',
      listed('final', hearing, '10:00'),
    ),
    // What went over its final hearing was heard in part, and goes on later; of one in seven nobody has recorded it yet.
    ...(final === undefined && index % 7 !== 6 && index % 3 !== 0
      ? [
          held(
            'final',
            hearing,
            'Heard in part. A new report is needed before the court can decide.',
            listed('final', sitting(addDays(asOf, 9 + (index % 5) * 6)), '10:00'),
          ),
        ]
      : []),
    // Of every third the court gave more time before the 26 weeks were over; of the others that are late nobody has yet asked.
    ...(index % 3 === 0
      ? [
          [
            extended,
            'extension',
            'social-worker',
            {
              'given-on': extended,
              weeks: '8',
              reason:
                'A relative came forward late, and their assessment is necessary to do right by the child.',
            },
          ] as const,
          [
            addDays(extended, 1),
            'listed',
            'social-worker',
            { 'next-kind': 'final', 'next-on': sitting(addDays(issued, 224)), 'next-at': '10:00' },
          ] as const,
        ]
      : []),
    ...(final === undefined
      ? []
      : [[final.on, 'final-order', 'social-worker', { order: final.order, 'made-on': final.on }] as const]),
  ];
  const end = final?.on ?? asOf;
  const decided = addDays(issued, -3);
  return [
    {
      workflow: PRE_PROCEEDINGS,
      begun: addDays(issued, -6),
      form: gatewayForm(index, addDays(issued, -5), 'issue-now'),
      steps: [[addDays(issued, -4), 'submit', 'social-worker'], issueAtOnce(decided)],
    },
    {
      workflow: CARE_PROCEEDINGS,
      begun: addDays(issued, -2),
      form: applicationForm(index, decided, isYoung),
      steps: all
        .filter(([on, step]) => on < asOf && (on < end || step === 'final-order'))
        .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    },
  ];
};

/** An agreement under section 20, confirmed again as time passed. */
export const agreementTold = (
  index: number,
  { from, asOf, isObjectedTo }: { readonly from: Day; readonly asOf: Day; readonly isObjectedTo: boolean },
): ToldCase => {
  const agreed = addDays(from, -1);
  const confirmed = (days: number, at: string): CaseStep => [
    addDays(from, days),
    'confirm-again',
    'social-worker',
    {
      'confirmed-on': addDays(from, days),
      at,
      who: 'Mother',
      'still-right': 'She is in treatment and visits three times a week. Going home is planned for.',
    },
  ];
  const objected = addDays(asOf, -1);
  const all: readonly CaseStep[] = [
    [agreed, 'agree', 'social-worker', { 'agreed-on': agreed, 'in-care': 'already' }],
    confirmed(88, 'three-months'),
    confirmed(180, 'six-months'),
    ...(isObjectedTo
      ? [
          [
            objected,
            'object',
            'social-worker',
            {
              who: 'Father',
              'objected-on': objected,
              'objected-at': '16:40',
              words: '“I never signed anything and I want my child home by the weekend.”',
              'safe-today': 'He agreed by telephone that nothing changes before he is seen tomorrow.',
            },
          ] as const,
        ]
      : []),
  ];
  return {
    workflow: SECTION_20,
    begun: agreed,
    form: {
      'given-by': [
        { name: 'Mother', relation: 'Mother', responsibility: 'yes', 'given-on': agreed, how: 'writing' },
      ],
      others: 'Father has parental responsibility. He was told and said that he would think about it.',
      capacity:
        'Seen on two days, rested and well. She said in her own words what it means and what it does not.',
      interpreter: index % 4 === 3 ? 'used' : 'no',
      told: ['may-end', 'advice', 'plan', 'contact'],
      'at-sixteen': 'no',
      'child-view': 'Wants to see Mum on school days as well, and to keep the same bed.',
    },
    steps: all.filter(([on]) => on < asOf),
  };
};
