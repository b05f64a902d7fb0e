import type { CollectionYear } from '@rightplace/domain';
import { ADOPTION_PLACEMENT, FOSTERING, OTHER_PLACEMENT, TEMPORARY } from '../code-groups.ts';
import { codesByYear } from '../codes-by-year.ts';
import { eachRow, type Rule } from '../rule.ts';

/** Placements that have a provider in no case. */
const NO_PROVIDER = codesByYear([2023, [...TEMPORARY]], [2026, [...TEMPORARY, ...OTHER_PLACEMENT]]);

/** Placements that 178 and 526 let go without a provider. Z1 became Z11 to Z14. */
const WITHOUT_PROVIDER = codesByYear(
  [2023, [...TEMPORARY, 'Z1']],
  [2026, [...TEMPORARY, ...OTHER_PLACEMENT]],
);

/** Since 2025/26 a provider of T4 is for 213 alone to find, though T4 still has none. */
const isLeftTo213 = (place: string, year: CollectionYear): boolean => place === 'T4' && year >= 2026;

/** A kind of provider that does not provide some kinds of placement. */
const cannotProvide = (
  code: string,
  provider: string,
  called: string,
  places: readonly string[],
  listed: string,
): Rule => {
  const not = new Set(places);
  return eachRow('Episodes', {
    code,
    title: `${provider} for a placement it does not provide`,
    fields: ['PLACE', 'PLACE_PROVIDER'],
    wrong: `PLACE_PROVIDER is ${called} (${provider}), which does not provide this kind of placement (${listed}).`,
    todo: 'Correct the provider or the placement.',
    fails: ({ PLACE, PLACE_PROVIDER }) => PLACE_PROVIDER === provider && not.has(PLACE),
  });
};

/** What a return says of who provides a placement: PLACE_PROVIDER. */
export const PLACEMENT_PROVIDER_RULES: readonly Rule[] = [
  eachRow('Episodes', {
    code: '178',
    title: 'Placement provider not a code',
    fields: ['PLACE_PROVIDER'],
    wrong: 'PLACE_PROVIDER is not one of the return’s codes, or is given for a placement that has none.',
    todo: 'Enter PR0 to PR5, or clear it for a temporary or other placement.',
    fails: ({ PLACE, PLACE_PROVIDER }, _, { year, isCode }) => {
      if (PLACE_PROVIDER === '') return false;
      if (!isCode('PLACE_PROVIDER', PLACE_PROVIDER)) return true;
      return WITHOUT_PROVIDER(year).has(PLACE) && !isLeftTo213(PLACE, year);
    },
  }),
  eachRow('Episodes', {
    code: '213',
    title: 'Provider of a placement that has none',
    fields: ['PLACE_PROVIDER'],
    wrong: 'PLACE_PROVIDER is given, but a placement of this kind has no provider.',
    todo: 'Clear the provider, or correct the placement.',
    fails: ({ PLACE, PLACE_PROVIDER }, _, { year }) => PLACE_PROVIDER !== '' && NO_PROVIDER(year).has(PLACE),
  }),
  eachRow('Episodes', {
    code: '526',
    title: 'Placement provider missing',
    fields: ['PLACE', 'PLACE_PROVIDER'],
    wrong: 'PLACE_PROVIDER is blank for a placement that should have one.',
    todo: 'Enter who provides the placement, PR0 to PR5.',
    fails: ({ PLACE, PLACE_PROVIDER }, _, { year }) =>
      PLACE_PROVIDER === '' && !WITHOUT_PROVIDER(year).has(PLACE),
  }),
  cannotProvide('527', 'PR1', 'this authority', ['P1', 'R2', 'R5'], 'P1, R2 or R5'),
  cannotProvide('528', 'PR2', 'another authority', ['P1', 'R2', 'R5'], 'P1, R2 or R5'),
  cannotProvide(
    '529',
    'PR3',
    'another public body',
    ['P1', 'K1', 'K2', ...ADOPTION_PLACEMENT, ...FOSTERING],
    'P1, A3 to A6, K1, K2 or U1 to U6',
  ),
  cannotProvide('530', 'PR4', 'a private provider', ['P1'], 'P1'),
  cannotProvide('531', 'PR5', 'a voluntary provider', ['P1'], 'P1'),
  eachRow('Episodes', {
    code: '550',
    title: 'Parents as provider of another placement',
    fields: ['PLACE', 'PLACE_PROVIDER'],
    wrong: 'PLACE_PROVIDER is parents (PR0), but the child is not placed with parents (P1).',
    todo: 'Correct the provider or the placement.',
    fails: ({ PLACE, PLACE_PROVIDER }) => PLACE_PROVIDER === 'PR0' && PLACE !== 'P1',
  }),
];
