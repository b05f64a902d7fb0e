import type { Answers } from '../form/form.ts';
import { isAgency, type SettingInRegister } from '../register/setting.ts';
import type { Approach } from './approach.ts';

/** Which home of the register is offered. */
export interface HomeOffered {
  /** Undefined for one that the register does not know. */
  readonly home: SettingInRegister | undefined;
  /** Whether another home was asked, and the register knows nothing of the one that is offered. */
  readonly isUnknown: boolean;
}

const plain = (text: unknown): string =>
  typeof text === 'string' ? text.trim().replaceAll(/\s+/g, ' ').replaceAll('’', "'").toUpperCase() : '';

/** Ofsted's number says which home it is; where either side has none, its name does. */
const isThatHome = ({ urn, name }: SettingInRegister, said: Answers): boolean => {
  const [known, written] = [plain(urn), plain(said.urn)];
  return known !== '' && written !== '' ? known === written : plain(name) === plain(said.home);
};

/** An agency is asked for carers, whose own names the register does not have. */
const isAnsweredFor = (asked: SettingInRegister, said: Answers): boolean => {
  if (!isAgency(asked.kind)) return isThatHome(asked, said);
  const [known, written] = [plain(asked.urn), plain(said.urn)];
  return said['home-kind'] === 'agency-carer' && (known === '' || written === '' || known === written);
};

/** The home that an offer is of, by the register as it is now: the one that was asked, or another that is offered in its place. */
export const homeOffered = (
  settings: ReadonlyMap<number, SettingInRegister>,
  { providerId, settingId }: Pick<Approach, 'providerId' | 'settingId'>,
  said: Answers,
): HomeOffered => {
  const asked = settingId === undefined ? undefined : settings.get(settingId);
  if (asked !== undefined && isAnsweredFor(asked, said)) return { home: asked, isUnknown: false };
  const others =
    providerId === undefined && asked === undefined
      ? []
      : [...settings.values()].filter(
          (one) =>
            one.providerId === (providerId ?? asked?.providerId) &&
            !isAgency(one.kind) &&
            isThatHome(one, said),
        );
  const [only, ...more] = others;
  const home = more.length === 0 ? only : undefined;
  return { home, isUnknown: asked !== undefined && home === undefined };
};
