import { BY_PARENTS, FIRST_HOME } from '../entry-to-care/first-home.ts';
import type { FormQuestion, Options } from '../form/form.ts';
import { HOME_CHANGES, OLD_HOME_ENDED } from './change-of-home.ts';
import { ENDED_BY, NOTICE_GIVEN_BY, NOTICE_GIVEN_ON } from './home-notice.ts';
import { BEFORE_THE_SEARCH, LOGGED_STATES } from './states.ts';
import type { PlacementRequestStep } from './step.ts';

const WHO = ['placements-officer', 'social-worker'] as const;
const BEFORE_ANY_MOVE = [...BEFORE_THE_SEARCH, ...LOGGED_STATES] as const;

/** The step that records a home’s end where no search is to follow. */
export const LIVES_ELSEWHERE = 'lives-elsewhere';

const TAKEN_BACK: readonly FormQuestion[] = [
  {
    kind: 'one-of',
    name: 'taken-back-by',
    label: 'Who took the notice back?',
    options: NOTICE_GIVEN_BY,
  },
  {
    kind: 'day',
    name: 'taken-back-on',
    label: 'On which day was it taken back?',
    notAfterToday: true,
  },
  {
    kind: 'text',
    name: 'reason',
    label: 'Why, and what was agreed so that the child can stay',
  },
  { kind: 'text', name: 'child-says', label: 'What the child says about it' },
];

/** Where a child in care may come to live without a search by the placements team: the law of such a home is another than a gate’s. */
const ELSEWHERE = [BY_PARENTS, 'R5', 'R2'] as const;
const isElsewhere = (code: string): boolean => ELSEWHERE.some((one) => one === code);
const only = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([code]) => isElsewhere(code)));

const ofElsewhere = FIRST_HOME.flatMap((question): readonly FormQuestion[] => {
  switch (question.name) {
    case 'home-type':
      return question.kind === 'one-of'
        ? [
            {
              ...question,
              label: 'Where does the child live now?',
              hint: 'A move to carers or to a home goes through a search, in house too: the home is looked at and approved first.',
              options: only(question.options),
            },
          ]
        : [];
    case 'home-provider-public':
    case 'home-postcode':
      return [question];
    default:
      return [];
  }
});

const ASKED_OF_ELSEWHERE: readonly FormQuestion[] = [
  ...HOME_CHANGES.filter(({ name }) => name === 'moved-on' || name === OLD_HOME_ENDED),
  {
    kind: 'one-of',
    name: ENDED_BY,
    label: 'Who gave notice, or decided that it ends?',
    options: NOTICE_GIVEN_BY,
  },
  {
    kind: 'day',
    name: NOTICE_GIVEN_ON,
    label: 'On which day was notice given?',
    hint: 'Leave it empty where nobody gave notice.',
    notAfterToday: true,
    optional: true,
  },
  ...ofElsewhere,
  {
    kind: 'text',
    name: 'parents-approved',
    label: 'Who approved that the child lives with parents, and on which day',
    hint: 'A child in care by an order is placed with parents only once the nominated officer has approved it (Care Planning, Placement and Case Review (England) Regulations 2010, regulations 17 to 20).',
    when: { question: 'home-type', is: [BY_PARENTS] },
  },
  { kind: 'text', name: 'reason', label: 'Why no other home is looked for' },
];

/** What becomes of a search when the home need not be left after all, or the child lives where no search is needed. */
export const NOTICE_STEPS: readonly PlacementRequestStep[] = [
  {
    id: 'notice-back',
    kind: 'record',
    from: BEFORE_ANY_MOVE,
    who: WHO,
    besides: true,
    button: 'Notice was taken back, and the search goes on',
    told: 'recorded that the notice on the home was taken back; the search goes on',
    asks: TAKEN_BACK,
  },
  {
    id: 'notice-back-over',
    kind: 'record',
    from: BEFORE_ANY_MOVE,
    to: 'cancelled',
    who: WHO,
    besides: true,
    button: 'Notice was taken back: the child stays, end the search',
    told: 'recorded that the notice on the home was taken back, and ended the search',
    asks: TAKEN_BACK,
  },
  {
    id: LIVES_ELSEWHERE,
    kind: 'record',
    from: BEFORE_ANY_MOVE,
    to: 'cancelled',
    who: WHO,
    besides: true,
    button: 'The child lives elsewhere and needs no search',
    told: 'recorded that the home ended and the child lives where no search is needed, and ended the search',
    asks: ASKED_OF_ELSEWHERE,
    needs: ['in-care'],
    writes: 'home-changes',
  },
];
