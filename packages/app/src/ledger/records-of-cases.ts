import type { Ledger, Moment, Records } from '@rightplace/domain';
import { listEventsInto, type Tx } from '@rightplace/store';
import { ENTRY_TOLD, recordsOfEntry } from '../entry-to-care/records-of-entry.ts';
import { LEAVING_TOLD, recordsOfLeaving } from '../leaving-care/records-of-leaving.ts';
import { PANELS_TOLD, recordsOfPanels } from '../panel/records-of-panels.ts';
import { PROCEEDINGS_TOLD, recordsOfProceedings } from '../proceedings/records-of-proceedings.ts';

const TOLD = [ENTRY_TOLD, PANELS_TOLD, LEAVING_TOLD, PROCEEDINGS_TOLD];

/** What these records are made of: it comes without a change of any child's record, so a ledger is known by it too. */
export const STATES_RECORDED = TOLD.flatMap(({ states }) => states);
const SAID = [...new Set(TOLD.flatMap(({ said }) => said))];

/**
 * Records that measures take and that decisions here tell of, as far as they were so at a moment. Of what nobody ever recorded
 * nothing is kept, which is not the same as nought.
 */
export const recordsOfCases = async (tx: Tx, ledger: Ledger, until: Moment | undefined): Promise<Records> => {
  const events = await listEventsInto(tx, STATES_RECORDED, { until, said: SAID });
  const processes = Map.groupBy(events, ({ workflow }) => workflow);
  const eventsOf = (workflow: string) => processes.get(workflow) ?? [];
  return {
    ...recordsOfEntry(eventsOf, ledger),
    ...recordsOfPanels(eventsOf),
    ...recordsOfLeaving(eventsOf),
    ...recordsOfProceedings(eventsOf, ledger),
  };
};
