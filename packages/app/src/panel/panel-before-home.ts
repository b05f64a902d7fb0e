import {
  caseFrom,
  containsDay,
  type Day,
  londonDayOf,
  type PanelView,
  panelViewOf,
  RESOURCES_PANEL,
} from '@rightplace/domain';
import { listCaseLinks, listCases, loadChild, type StoredCase, type Tx } from '@rightplace/store';

/** Section 20: of care under an order a court decides. */
const BY_AGREEMENT = 'V2';

/** What the Access to Resources Panel has to do with a plan to go home. */
interface PanelBeforeHome {
  /** Whether it is to be heard first, where the authority runs one, and has not been: care is by agreement. */
  readonly wantsView: boolean;
  /** What it thinks: of this plan, or, in this time in care, by planning itself that the child goes home. The latest. */
  readonly view: (PanelView & { readonly caseId: number }) | undefined;
}

export const findPanelBeforeHome = async (
  tx: Tx,
  { id, child: childId }: Pick<StoredCase, 'id' | 'child'>,
  { today, nameOf }: { readonly today: Day; readonly nameOf: (person: string) => string },
): Promise<PanelBeforeHome> => {
  const child = await loadChild(tx, childId);
  const since = child?.periodsOfCare.find((period) => containsDay(period, today))?.starts;
  const status = child?.legalStatuses.findLast((each) => containsDay(each, today))?.status;
  const linked = new Set((await listCaseLinks(tx)).flatMap((link) => (link.from === id ? [link.case] : [])));
  const views = (await listCases(tx)).flatMap((stored) => {
    if (stored.workflow !== RESOURCES_PANEL.id || stored.child !== childId) return [];
    const view = panelViewOf(caseFrom(stored.events), nameOf, { panel: RESOURCES_PANEL });
    if (view === undefined) return [];
    const { to, at } = view.event;
    const isOfThisCare = to === 'return-planned' && since !== undefined && londonDayOf(at) >= since;
    return linked.has(stored.id) || isOfThisCare ? [{ ...view, caseId: stored.id }] : [];
  });
  const view = views.toSorted((a, b) => (a.event.at < b.event.at ? -1 : 1)).at(-1);
  return { wantsView: since !== undefined && status === BY_AGREEMENT && view === undefined, view };
};
