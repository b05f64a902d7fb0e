import {
  findSetting,
  openApproval,
  openComparison,
  openSearch,
  type SearchView,
  type World,
  writeSearchEntry,
} from '@rightplace/app';
import {
  type EntryKind,
  entryMeaning,
  isEntryKind,
  isGate,
  mayAttempt,
  notAtYourLevel,
  offerFromRegister,
  TELLS_NOBODY,
} from '@rightplace/domain';
import { typedAnswers } from '../../parts/question-fields.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { approachPage } from './approach-page.ts';
import { approvalPage } from './approval-page.ts';
import { type CameFrom, cameFrom } from './came-from.ts';
import { comparePage, weeksFrom } from './compare-page.ts';
import { lookAtOf, lookedAtIn } from './look-at.ts';
import { offerPage } from './offer-page.ts';
import { searchPage } from './search-page.ts';
import { searchPaths } from './search-paths.ts';
import { searchAddress } from './search-words.ts';
import { searchesRoutes } from './searches-routes.ts';
import { storyFrom, storyPage } from './story-page.ts';
import { asksIn, offeredFor, writePage } from './write-page.ts';

type OfSearch = Visit<{ readonly caseId: string }>;
type OfEntry = Visit<{ readonly caseId: string; readonly entry: string }>;
type OfKind = Visit<{ readonly caseId: string; readonly kind: string }>;

const EXAMPLE = { caseId: '1' };

const onSearch = async (
  visit: Visit<{ readonly caseId: string }>,
  world: World,
  show: (view: SearchView) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const view = await openSearch(world, visit.signedIn, wholeNumber(visit.params.caseId));
  if (view.kind === 'refused') return view.name === 'out-of-reach' ? notFound : view;
  return show(view);
};

const showApproach = (visit: OfEntry, world: World): Promise<Answer> =>
  onSearch(visit, world, (view) => {
    const number = wholeNumber(visit.params.entry);
    const approach = view.standing.search.approaches.find((one) => one.number === number);
    return approach === undefined ? notFound : approachPage(view, approach);
  });

const showOffer = (visit: OfEntry, world: World): Promise<Answer> =>
  onSearch(visit, world, (view) => {
    const number = wholeNumber(visit.params.entry);
    const offer = view.standing.search.offers.find((one) => one.number === number);
    return offer === undefined ? notFound : offerPage(view, offer, cameFrom(view.id, visit.query));
  });

const aboutIn = (given: URLSearchParams): number | null => {
  const about = given.get('about');
  return about === null ? null : wholeNumber(about) || null;
};

/** Choices that were made on the page before: which gate, which check. */
const chosenBefore = (given: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['gate', 'check'].flatMap((name) => {
      const value = given.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );

/** What the register says already of a home that was approached, for the form of its offer. */
const knownOfHome = async (
  { standing: { search }, holds }: SearchView,
  about: number | null,
  { visit, world }: { readonly visit: OfKind; readonly world: World },
): Promise<Readonly<Record<string, string>>> => {
  const id = search.approaches.find(({ number }) => number === about)?.settingId;
  const found = id === undefined ? undefined : await findSetting(world, visit.signedIn, { id });
  if (found?.kind !== 'setting') return {};
  const held = holds.find(({ hold, isRunning }) => isRunning && hold.settingId === id);
  return offerFromRegister({ ...found, heldUntil: held?.lastDay });
};

/** Back to what was written about, or where it was begun. */
const backTo = (
  view: SearchView,
  kind: EntryKind,
  { about, came }: { readonly about: number | null; readonly came: CameFrom | undefined },
): { readonly href: string; readonly text: string } => {
  if (came !== undefined) return came;
  const caseId = String(view.id);
  const what = entryMeaning(kind).about;
  if (about === null || what === undefined)
    return { href: searchPaths.search({ caseId }), text: 'Back to the search' };
  if (what === 'offer')
    return { href: searchPaths.searchOffer({ caseId, entry: String(about) }), text: 'Back to the offer' };
  const approach = view.standing.search.approaches.find(
    ({ number, questions }) => number === about || questions.some((question) => question.number === about),
  );
  return {
    href: searchPaths.searchApproach({ caseId, entry: String(approach?.number ?? about) }),
    text: 'Back to the approach',
  };
};

const showForm = (visit: OfKind, world: World): Promise<Answer> =>
  onSearch(visit, world, async (view) => {
    const { kind } = visit.params;
    const gate = visit.query.get('gate') ?? '';
    if (kind === 'gate' && !isGate(gate)) return notFound;
    const about = aboutIn(visit.query);
    const { opens, opensNot, recordsNoOrder } = view.opensOf(about);
    if (kind === 'gate' && isGate(gate) && !opens.has(gate))
      return view.isOver ? notFound : (opensNot.get(gate) ?? notAtYourLevel(gate));
    if (kind === 'court-order' && recordsNoOrder !== undefined)
      return view.isOver ? notFound : recordsNoOrder;
    // More of a profile is sent from its own page, with what was approved.
    if (!isEntryKind(kind) || kind === 'disclosed' || !view.writes.has(kind)) return notFound;
    const known = kind === 'offer' ? await knownOfHome(view, about, { visit, world }) : {};
    const came = cameFrom(view.id, visit.query);
    return writePage(view, {
      csrf: visit.csrf,
      kind,
      about,
      came,
      back: backTo(view, kind, { about, came }),
      given: { ...offeredFor(view, kind), ...known, ...chosenBefore(visit.query) },
      faults: [],
      key: undefined,
    });
  });

const addedTo = (
  form: URLSearchParams,
  typed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, number>> | undefined => {
  const name = form.get('add');
  const entries = name === null ? undefined : typed[name];
  return name === null || !Array.isArray(entries) ? undefined : { [name]: entries.length + 1 };
};

const write = (visit: OfKind, world: World): Promise<Answer> =>
  onSearch(visit, world, async (view) => {
    const { form, signedIn, csrf, params } = visit;
    if (!isEntryKind(params.kind)) return notFound;
    const kind = params.kind;
    const about = aboutIn(form);
    const key = form.get('_key') ?? '';
    const gate = form.get('gate');
    const lookAt = lookedAtIn(form);
    const why = { [TELLS_NOBODY]: form.get(TELLS_NOBODY) ?? '' };
    const given = {
      ...typedAnswers(form, asksIn(view, kind, { lookAt, given: why })),
      ...(gate === null ? {} : { gate }),
    };
    const entries = addedTo(form, given);
    const came = cameFrom(view.id, visit.query);
    const back = backTo(view, kind, { about, came });
    const shown = { csrf, kind, about, given, faults: [], key, came, back, lookAt };
    if (entries !== undefined) return writePage(view, { ...shown, entries });
    const answer = await writeSearchEntry(world, signedIn, {
      id: view.id,
      kind,
      about,
      key,
      typed: given,
      lookedAt: lookAt,
    });
    if (answer.kind === 'entry-written')
      return redirect(came?.from === 'homes' ? searchAddress(view) : back.href, {
        notice: 'It is written down, with your name and the time.',
      });
    if (answer.name === 'out-of-reach') return notFound;
    if (answer.name === 'not-said' && 'faults' in answer)
      return writePage(view, { ...shown, faults: answer.faults });
    // What was typed while the search went on is put back with why it is not written.
    return answer.name === 'not-your-entry'
      ? answer
      : writePage(view, {
          ...shown,
          refusal: answer.sentence,
          // Sent again it is another entry, and so another form.
          ...(answer.name === 'written-otherwise' ? { key: undefined } : {}),
          ...('approach' in answer ? { written: answer.approach } : {}),
          ...('toLookAt' in answer ? { lookAt: lookAtOf(answer) } : {}),
        });
  });

/** The placements desk, where a home is asked for, each search, what is written in it, its offers side by side and its chronology. */
export const searchRoutes: readonly Route[] = [
  ...searchesRoutes,
  route({
    method: 'GET',
    path: searchPaths.search,
    example: EXAMPLE,
    action: 'see-placement-request',
    audit: 'search-viewed',
    handler: (visit: OfSearch, world) =>
      onSearch(visit, world, (view) => {
        const { signedIn, today } = visit;
        const may = (action: 'see-profile' | 'see-agreement' | 'list-searches'): boolean =>
          mayAttempt({ actor: signedIn.actor, action, on: today }).kind === 'may';
        return searchPage(view, {
          toProfile: may('see-profile'),
          toAgreement: may('see-agreement'),
          toSearches: may('list-searches'),
        });
      }),
  }),
  route({
    method: 'GET',
    path: searchPaths.searchApproach,
    example: { ...EXAMPLE, entry: '1' },
    action: 'see-placement-request',
    audit: 'search-viewed',
    handler: showApproach,
  }),
  route({
    method: 'GET',
    path: searchPaths.searchOffer,
    example: { ...EXAMPLE, entry: '2' },
    action: 'see-placement-request',
    audit: 'search-viewed',
    handler: showOffer,
  }),
  route({
    method: 'GET',
    path: searchPaths.compareOffers,
    example: EXAMPLE,
    action: 'see-placement-request',
    audit: 'search-viewed',
    handler: async ({ params, signedIn, query }: OfSearch, world) => {
      const view = await openComparison(world, signedIn, wholeNumber(params.caseId));
      if (view.kind === 'refused') return view.name === 'out-of-reach' ? notFound : view;
      return comparePage(view, weeksFrom(query, view.search.request));
    },
  }),
  route({
    method: 'GET',
    path: searchPaths.homeForApproval,
    example: EXAMPLE,
    action: 'see-placement-request',
    audit: 'search-viewed',
    handler: async ({ params, signedIn, query }: OfSearch, world) => {
      const view = await openApproval(world, signedIn, wholeNumber(params.caseId));
      if (view === undefined) return notFound;
      if (view.kind === 'refused') return view.name === 'out-of-reach' ? notFound : view;
      return approvalPage(view, weeksFrom(query, view.search.request));
    },
  }),
  route({
    method: 'GET',
    path: searchPaths.searchStory,
    example: EXAMPLE,
    action: 'see-placement-request',
    audit: 'search-viewed',
    handler: (visit: OfSearch, world) =>
      onSearch(visit, world, (view) => storyPage(view, storyFrom(visit.query))),
  }),
  route({
    method: 'GET',
    path: searchPaths.writeInSearch,
    example: { ...EXAMPLE, kind: 'approach' },
    action: 'write-search-log',
    audit: 'search-viewed',
    handler: showForm,
  }),
  route({
    method: 'POST',
    path: searchPaths.writeInSearch,
    example: { ...EXAMPLE, kind: 'approach' },
    action: 'write-search-log',
    audit: 'search-entry-written',
    handler: write,
  }),
];
