import { heard, listed, referred, type ToldReferral } from './told-panel.ts';

type Asked = ToldReferral['answers'];

const asked =
  (ask: string, instead: string, agreement: string, home: string): Asked =>
  () => ({
    'in-care': 'no',
    ask,
    'support-instead': instead,
    'instead-of-agreement': agreement,
    'right-home': home,
  });

/**
 * What was put before the Entry to Care Panel, by the number of the child for whom care is asked. What the request says already
 * comes with it.
 */
export const ENTRY_TOLD: Readonly<Record<string, ToldReferral>> = {
  // The director has the panel’s view, and decides.
  NM910001: {
    begun: 3,
    answers: asked(
      'Whether Ivy and her mother could go to one home together, and what her father would do then.',
      'A parent and child home for twelve weeks, with somebody awake at night.',
      'Section 20 is not asked for: the court made an interim order. A parent and child home was asked for and is full until the spring.',
      'Carers who have looked after a parent with a baby before, near enough for the grandmother to come in the day.',
    ),
    steps: [
      referred(3),
      listed(3, 2),
      heard(2, 'agree-care', ({ day }) => ({
        basis: 'C1',
        reason:
          'What was planned before Ivy was born has been tried and has not kept her safe. Her mother loves her and cannot protect her from what happens at home.',
        conditions:
          'Her mother sees her five days a week from the first week. The aunt’s assessment is finished by the end of January.',
        'review-on': day(-20),
      })),
    ],
  },
  // Listed for the coming meeting: the director waits for it.
  NM910006: {
    begun: 3,
    answers: asked(
      'Whether trained night care at home could be made certain, and for how long it would hold.',
      'Two trained carers every night, from more than one agency, so that a night is never missed.',
      'A longer series of short breaks, and night care at home paid from health and care together.',
      'A home within half an hour, with nurses at night, where her parents can stay.',
    ),
    steps: [referred(3), listed(2, -3)],
  },
  // Waits to be listed.
  NM910008: {
    begun: 2,
    answers: asked(
      'Whether his aunt’s home can be the first one and not the second.',
      'None that keeps him safe where he is known. With his aunt: a worker who rings every evening.',
      'Living with his aunt by arrangement of his mother, with support under section 17.',
      'His aunt’s, as soon as it is checked; until then a foster home nobody here knows.',
    ),
    steps: [referred(2)],
  },
  // The panel agreed, and so did the director.
  NM910005: {
    begun: 7,
    answers: asked(
      'Whether enough help in the house would let Ollie and his grandfather stay together.',
      'A carer for his grandfather from seven to ten, and somebody awake at night.',
      'Care for his grandfather at home, which adult services offered in the day and not at night.',
      'A foster home near the academy, from which he can walk the dog every day.',
    ),
    steps: [
      referred(7),
      listed(7, 6),
      heard(6, 'agree-care', ({ day }) => ({
        basis: 'V2',
        'instead-considered':
          'Help for his grandfather at home by day and night. There is none at night before the spring, and it is at night that Ollie is alone with it.',
        reason: 'This is a family that did everything right. Ollie has to be able to be eleven.',
        conditions: 'He sees his grandfather every day if he wants to.',
        'review-on': day(-9),
      })),
    ],
  },
  // The panel saw another way, and the group manager went with it.
  NM910009: {
    begun: 11,
    answers: asked(
      'Whether some weeks apart, without care, would do what her mother asks for.',
      'Some weeks with her father or her godmother, and a mediator for the two of them.',
      'Her father, who lives near by and whom nobody had asked.',
      'Her father’s, or her godmother’s for a while.',
    ),
    steps: [
      referred(11),
      listed(11, 10),
      heard(10, 'divert', ({ day }) => ({
        reason:
          'What is wrong is between the two of them, and there is warmth when they are apart. Her father had not been asked.',
        support: [
          {
            what: 'A mediator for Summer and her mother, twice a week',
            weekly: '186.50',
            starts: day(8),
            ends: day(-35),
            owner: 'Edge of care',
          },
          {
            what: 'Fares and food while she stays with her father or her godmother',
            weekly: '48.00',
            starts: day(9),
            owner: 'Her social worker',
          },
        ],
        conditions: 'Her social worker sees her alone once a week.',
        'review-on': day(-10),
      })),
    ],
  },
  // More was asked for.
  NM910003: {
    begun: 4,
    answers: asked(
      'Whether help at night would be enough while her mother is treated.',
      'A worker from six in the evening to eight in the morning, four nights a week.',
      'Jude’s father, who has Isla’s brother, and the neighbour for the mornings.',
      'With her brother, or near enough to see him at weekends.',
    ),
    steps: [
      referred(4),
      listed(4, 2),
      heard(2, 'ask-more', () => ({
        changes: [
          { change: 'What Jude’s father says to having Isla for a while, and what he would need' },
          { change: 'What her mother’s doctor thinks of treatment with help at night' },
        ],
      })),
    ],
  },
};
