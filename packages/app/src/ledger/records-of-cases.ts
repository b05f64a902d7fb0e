import {
  type Ledger,
  type Moment,
  PLACEMENT_REQUEST,
  type PlacementKind,
  type Records,
} from '@rightplace/domain';
import {
  listAgreedTerms,
  listAgreementMarks,
  listApproachesAndOffers,
  listAvoidance,
  listEventsInto,
  listSaidInForms,
  listStepsTaken,
  type Tx,
} from '@rightplace/store';
import { recordsOfAvoidance } from '../cost-avoidance/records-of-avoidance.ts';
import { ENTRY_TOLD, recordsOfEntry } from '../entry-to-care/records-of-entry.ts';
import { LEAVING_TOLD, recordsOfLeaving } from '../leaving-care/records-of-leaving.ts';
import { PANELS_TOLD, recordsOfPanels } from '../panel/records-of-panels.ts';
import { recordsOfAgreements } from '../payment/records-of-agreements.ts';
import { recordsOfSigning, SIGNING_TOLD } from '../payment/records-of-signing.ts';
import { PROCEEDINGS_TOLD, recordsOfProceedings } from '../proceedings/records-of-proceedings.ts';
import { NOTICE_STEPS_TOLD, NOTICES_TOLD, recordsOfNotices } from '../search/records-of-notices.ts';
import {
  PREFERENCES_ASKED,
  readyCases,
  recordsOfSearches,
  SEARCH_TOLD,
  searchName,
  typeWanted,
} from '../search/records-of-searches.ts';
import type { EventsOfProcess } from './told-by-cases.ts';

const TOLD = [
  ENTRY_TOLD,
  PANELS_TOLD,
  LEAVING_TOLD,
  PROCEEDINGS_TOLD,
  SEARCH_TOLD,
  SIGNING_TOLD,
  NOTICES_TOLD,
];

/** What these records are made of: it comes without a change of any child's record, so a ledger is known by it too. */
export const STATES_RECORDED = TOLD.flatMap(({ states }) => states);
export const STEPS_RECORDED = NOTICE_STEPS_TOLD;
const SAID = [...new Set(TOLD.flatMap(({ said }) => said))];

/**
 * Records that measures take and that decisions here tell of, as far as they were so at a moment. Of what nobody ever recorded
 * nothing is kept, which is not the same as nought.
 */
export const recordsOfCases = async (
  tx: Tx,
  ledger: Ledger,
  { until, earlier = {} }: { readonly until: Moment | undefined; readonly earlier?: Records | undefined },
): Promise<Records> => {
  const events = await listEventsInto(tx, STATES_RECORDED, { until, said: SAID });
  const processes = Map.groupBy(events, ({ workflow }) => workflow);
  const eventsOf = (workflow: string) => processes.get(workflow) ?? [];
  return {
    ...recordsOfEntry(eventsOf, ledger),
    ...recordsOfPanels(eventsOf),
    ...recordsOfLeaving(eventsOf),
    ...recordsOfProceedings(eventsOf, ledger),
    ...recordsOfNotices(
      await listStepsTaken(tx, { workflow: PLACEMENT_REQUEST.id, steps: STEPS_RECORDED, until }),
      eventsOf,
      ledger,
    ),
    ...(await recordsOfHomes(tx, eventsOf, { ledger, until, earlier })),
  };
};

const recordsOfHomes = async (
  tx: Tx,
  eventsOf: EventsOfProcess,
  {
    ledger,
    until,
    earlier,
  }: { readonly ledger: Ledger; readonly until: Moment | undefined; readonly earlier: Records },
): Promise<Records> => {
  const ready = readyCases(eventsOf);
  const agreements = await listAgreedTerms(tx, until);
  if (ready.length === 0 && agreements.length === 0) return {};
  const log = Map.groupBy(await listApproachesAndOffers(tx, until), (entry) => entry.case);
  return {
    ...recordsOfSearches(eventsOf, { log, wanted: await typesWanted(tx, ready, earlier) }),
    ...recordsOfAgreements(eventsOf, { agreements, log, ledger }),
    ...(agreements.length === 0
      ? {}
      : recordsOfSigning(eventsOf, {
          agreements,
          marks: await listAgreementMarks(tx, { until }),
          log,
          ledger,
        })),
    ...(agreements.length === 0 ? {} : recordsOfAvoidance(await listAvoidance(tx, { until }))),
  };
};

/** What requests prefer, once they are ready, stays so: only forms that no ledger has read yet are read. */
const typesWanted = async (
  tx: Tx,
  ready: readonly number[],
  { placementSearches = [] }: Records,
): Promise<ReadonlyMap<number, PlacementKind | null>> => {
  const known = new Map(placementSearches.map(({ search, wanted }) => [search, wanted]));
  const unread = ready.filter((id) => !known.has(searchName(id)));
  const said = await listSaidInForms(tx, unread, PREFERENCES_ASKED);
  return new Map(
    ready.map((id) => [id, known.get(searchName(id)) ?? typeWanted(said.get(id) ?? {})] as const),
  );
};
