import type { FormQuestion } from '../form/form.ts';
import { FREE_IS_0 } from '../form/free-is-0.ts';
import { ADDITION_QUESTIONS } from '../search/addition-questions.ts';
import type { PlacementRequestStep } from './step.ts';

const OFFICER = ['placements-officer'] as const;
const WHY: FormQuestion = { kind: 'text', name: 'reason', label: 'Why' };

/** Questions for what was agreed with the provider. */
export const AGREED_WEEKLY = 'agreed-weekly';
/** Which additions of the offer were agreed as they were offered; asked only where it has some. */
export const ADDITIONS_KEPT = 'additions-kept';
export const NO_ADDITION_KEPT = 'none';
/** Additions that were agreed on other terms, or that the offer does not have. */
export const ADDITIONS_OTHERWISE = 'agreed-additions';

/** From the checks back to the price: what was agreed before is there to be changed. */
export const TERMS_AGAIN = 'terms-again';
/** With whom, when and where: of one agreement, and asked anew of the next. */
export const AGREED_WITH = 'agreed-with';

/** The price of the chosen home and what goes with it, as often as it is agreed. */
export const TERMS_STEPS: readonly PlacementRequestStep[] = [
  {
    id: 'agree-terms',
    kind: 'record',
    from: ['negotiation'],
    to: 'checks',
    who: OFFICER,
    button: 'Record what was agreed',
    told: 'recorded the price and what goes with it as agreed',
    asks: [
      {
        kind: 'money',
        name: AGREED_WEEKLY,
        label: 'The core fee a week that was agreed',
        hint: FREE_IS_0,
      },
      {
        kind: 'any-of',
        name: ADDITIONS_KEPT,
        label: 'Which additions were agreed as they were offered?',
        hint: 'One that is not chosen is not paid. Where it was agreed at another price or for other days, enter it under the next question.',
        options: { [NO_ADDITION_KEPT]: 'None of them' },
        standsAlone: NO_ADDITION_KEPT,
      },
      {
        kind: 'list',
        name: ADDITIONS_OTHERWISE,
        label: 'Additions that were agreed otherwise than they were offered, or that the offer does not have',
        entry: 'Addition',
        optional: true,
        of: ADDITION_QUESTIONS,
      },
      {
        kind: 'text',
        name: 'agreed-extras',
        label: 'What else was said of the extras, and why any was not agreed',
        optional: true,
      },
      { kind: 'line', name: AGREED_WITH, label: 'With whom, on which day, and where it is written' },
    ],
    needs: ['offer-stands'],
  },
  {
    id: 'terms-failed',
    kind: 'record',
    from: ['negotiation'],
    to: 'offers-shared',
    who: OFFICER,
    button: 'Nothing was agreed: choose again',
    told: 'recorded that nothing was agreed with the provider',
    asks: [WHY],
  },
  {
    id: TERMS_AGAIN,
    kind: 'record',
    from: ['checks'],
    to: 'negotiation',
    who: OFFICER,
    button: 'Agree the terms again',
    told: 'took up the terms with the provider again',
    asks: [
      {
        kind: 'text',
        name: 'reason',
        label: 'Why are they agreed again?',
        hint: 'For example: the director asked for another price. What was agreed is filled in for you to change. The choice, the place held and the checks stay.',
      },
    ],
    needs: ['offer-stands'],
  },
];
