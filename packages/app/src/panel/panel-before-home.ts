import {
  caseFrom,
  containsDay,
  type Day,
  hearingsOf,
  londonDayOf,
  RESOURCES_PANEL,
} from '@rightplace/domain';
import { listCaseLinks, listCases, loadChild, type StoredCase, type Tx } from '@rightplace/store';

/** Section 20: of care under an order a court decides. */
const BY_AGREEMENT = 'V2';

/**
 * Whether a plan to go home wants the view of the Access to Resources Panel, where the authority runs one: care is by agreement, and
 * the panel has heard neither this plan nor, in this time in care, planned itself that the child goes home.
 */
export const wantsPanelBeforeHome = async (
  tx: Tx,
  { id, child: childId }: Pick<StoredCase, 'id' | 'child'>,
  today: Day,
): Promise<boolean> => {
  const child = await loadChild(tx, childId);
  const since = child?.periodsOfCare.find((period) => containsDay(period, today))?.starts;
  const status = child?.legalStatuses.findLast((each) => containsDay(each, today))?.status;
  if (since === undefined || status !== BY_AGREEMENT) return false;
  const linked = new Set((await listCaseLinks(tx)).flatMap((link) => (link.from === id ? [link.case] : [])));
  const heard = (await listCases(tx)).some(
    (stored) =>
      stored.workflow === RESOURCES_PANEL.id &&
      stored.child === childId &&
      hearingsOf(caseFrom(stored.events)).some(
        ({ event: { to, at } }) =>
          linked.has(stored.id) || (to === 'return-planned' && londonDayOf(at) >= since),
      ),
  );
  return !heard;
};
