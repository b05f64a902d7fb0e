import type { Day } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import { formatMoneyInFull } from '../money/format-money.ts';
import type { Tier } from '../register/provider.ts';
import { feeOn, isAgency, judgementOn, type SettingInRegister, standingOn } from '../register/setting.ts';
import { isRegisteredWhen } from '../register/setting-facts.ts';
import type { Vacancies } from '../register/vacancies.ts';
import { offeredAs } from './homes-to-ask.ts';
import { KINDS_OF_HOME } from './kinds-of-home.ts';
import { OFFER_JUDGEMENTS } from './offer-form.ts';

interface HomeKnown {
  readonly setting: SettingInRegister;
  readonly tier: Tier;
  readonly vacancies: Vacancies;
  readonly on: Day;
  /** Of a place there that is held for this very search: the last day of it. */
  readonly heldUntil?: Day | undefined;
}

/** The outcomes of supported accommodation have words of their own, which an offer does not ask in: those are typed. */
const judgementSaid = ({ setting, on }: HomeKnown): Readonly<Record<string, string>> => {
  const outcome = judgementOn(setting, on)?.outcome;
  return outcome !== undefined && Object.hasOwn(OFFER_JUDGEMENTS, outcome) ? { judgement: outcome } : {};
};

const registeredSaid = ({ setting, on }: HomeKnown): Readonly<Record<string, string>> => {
  const kind = offeredAs(setting);
  const standing = standingOn(setting, on);
  return kind !== undefined &&
    'registered' in KINDS_OF_HOME[kind] &&
    standing !== undefined &&
    !isAgency(setting.kind)
    ? { registered: isRegisteredWhen(standing) ? 'yes' : 'no' }
    : {};
};

const vacantInWords = ({ vacancies: { vacant, places }, on }: HomeKnown): string =>
  `${vacant} of ${places} places vacant on ${dayInWords(on)}`;

/**
 * What the register says of a home already, for the form of its offer: to be read over and put right. Of an agency it knows what
 * its carers have in common. The day of an inspection it does not know: only when its result was published.
 */
export const offerFromRegister = (home: HomeKnown): Readonly<Record<string, string>> => {
  const { setting, tier, vacancies, on, heldUntil } = home;
  const kind = offeredAs(setting);
  const fee = feeOn(setting, on);
  return {
    ...(isAgency(setting.kind) ? {} : { home: setting.name }),
    ...(kind === undefined ? {} : { 'home-kind': kind }),
    ...registeredSaid(home),
    ...(setting.urn === null ? {} : { urn: setting.urn }),
    ...judgementSaid(home),
    ...(setting.postcode === null || isAgency(setting.kind) ? {} : { postcode: setting.postcode }),
    ...(fee === undefined ? {} : { 'core-weekly': formatMoneyInFull(fee.weekly).replace('£', '') }),
    'price-basis': tier,
    ...(vacancies.places === undefined
      ? {}
      : {
          vacancies:
            heldUntil === undefined
              ? `${vacantInWords(home)}, by the register.`
              : `A place is held for this search until the end of ${dayInWords(heldUntil)}. Besides it, ${vacantInWords(home)}, by the register.`,
        }),
  };
};
