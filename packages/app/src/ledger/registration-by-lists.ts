import { type Day, type Episode, type MeasureContext, parseDay, readReturnDay } from '@rightplace/domain';
import { findProviders, type ProviderOnList, type Tx } from '@rightplace/store';

/** Kinds of home that have to be registered with Ofsted themselves. A foster home is not: its agency is, under one number. */
const REGISTERS_ITSELF = /^(K[123]|H5|P2|Z\d*)$/;

const endOf = ({ REG_END }: ProviderOnList): Day | undefined => {
  const text = REG_END.trim();
  return parseDay(text.slice(0, 10)) ?? readReturnDay(text);
};

/**
 * Whether a home was registered on a day, by Ofsted's lists of providers. What is on no list is not known: a list is of its
 * own day, and a number that is a slip would be on none either. The lists do not say since when a home is registered.
 */
export const registrationBy = (
  lines: readonly ProviderOnList[],
): NonNullable<MeasureContext['registrationOf']> => {
  const byUrn = Map.groupBy(lines, ({ URN }) => URN);
  return ({ urn, place }: Episode, on: Day) => {
    const own =
      urn === null || !REGISTERS_ITSELF.test(place) ? undefined : byUrn.get(urn.trim().toUpperCase());
    if (own === undefined) return undefined;
    const isOpen = own.some((line) => {
      const end = endOf(line);
      return end === undefined || end > on;
    });
    return isOpen ? 'registered' : 'unregistered';
  };
};

/** Nothing where no list was loaded. */
export const registrationContext = async (
  tx: Tx,
  urns: ReadonlySet<string>,
): Promise<Pick<MeasureContext, 'registrationOf'>> => {
  const lines = await findProviders(tx, [...urns]);
  return lines === undefined ? {} : { registrationOf: registrationBy(lines) };
};
