import type { Answer, Answers } from '../form/form.ts';
import type { CaseEvent } from '../workflow/case.ts';
import type { Step } from '../workflow/workflow.ts';
import type { AgreementMarkKind, Signing } from './signing.ts';

/**
 * A search asks whether the contract was sent and signed, and an agreement has its own words for the same. What is written down in
 * one is offered where the other asks it, to be read over and put right: nobody types it twice.
 */
const given = (named: Readonly<Record<string, Answer | undefined>>): Answers =>
  Object.fromEntries(
    Object.entries(named).flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])),
  );

const isSignedByBoth = (signing: Signing): boolean =>
  signing['we-signed'] !== undefined && signing['provider-signed'] !== undefined;

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

/** Of what a mark of the agreement asks: what the search says of it. */
export const offeredBySearch = (
  { events }: { readonly events: readonly Pick<CaseEvent, 'step' | 'said'>[] },
  mark: AgreementMarkKind,
): Answers => {
  const said = mark === 'sent' ? events.findLast(({ step }) => step === 'send-contract')?.said : undefined;
  return given({ on: said?.['contract-sent'], who: said?.['contract-to'] });
};
