import { heard, listed, referred, type ToldReferral } from './told-panel.ts';

/** Children in care put before the Access to Resources Panel, in the order in which the record’s children are taken for them. */
export const RESOURCES_TOLD: readonly ToldReferral[] = [
  // Notice has been given: listed for the coming meeting.
  {
    begun: 5,
    answers: ({ day }) => ({
      'referral-kind': 'notice',
      'notice-ends': day(-16),
      'what-goes-wrong': 'Three calls to the police in a month, all at night. The carers have not slept.',
      'carers-view': '“We would keep them if we had two nights a week off and somebody to ring at midnight.”',
      ask: 'Two nights of respite a week for eight weeks, and a number to ring at night.',
      'weekly-now': '1,180',
      'at-their-best': 'Funny, quick, and kind to the dog. Gets up for football whatever the weather.',
      'child-view': '“I don’t want to move again. I’ll try.”',
      'parents-view': 'Their father wants them to stay, and would come to a family meeting.',
      tried:
        'A behaviour plan with the school, which holds there. Advice to the carers, which did not help at night.',
      creative: 'An older young person who has left care to go to football with, and stay for tea.',
      'could-return': 'in-time',
      'parallel-plan': 'Their father’s assessment is begun beside it and is due in six weeks.',
    }),
    steps: [referred(4), listed(3, -2)],
  },
  // Heard last week: support agreed.
  {
    begun: 10,
    answers: () => ({
      'referral-kind': 'risk',
      'what-goes-wrong': 'School ended in September, and the days at home are long for everybody.',
      'carers-view': 'They want help in the day, and to be told what school there will be.',
      ask: 'A tutor at home until there is a school, so that the home lasts.',
      'weekly-now': '745.50',
      'at-their-best': 'Builds things that work. Patient with anybody smaller.',
      'child-view': '“I want a school with a workshop.”',
      'parents-view': 'Their mother agrees, and asks for a visit to the new school with them.',
      tried: 'Two schools were asked and refused. The virtual school found a course from January.',
      creative: 'Two mornings in the workshop of the carers’ neighbour, insured.',
      'could-return': 'no',
      'why-not-home': 'A care order with a plan for long-term fostering, agreed at the last review.',
    }),
    steps: [
      referred(9),
      listed(8, 6),
      heard(6, 'agree-support', ({ day }) => ({
        reason:
          'The home is right and the days are what is wrong. What was asked for costs less than a move.',
        support: [
          {
            what: 'A tutor on four mornings',
            weekly: '260.00',
            starts: day(5),
            ends: day(-25),
            owner: 'Virtual school',
          },
          {
            what: 'Workshop mornings: insurance and fares',
            weekly: '32.40',
            starts: day(4),
            owner: 'Social worker',
          },
        ],
        conditions: 'The school place is found by the end of January, whoever finds it.',
      })),
    ],
  },
  // Heard five weeks ago: the following up is overdue.
  {
    begun: 30,
    answers: () => ({
      'referral-kind': 'resource',
      'carers-view': 'They ask for training, and for a night off.',
      ask: 'Training for the carers in what trauma does to sleep, and one night a week off.',
      'at-their-best': 'Sings all day. Remembers everybody’s birthday.',
      'child-view': '“Can I stay here until I am big?”',
      'parents-view': 'Could not be reached. A letter was sent.',
      tried: 'A sleep diary with the nurse, which says when and not why.',
      creative: 'The same night carer each week, who comes to the house.',
      'could-return': 'no',
      'why-not-home': 'A placement order was made; adopters are being looked for.',
    }),
    steps: [
      referred(29),
      listed(28, 26),
      heard(26, 'agree-support', ({ day }) => ({
        reason: 'A small thing that may hold a good home.',
        support: [
          {
            what: 'A night carer, one night a week, the same each time',
            weekly: '140.00',
            starts: day(25),
            owner: 'Fostering',
          },
        ],
      })),
    ],
  },
  // Going home was planned, and followed up.
  {
    begun: 31,
    answers: () => ({
      'referral-kind': 'entry',
      ask: 'Help with going home: a worker in the evenings for the first eight weeks.',
      'at-their-best': 'Cooks for everybody, and knows what each of them likes.',
      'child-view': '“I want to go home, and I want somebody there when it gets loud.”',
      'parents-view': 'Both want it, and both will come to the family meeting.',
      tried: 'Weekends at home since the summer, and none went wrong.',
      creative: 'Their grandfather sleeps there on Fridays.',
      'could-return': 'yes',
      'parallel-plan': 'Going home is the plan. The foster home is kept for six weeks, in case.',
    }),
    steps: [
      referred(30),
      listed(29, 26),
      heard(26, 'plan-return', ({ day }) => ({
        reason: 'Weekends have gone well since the summer, and the family has asked for the right help.',
        'way-home': 'Four nights a week at first, then all. A worker on five evenings for eight weeks.',
        'home-by': day(10),
        support: [
          {
            what: 'A worker on five evenings',
            weekly: '355.00',
            starts: day(24),
            ends: day(-14),
            owner: 'Family safeguarding',
          },
        ],
      })),
      [
        4,
        'follow-up',
        'social-worker',
        () => ({
          'lives-now': 'family',
          'came-of': 'At home since the half-term. One loud night, when the worker was rung and came.',
          'result-1': 'Came every evening it was agreed. The family asks for two evenings from now on.',
        }),
      ],
    ],
  },
  // Waits to be listed.
  {
    begun: 3,
    answers: () => ({
      'referral-kind': 'risk',
      'what-goes-wrong':
        'The other young person in the home has moved out and nobody has taken their place: the provider may close it.',
      'carers-view': 'The manager would go on with one until the summer if the price were right.',
      ask: 'To know by the end of the month whether the home can be kept for one.',
      'weekly-now': '4,310',
      'at-their-best': 'Reads to the others. Has not missed a day of college this term.',
      'child-view': '“I have my exams in June. Please not before.”',
      'parents-view': 'Their mother asks that they are told first, whatever it is.',
      tried: 'The provider was asked to keep the price, and has not answered.',
      creative: 'The carer who knows them best could be approved as a foster carer.',
      'could-return': 'no',
      'why-not-home': 'They do not wish it, and the last review agreed.',
    }),
    steps: [referred(1)],
  },
];
