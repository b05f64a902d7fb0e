import { isInFamily, type Placement, plainPostcode } from '@rightplace/domain';
import { listCareSettings, listProviders, type Tx } from '@rightplace/store';

/** A home, carer's household or unit as the authority knows it by name. */
export interface NamedSetting {
  readonly urn: string | null;
  readonly name: string;
  /** A code of PLACE. */
  readonly type: string;
  readonly postcode: string | null;
  readonly providerName: string | null;
  readonly inHouse: boolean;
}

export type FindSetting<Setting = NamedSetting> = (
  placement: Pick<Placement, 'urn' | 'postcode' | 'type'>,
) => Setting | undefined;

/** What tells a setting from others behind a placement. */
type Findable = Pick<NamedSetting, 'urn' | 'type' | 'postcode'>;

/**
 * Which setting a placement is in. The return has no name for it, only a URN and a postcode. With foster carers the
 * URN is the agency's and the postcode tells the household; elsewhere the URN is the home's own. Two households behind
 * one postcode cannot be told apart, so neither is named.
 */
export const settingFinder = <Setting extends Findable>(
  settings: readonly Setting[],
): FindSetting<Setting> => {
  const byUrn = new Map(
    settings.flatMap((setting) => (setting.urn === null ? [] : [[setting.urn, setting] as const])),
  );
  const byPostcode = Map.groupBy(
    settings.filter(({ postcode }) => postcode !== null),
    ({ postcode }) => plainPostcode(postcode ?? ''),
  );
  return ({ urn, postcode, type }) => {
    const here = postcode === null ? [] : (byPostcode.get(plainPostcode(postcode)) ?? []);
    const alike = here.filter(
      (setting) =>
        isInFamily(setting.type) === isInFamily(type) && (setting.urn === null || setting.urn === urn),
    );
    const [only, ...others] = alike;
    if (only !== undefined && others.length === 0) return only;
    if (isInFamily(type) || urn === null) return undefined;
    return byUrn.get(urn);
  };
};

type Sought = Pick<Placement, 'urn' | 'postcode'>;

/** Settings by name: all, or those that some placements can be in. A home that was renamed is told by its present name. */
export const loadSettingFinder = async (tx: Tx, among?: readonly Sought[]): Promise<FindSetting> => {
  const providers = new Map((await listProviders(tx)).map(({ id, name }) => [id, name]));
  const settings = await listCareSettings(
    tx,
    among && {
      urns: among.flatMap(({ urn }) => urn ?? []),
      postcodes: among.flatMap(({ postcode }) => (postcode === null ? [] : plainPostcode(postcode))),
    },
  );
  return settingFinder(
    settings.map(({ urn, postcode, providerId, ...setting }) => ({
      ...setting,
      urn: urn ?? null,
      postcode: postcode ?? null,
      providerName: providerId === undefined ? null : (providers.get(providerId) ?? null),
    })),
  );
};
