import type { Day } from '../calendar/day.ts';
import type { Moment } from '../calendar/moment.ts';
import type { Answer, Answers, FormQuestion } from '../form/form.ts';
import { textSaid } from '../form/text-said.ts';
import type { PlacementKind } from '../measure/records/search.ts';
import { frameworksOn, type ProviderInRegister } from '../register/provider.ts';

/** Bought with no framework: home by home, under the authority’s own terms. */
export const SPOT = '';

/** Under which terms placements of a kind are bought, from a day until others are told. */
export interface ContractTerms {
  readonly id: number;
  readonly placements: PlacementKind;
  /** Its name, or `SPOT`. */
  readonly framework: string;
  readonly starts: Day;
  readonly said: Answers;
  readonly at: Moment;
  readonly by: number;
}

/** Which terms are meant: those of a framework for one kind of placement. */
export type ContractKey = Pick<ContractTerms, 'placements' | 'framework'>;

export const CONTRACT_TERMS_QUESTIONS: readonly FormQuestion[] = [
  {
    kind: 'day',
    name: 'starts',
    label: 'From which day do they apply?',
    hint: 'Agreements that begin on that day or later start from them. Those made before stay as they are.',
  },
  {
    kind: 'text',
    name: 'covers',
    label: 'What the core fee covers',
    hint: 'What is not in it, and who pays for that.',
  },
  {
    kind: 'line',
    name: 'notice',
    label: 'Notice that either side gives',
    hint: 'For example: 28 days, in writing.',
  },
  { kind: 'line', name: 'away', label: 'What is paid while the child is away', optional: true },
  { kind: 'line', name: 'fees', label: 'When and how fees may change', optional: true },
  { kind: 'text', name: 'other', label: 'What else binds both sides', optional: true },
];

const sameContract = (a: ContractKey, b: ContractKey): boolean =>
  a.placements === b.placements && a.framework.toLowerCase() === b.framework.toLowerCase();

/** All that was told of a contract, the latest first day first, and of the same day what was told last. */
export const termsOf = (all: readonly ContractTerms[], of: ContractKey): readonly ContractTerms[] =>
  all
    .filter((terms) => sameContract(terms, of))
    .toSorted((a, b) => (a.starts === b.starts ? b.id - a.id : a.starts < b.starts ? 1 : -1));

/** The terms of a contract on a day; undefined where none are told for it. */
export const termsInForce = (
  all: readonly ContractTerms[],
  of: ContractKey,
  on: Day,
): ContractTerms | undefined => termsOf(all, of).find(({ starts }) => starts <= on);

/**
 * Under what a home is bought, as its offer prices it: the one framework for that kind of placement that its provider is on that
 * day, or none. Undefined for one’s own homes, and where it cannot be told: the provider is on none or on several.
 */
export const contractOf = (
  {
    basis,
    placements,
  }: { readonly basis: Answer | undefined; readonly placements: PlacementKind | undefined },
  provider: Pick<ProviderInRegister, 'frameworks'> | undefined,
  on: Day,
): ContractKey | undefined => {
  if (placements === undefined) return undefined;
  if (basis === 'spot') return { placements, framework: SPOT };
  if (basis !== 'framework' || provider === undefined) return undefined;
  const names = new Set(
    frameworksOn(provider, on).flatMap(({ kind, name }) => (kind === placements ? [name] : [])),
  );
  const [framework] = names;
  return names.size === 1 && framework !== undefined ? { placements, framework } : undefined;
};

const BINDS = [
  ['away', 'While the child is away: '],
  ['fees', 'Fees: '],
  ['other', ''],
] as const;

/** What an agreement under this contract begins with, in the agreement’s own questions. */
export const givenByContract = (
  contract: ContractKey | undefined,
  terms: ContractTerms | undefined,
): Readonly<Record<'bought-under' | 'covers' | 'notice' | 'contract-terms', string>> => ({
  'bought-under':
    contract === undefined ? '' : contract.framework === SPOT ? 'Spot purchase' : contract.framework,
  covers: textSaid(terms?.said.covers).trim(),
  notice: textSaid(terms?.said.notice).trim(),
  'contract-terms': BINDS.flatMap(([name, before]) => {
    const said = textSaid(terms?.said[name]).trim();
    return said === '' ? [] : [`${before}${said}`];
  }).join('\n\n'),
});
