import {
  type ChildOnDay,
  type ChildRecord,
  caseFrom,
  type Dated,
  type Day,
  isAgency,
  isFosterCare,
  type Judgement,
  judgementOn,
  OTHER_TYPE_BECAUSE,
  PLACEMENT_REQUEST,
  searchFrom,
  searchStandingOf,
  standingOn,
  stillLivesThere,
} from '@rightplace/domain';
import { findEvidence, listCasesOf, listSearchEntries, readRegister, type Tx } from '@rightplace/store';
import { settingFinder } from '../child/named-setting.ts';

/** For which reason, of those that a proposal may give, the type was not to be had. */
const NOT_TO_BE_HAD = 'availability';

/** Whether the search that the child lives there by came to another type than its request wanted, because none of that was to be had. */
export const isTypeUnavailable = async (tx: Tx, child: ChildRecord, today: Day): Promise<boolean> => {
  const cases = await listCasesOf(tx, child.id);
  const found = cases.findLast(
    ({ workflow, events }) => workflow === PLACEMENT_REQUEST.id && stillLivesThere(events, child.placements),
  );
  if (found === undefined) return false;
  const because = found.events.findLast(({ step }) => step === 'propose')?.said[OTHER_TYPE_BECAUSE];
  if (because !== NOT_TO_BE_HAD) return false;
  const search = searchFrom(await listSearchEntries(tx, found.id));
  const request = (await findEvidence(tx, found.id))?.answers ?? {};
  const asked = { request, age: undefined, home: undefined, today };
  return searchStandingOf(caseFrom(found.events), search, asked).isOtherType;
};

/** How Ofsted judges the home that the child usually lives in, where the register can tell which that is. */
export const judgedNow = async (
  tx: Tx,
  { usual: { urn, postcode, place } }: Pick<ChildOnDay, 'usual'>,
  today: Day,
): Promise<Dated<Judgement> | undefined> => {
  // A household has no judgement: that of its agency is of all its carers.
  if (isFosterCare(place)) return undefined;
  const { settings } = await readRegister(tx);
  const homes = [...settings.values()].filter(
    (one) => !isAgency(one.kind) && standingOn(one, today)?.state !== 'closed',
  );
  const home = settingFinder(homes)({ urn, postcode, type: place });
  return home && judgementOn(home, today);
};
