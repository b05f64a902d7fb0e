import { conventionsOf } from '../conventions.ts';
import type { CaseMeasure } from '../measure.ts';
import { caseOfChild, doneBy, findWorkingDayAfter, isInWindow } from '../record-cases.ts';
import { asShareOfCases } from './kinds.ts';

const OF_CONTRACTS = {
  ...asShareOfCases,
  question: 'assurance',
  source: 'Worcestershire Children First, placements paper 2023: contracts and payments',
  polarity: 'higher is better',
} as const;

export const contractSigned: CaseMeasure = {
  ...OF_CONTRACTS,
  id: 'contract-signed',
  title: 'Contracts signed in time',
  definition:
    'Of external placements that began in the time shown, the share whose contract was signed before they began or within the ' +
    'working days set. Those whose time is not over are left out unless it was signed.',
  certainty: { mark: 'local', says: 'How many working days is a convention: ten unless set.' },
  fields: ['start of the placement', 'day the contract was signed'],
  numerator: 'Signed in time',
  denominator: 'External placements begun',
  needs: ['placementContracts'],
  cases: (authority, context) => {
    const days = conventionsOf(context, authority).contractWorkingDays;
    return (context.records?.placementContracts ?? [])
      .filter((each) => each.placementStarts <= authority.asOf && isInWindow(authority, each.placementStarts))
      .flatMap(({ child, placementStarts, signedOn }) => {
        const due = findWorkingDayAfter(placementStarts, days, context);
        return caseOfChild(authority, child, placementStarts, doneBy(due, signedOn, authority));
      });
  },
  remarks: (_, authority, context) => [
    `In time is within ${conventionsOf(context, authority).contractWorkingDays} working days of the start.`,
  ],
};

export const paymentSetUp: CaseMeasure = {
  ...OF_CONTRACTS,
  id: 'payment-setup',
  title: 'Payments set up in time',
  definition:
    'Of placements whose move date was confirmed in the time shown, the share whose payments were set up within the working days ' +
    'set. Those whose time is not over are left out unless it was done.',
  certainty: { mark: 'local', says: 'How many working days is a convention: five unless set.' },
  fields: ['day the move date was confirmed', 'day payments were set up'],
  numerator: 'Set up in time',
  denominator: 'Move dates confirmed',
  needs: ['paymentsSetUp'],
  cases: (authority, context) => {
    const days = conventionsOf(context, authority).paymentWorkingDays;
    return (context.records?.paymentsSetUp ?? [])
      .filter((each) => each.moveConfirmedOn <= authority.asOf && isInWindow(authority, each.moveConfirmedOn))
      .flatMap(({ child, moveConfirmedOn, setUpOn }) => {
        const due = findWorkingDayAfter(moveConfirmedOn, days, context);
        return caseOfChild(authority, child, moveConfirmedOn, doneBy(due, setUpOn, authority));
      });
  },
  remarks: (_, authority, context) => [
    `In time is within ${conventionsOf(context, authority).paymentWorkingDays} working days.`,
  ],
};

export const CONTRACTS: readonly CaseMeasure[] = [contractSigned, paymentSetUp];
