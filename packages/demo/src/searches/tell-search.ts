import {
  type Answers,
  addMinutes,
  askedOfSearch,
  type CaseEvent,
  type CaseNow,
  caseFrom,
  decide,
  ENGLAND_BANK_HOLIDAYS,
  entryMeaning,
  findEntryFault,
  findWhenDoneFault,
  isMetBySearch,
  londonDayOf,
  londonTimeOf,
  PLACEMENT_REQUEST,
  type Role,
  readAnswers,
  type SearchEntry,
  searchFrom,
  searchStandingOf,
  startOfLondonDay,
  WORD_OF,
} from '@rightplace/domain';
import type { Doing, TakenDown } from '../requests/tell-request.ts';
import type { When } from '../requests/told-request.ts';
import type { Told, ToldDoing, ToldEntry, ToldSearch } from './told-search.ts';

export interface SearchTelling {
  readonly told: ToldSearch;
  readonly request: Answers;
  readonly age: number;
  readonly when: When;
  readonly whoIs: (role: Role) => Doing | undefined;
}

export interface SearchTold {
  readonly events: readonly CaseEvent[];
  readonly evidence: readonly TakenDown[];
  readonly log: readonly (SearchEntry & { readonly key: string })[];
}

const FIRST_MINUTE = 9 * 60;
const BETWEEN = 7;

/** Whose each step is, where it is not a placements officer’s. */
const ROLE_OF: Readonly<Record<string, Role>> = {
  submit: 'social-worker',
  choose: 'social-worker',
  'decline-all': 'social-worker',
  cancel: 'social-worker',
  'agree-choice': 'team-manager',
  approve: 'director',
  'none-found': 'director',
};

const saidIn = (told: Told | undefined, when: When): Answers =>
  told === undefined ? {} : typeof told === 'function' ? told(when) : told;

const isStep = (one: ToldDoing | ToldEntry): one is ToldDoing => 'step' in one;

/**
 * What happened in a search, each step and each entry decided by the same rules as if its button had been pressed that day; one that
 * they refuse throws. Undefined where nobody has a part that it needs.
 */
export const tellSearch = ({ told, request, age, when, whoIs }: SearchTelling): SearchTold | undefined => {
  const worker = whoIs('social-worker');
  const roles = told.happened.map((one) =>
    isStep(one) ? (ROLE_OF[one.step] ?? 'placements-officer') : (one.by ?? 'placements-officer'),
  );
  if (worker === undefined || roles.some((role) => whoIs(role) === undefined)) return undefined;
  const at = (ago: number, place: number) =>
    addMinutes(startOfLondonDay(when.day(ago)), FIRST_MINUTE + place * BETWEEN);
  const begunAt = at(told.begun, 0);
  const evidence = [{ revision: 1, answers: request, savedBy: worker.id, savedAt: begunAt }];
  const log: (SearchEntry & { readonly key: string })[] = [];
  const named = new Map<string, number>();
  let now: CaseNow = caseFrom([
    {
      number: 1,
      at: begunAt,
      step: 'begin',
      kind: 'begin',
      by: { person: worker.id, part: { role: worker.role } },
      from: null,
      to: PLACEMENT_REQUEST.begins.in,
      said: {},
      evidence: null,
      key: 'begin',
    },
  ]);
  for (const [place, one] of told.happened.entries()) {
    const by = whoIs(roles[place] ?? 'placements-officer') ?? worker;
    const moment = at(one.ago, place + 1);
    const search = searchFrom(log);
    const today = londonDayOf(moment);
    if (isStep(one)) {
      const standing = searchStandingOf(now, search, { request, age, today });
      const workflow = askedOfSearch(PLACEMENT_REQUEST, now, {
        standing,
        officers: [],
        entries: log,
        isInCare: true,
      });
      const giver = one.wordOf === undefined ? undefined : whoIs(one.wordOf);
      const decided = decide(
        workflow,
        now,
        {
          step: one.step,
          key: `${one.step} ${place}`,
          seen: now.events.length,
          by: by.id,
          parts: [{ role: by.role }],
          worksWithChild: by.id === worker.id,
          said: { ...saidIn(one.said, when), ...(giver === undefined ? {} : { [WORD_OF]: giver.id }) },
          at: moment,
        },
        {
          age,
          calendar: ENGLAND_BANK_HOLIDAYS,
          spanOf: () => undefined,
          evidence: { revision: 1, answers: request },
          isMet: (need) => isMetBySearch(need, standing) ?? true,
          nameOf: (person) => person,
          partsOf: () => (giver === undefined ? [] : [{ role: giver.role }]),
        },
      );
      if (decided.kind === 'refused')
        throw new Error(
          `${one.step}: ${decided.sentence} ${JSON.stringify('faults' in decided ? decided.faults : '')}`,
        );
      now = caseFrom([...now.events, decided.event], [worker.id]);
      continue;
    }
    const about = one.about === undefined ? null : (named.get(one.about) ?? Number.NaN);
    const { answers: said, faults } = readAnswers(
      entryMeaning(one.write).asks,
      // Written down as it was made.
      { ...saidIn(one.said, when), ...(one.write === 'approach' && { 'sent-at': londonTimeOf(moment) }) },
      today,
    );
    const entry = { kind: one.write, about, said, by: { person: by.id, part: { role: by.role } } };
    const approach = search.approaches.find(({ number }) => number === about);
    const [wrong] = [
      ...faults,
      ...findWhenDoneFault(one.write, said, { now: moment, begun: begunAt, approach }),
    ];
    const fault = wrong ?? findEntryFault(now, search, entry);
    if (fault !== undefined) throw new Error(`${one.write} ${one.about ?? ''}: ${fault.sentence}`);
    const number = log.length + 1;
    log.push({ ...entry, number, at: moment, key: `told ${number}` });
    named.set(one.as ?? one.write, number);
  }
  return { events: now.events, evidence, log };
};
