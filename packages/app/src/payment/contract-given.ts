import {
  type Answers,
  contractOf,
  type Day,
  givenByContract,
  kindOfHome,
  type Offer,
  parseDay,
  providerNamed,
  termsInForce,
  textSaid,
} from '@rightplace/domain';
import { listContractTerms, readRegister, type Tx } from '@rightplace/store';
import { TYPE_OF } from '../search/records-of-searches.ts';

/** What the framework or contract of an offer says already of what an agreement asks, on the day from which it is paid. */
export const givenByContractOf = async (
  tx: Tx,
  offer: Offer | undefined,
  { given, today }: { readonly given: Answers; readonly today: Day },
): Promise<Answers> => {
  if (offer === undefined) return {};
  const group = offer.kind && kindOfHome(offer.kind).group;
  const on = parseDay(textSaid(given['starts-on'])) ?? today;
  const { providers } = await readRegister(tx);
  // Whoever was approached by a name that was typed is the provider of the register who has it.
  const provider =
    offer.providerId === undefined
      ? providerNamed(providers.values(), offer.provider)
      : providers.get(offer.providerId);
  const contract = contractOf(
    { basis: offer.said['price-basis'], placements: group && TYPE_OF[group] },
    provider,
    on,
  );
  const terms = contract && termsInForce(await listContractTerms(tx), contract, on);
  return Object.fromEntries(
    Object.entries(givenByContract(contract, terms)).filter(([, said]) => said !== ''),
  );
};
