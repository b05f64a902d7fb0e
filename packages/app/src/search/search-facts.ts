import {
  type ApprovedHome,
  ageOn,
  askedOfSearch,
  BEFORE_MOVE,
  type CaseNow,
  type ChildRecord,
  chosenOffer,
  homeOffered,
  type Offer,
  type Options,
  PLACEMENT_REQUEST,
  type Search,
  type SearchEntry,
  type SearchStanding,
  type SettingInRegister,
  searchFrom,
  searchStandingOf,
  type Workflow,
  whatShutsOn,
} from '@rightplace/domain';
import { type Evidence, holdSearchLog, listSearchEntries, readRegister, type Tx } from '@rightplace/store';
import type { LoadedChildren } from '../child/load-children.ts';
import { officersWithLoad } from './officers.ts';

/** What a case that is a search stands on besides its own events. */
export interface SearchFacts {
  readonly entries: readonly SearchEntry[];
  readonly standing: SearchStanding;
  /** The process as it asks of this search. */
  readonly workflow: Workflow;
  /** The home that is chosen, with whom it is for; undefined while none is. */
  readonly approved: ApprovedHome | undefined;
  /** Of an approved home: what stands in the way today, whatever was so when it was approved. */
  readonly shutSince: readonly string[];
}

interface SearchCase {
  readonly id: number;
  readonly workflow: Workflow;
  readonly now: CaseNow;
  readonly evidence: Evidence | undefined;
  readonly child: ChildRecord;
  readonly loaded: LoadedChildren;
  readonly to: 'see' | 'take';
}

/** Which home the chosen offer is of, by the register as it is now: never the one that was asked, where that is another. */
const withChosenHome = async (
  tx: Tx,
  now: CaseNow,
  search: Search,
): Promise<{ readonly search: Search; readonly home: SettingInRegister | undefined }> => {
  const chosen = chosenOffer(now, search);
  const asked = search.approaches.find(({ number }) => number === chosen?.approach);
  if (chosen === undefined || (asked?.providerId === undefined && asked?.settingId === undefined))
    return { search, home: undefined };
  const { settings } = await readRegister(tx);
  const { home, isUnknown } = homeOffered(settings, asked, chosen.said);
  const { isHomeUnknown: _, ...rest } = chosen;
  const known: Offer = { ...rest, settingId: home?.id, ...(isUnknown ? { isHomeUnknown: true } : {}) };
  return {
    search: { ...search, offers: search.offers.map((offer) => (offer === chosen ? known : offer)) },
    home,
  };
};

/** Undefined for a case of another process. */
export const loadSearchFacts = async (
  tx: Tx,
  { id, workflow, now, evidence, child, loaded, to }: SearchCase,
): Promise<SearchFacts | undefined> => {
  if (workflow.id !== PLACEMENT_REQUEST.id) return undefined;
  // A decision stands on what is written: nothing is withdrawn between looking and deciding.
  if (to === 'take') await holdSearchLog(tx, id);
  const entries = await listSearchEntries(tx, id);
  const { today } = loaded;
  const { dateOfBirth } = child.details;
  const { search, home } = await withChosenHome(tx, now, searchFrom(entries));
  const request = evidence?.answers ?? {};
  const standing = searchStandingOf(now, search, {
    request,
    age: dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, today),
    home,
    today,
  });
  const { chosen } = standing;
  const approved = chosen && { events: now.events, chosen, home, request, dateOfBirth };
  const isBeforeMove = BEFORE_MOVE.some((state) => state === now.state);
  const officers: Options = now.state === 'to-allocate' ? await officersWithLoad(tx, loaded) : {};
  const isInCare = child.periodsOfCare.some(
    ({ starts, ends }) => starts <= today && (ends === null || ends > today),
  );
  return {
    entries,
    standing,
    approved,
    shutSince: approved !== undefined && isBeforeMove ? whatShutsOn(approved, today) : [],
    workflow: askedOfSearch(workflow, now, { standing, officers, isInCare }),
  };
};
