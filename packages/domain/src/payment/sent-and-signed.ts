import type { Answer, Answers } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { OFFER_CHOSEN } from '../placement-request/choice-steps.ts';
import type { CaseEvent } from '../workflow/case.ts';
import type { Step } from '../workflow/workflow.ts';
import type { Signing } from './signing.ts';

/**
 * A search asks whether the contract was sent and signed, and an agreement has its own words for the same. What is written down of
 * an agreement is offered where the search asks it, to be read over and put right; what a search said stands at the agreement: nobody
 * types it twice.
 */
const given = (named: Readonly<Record<string, Answer | undefined>>): Answers =>
  Object.fromEntries(
    Object.entries(named).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])),
  );

const isSignedByBoth = (signing: Signing): boolean =>
  signing['we-signed'] !== undefined && signing['provider-signed'] !== undefined;

const bothSigned = 'contract-signed';

/** Where it is said that both have signed, and the record of the agreement says of one or both that they have not. */
export const findSigningFault = (said: Answers, signing: Signing | undefined): Fault | undefined => {
  if (said[bothSigned] !== 'yes' || signing === undefined || isSignedByBoth(signing)) return undefined;
  const missing = [
    ...(signing['provider-signed'] === undefined ? ['the provider'] : []),
    ...(signing['we-signed'] === undefined ? ['the authority'] : []),
  ];
  return {
    question: bothSigned,
    sentence: `By the placement agreement’s record ${missing.join(' and ')} ${missing.length === 1 ? 'has' : 'have'} not signed it. Record on the agreement’s page that they signed, or answer No and say why`,
  };
};

/** Of what a step of the search asks: what the agreement says of it. */
export const offeredBySigning = ({ asks }: Pick<Step, 'asks'>, signing: Signing | undefined): Answers => {
  if (signing === undefined) return {};
  const { on, who } = signing.sent?.said ?? {};
  const known = given({
    'contract-sent': on,
    'contract-to': who,
    'contract-signed': isSignedByBoth(signing) ? 'yes' : undefined,
  });
  return Object.fromEntries(Object.entries(known).filter(([name]) => asks.some((one) => one.name === name)));
};

type Told = Pick<CaseEvent, 'step' | 'said'>;

/** What was recorded in a search while an offer was the one that was chosen. */
const whileChosen = <E extends Told>(events: readonly E[], offer: string): readonly E[] => {
  let isChosen = false;
  return events.filter(({ step, said }) => {
    if (step === 'choose') isChosen = said[OFFER_CHOSEN] === offer;
    return isChosen;
  });
};

/** What the steps of a search say of the contract of an offer: the one that says it was sent, and the one that says both signed. */
export const contractInSearch = <E extends Told>(
  { events }: { readonly events: readonly E[] },
  offer: string,
): { readonly sent: E | undefined; readonly signed: E | undefined } => {
  const told = whileChosen(events, offer);
  return {
    sent: told.findLast(({ step, said }) => step === 'send-contract' && said['contract-sent'] !== undefined),
    signed: told.findLast(({ said }) => said['contract-signed'] === 'yes'),
  };
};

/** What a search says of the sending, under the names by which the agreement asks it. */
export const sentInSearch = (sent: Told | undefined): Answers =>
  given({ on: sent?.said['contract-sent'], who: sent?.said['contract-to'] });
