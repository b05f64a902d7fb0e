import {
  approachHomes,
  findSetting,
  type HeldPlace,
  type HomesToAskView,
  holdPlace,
  lengthenHold,
  openHomesToAsk,
  openSearch,
  releaseHold,
  type SearchView,
  type World,
} from '@rightplace/app';
import { CHANNELS, REPLY_BY_TO_COME, TELLS_NOBODY } from '@rightplace/domain';
import { count, link } from '../../kit/index.ts';
import { typedAnswers } from '../../parts/question-fields.ts';
import { type Answer, notFound, type Page, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped, noSuchDay } from '../day-fields.ts';
import type { Filling } from '../register/form-parts.ts';
import { heldWords } from '../register/register-words.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { cameFrom } from './came-from.ts';
import { giveUpHoldPage, holdForSearchPage, lengthenHoldPage } from './hold-pages.ts';
import { homesToAskPage } from './homes-to-ask-page.ts';
import { lookAtOf, lookedAtIn } from './look-at.ts';
import { searchPaths } from './search-paths.ts';
import { searchAddress } from './search-words.ts';

type OfSearch = Visit<{ readonly caseId: string }>;
type OfHome = Visit<{ readonly caseId: string; readonly settingId: string }>;
type OfHold = Visit<{ readonly caseId: string; readonly holdId: string }>;

const EXAMPLE = { caseId: '1' };
const HOME = { ...EXAMPLE, settingId: '1' };
const HOLD = { ...EXAMPLE, holdId: '1' };

const onHomes = async (
  { signedIn, params, form }: OfSearch,
  world: World,
  show: (view: HomesToAskView) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const view = await openHomesToAsk(world, signedIn, wholeNumber(params.caseId));
  if (view.kind !== 'refused') return show(view);
  if (view.name !== 'log-closed') return view.name === 'out-of-reach' ? notFound : view;
  // What was chosen and typed while the search went on is not lost with it.
  return notRecordedPage({
    title: 'Nobody is approached now',
    sentence: view.sentence,
    section: 'searches',
    form,
    asked: REPLY_BY_TO_COME,
    goOn: link(searchPaths.search(params), 'Back to the search'),
  });
};

const isChannel = (text: string): text is keyof typeof CHANNELS => Object.hasOwn(CHANNELS, text);

/** Beside which field a refusal belongs; the first home unless said. */
const FIELDS: Readonly<Record<string, string>> = {
  'not-approved': 'channel',
  stale: 'channel',
  'not-by-portal': 'channel',
  'not-now': 'channel',
  'nothing-sent': 'channel',
  'too-long': 'words',
};

const approachOf = ({ search }: HomesToAskView, number: number) =>
  search.approaches.find((one) => one.number === number);

const approach = (visit: OfSearch, world: World): Promise<Answer> =>
  onHomes(visit, world, async (view) => {
    const { form, query, signedIn, csrf } = visit;
    const channel = form.get('channel') ?? '';
    const lookedAt = lookedAtIn(form);
    const again = (field: string, text: string, lookAt = lookedAt): Page =>
      homesToAskPage(view, { csrf, query, typed: form, problems: [{ field, text }], lookAt });
    if (!isChannel(channel)) {
      const [first] = view.homes;
      const problems = [
        ...(form.has('home') || first === undefined
          ? []
          : [{ field: `home-${first.setting.id}`, text: 'Select whom to approach' }]),
        { field: 'channel', text: 'Choose how you approach them' },
      ];
      return homesToAskPage(view, { csrf, query, typed: form, problems, lookAt: lookedAt });
    }
    const answer = await approachHomes(world, signedIn, {
      id: view.id,
      key: form.get('_key') ?? '',
      settings: form.getAll('home').map(wholeNumber),
      channel,
      words: form.get('words') ?? '',
      replyBy: typedAnswers(form, REPLY_BY_TO_COME),
      lookedAt: { ...lookedAt, why: form.get(TELLS_NOBODY) ?? '' },
    });
    if (answer.kind === 'homes-approached')
      return redirect(searchAddress(view), {
        notice: `${count(answer.numbers.length, 'approach is', 'approaches are')} in the log.`,
      });
    if (answer.name === 'out-of-reach') return notFound;
    if ('faults' in answer)
      return homesToAskPage(view, { csrf, query, typed: form, faults: answer.faults, lookAt: lookedAt });
    if ('toLookAt' in answer) return again('words', answer.sentence, lookAtOf(answer));
    // Sent again it is another form, with a key of its own.
    const typed = new URLSearchParams([...form].filter(([name]) => name !== '_key'));
    if (answer.name === 'written-otherwise')
      return homesToAskPage(view, {
        csrf,
        query,
        typed,
        problems: [{ field: 'channel', text: answer.sentence }],
        lookAt: lookedAt,
      });
    const [first] = view.homes;
    const sent = 'approach' in answer ? approachOf(view, answer.approach)?.settingId : undefined;
    const shown = view.homes.find(({ setting }) => setting.id === sent) ?? first;
    const home = shown === undefined ? 'channel' : `home-${shown.setting.id}`;
    return again(FIELDS[answer.name] ?? home, answer.sentence);
  });

const onSearch = async (
  { signedIn, params }: OfSearch,
  world: World,
  show: (view: SearchView) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const view = await openSearch(world, signedIn, wholeNumber(params.caseId));
  if (view.kind === 'refused') return view.name === 'out-of-reach' ? notFound : view;
  return view.mayHold ? show(view) : notFound;
};

const fillingOf = ({ csrf, form }: Pick<Visit, 'csrf' | 'form'>): Filling => ({ csrf, typed: form });

const onHomeOfSearch = (
  visit: OfHome,
  world: World,
  show: (view: SearchView, home: { readonly id: number; readonly name: string }) => Answer | Promise<Answer>,
): Promise<Answer> =>
  onSearch(visit, world, async (view) => {
    const found = await findSetting(world, visit.signedIn, { id: wholeNumber(visit.params.settingId) });
    if (found.kind === 'refused') return found.name === 'no-such-setting' ? notFound : found;
    return show(view, found.setting);
  });

/** Of a day that there is not, that is what is wrong with it. */
const untilWrong = (
  form: URLSearchParams,
  { name, sentence }: { readonly name: string; readonly sentence: string },
): string => (name === 'until-wrong' ? noSuchDay(form, 'until') : undefined) ?? sentence;

const hold = (visit: OfHome, world: World): Promise<Answer> =>
  onHomeOfSearch(visit, world, async (view, home) => {
    const { form, signedIn } = visit;
    const answer = await holdPlace(world, signedIn, {
      caseId: view.id,
      settingId: home.id,
      until: dayTyped(form, 'until'),
      key: form.get('_key') ?? '',
    });
    return answer.kind === 'place-held'
      ? redirect(searchAddress(view), {
          notice: heldWords(`A place in ${home.name} is held for this search.`, answer),
        })
      : holdForSearchPage(
          view,
          home,
          { ...fillingOf(visit), problems: [{ field: 'until-day', text: untilWrong(form, answer) }] },
          cameFrom(view.id, visit.query),
        );
  });

const onHold = (
  visit: OfHold,
  world: World,
  show: (view: SearchView, held: HeldPlace) => Answer | Promise<Answer>,
): Promise<Answer> =>
  onSearch(visit, world, (view) => {
    const held = view.holds.find((one) => String(one.hold.id) === visit.params.holdId);
    return held === undefined ? notFound : show(view, held);
  });

const lengthen = (visit: OfHold, world: World): Promise<Answer> =>
  onHold(visit, world, async (view, held) => {
    const { form, signedIn } = visit;
    const until = dayTyped(form, 'until');
    const why = form.get('why') ?? '';
    const answer = await lengthenHold(world, signedIn, { id: held.hold.id, until, why });
    if (answer.kind === 'hold-lengthened')
      return redirect(searchAddress(view), { notice: `The place in ${held.home} is held for longer.` });
    const field = answer.name === 'why-needed' ? 'why' : 'until-day';
    return lengthenHoldPage(view, held, {
      ...fillingOf(visit),
      problems: [{ field, text: untilWrong(form, answer) }],
    });
  });

const giveUp = (visit: OfHold, world: World): Promise<Answer> =>
  onHold(visit, world, async (view, held) => {
    const why = visit.form.get('why') ?? '';
    const answer = await releaseHold(world, visit.signedIn, { id: held.hold.id, why });
    return answer.kind === 'hold-ended'
      ? redirect(searchAddress(view), { notice: `The place in ${held.home} is given up.` })
      : giveUpHoldPage(view, held, {
          ...fillingOf(visit),
          problems: [{ field: 'why', text: answer.sentence }],
        });
  });

const HOLDS = { action: 'hold-place' } as const;

/** Whom a search approaches of the register, and what is held for it. */
export const homesToAskRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: searchPaths.homesToAsk,
    example: EXAMPLE,
    action: 'write-search-log',
    audit: 'search-viewed',
    handler: (visit: OfSearch, world) =>
      onHomes(visit, world, (view) => homesToAskPage(view, { csrf: visit.csrf, query: visit.query })),
  }),
  route({
    method: 'POST',
    path: searchPaths.homesToAsk,
    example: EXAMPLE,
    action: 'write-search-log',
    audit: 'search-entry-written',
    handler: approach,
  }),
  route({
    ...HOLDS,
    method: 'GET',
    path: searchPaths.holdForSearch,
    example: HOME,
    audit: 'search-viewed',
    handler: (visit: OfHome, world) =>
      onHomeOfSearch(visit, world, (view, home) =>
        holdForSearchPage(view, home, fillingOf(visit), cameFrom(view.id, visit.query)),
      ),
  }),
  route({
    ...HOLDS,
    method: 'POST',
    path: searchPaths.holdForSearch,
    example: HOME,
    audit: 'place-held',
    handler: hold,
  }),
  route({
    ...HOLDS,
    method: 'GET',
    path: searchPaths.lengthenHold,
    example: HOLD,
    audit: 'search-viewed',
    handler: (visit: OfHold, world) =>
      onHold(visit, world, (view, held) => lengthenHoldPage(view, held, fillingOf(visit))),
  }),
  route({
    ...HOLDS,
    method: 'POST',
    path: searchPaths.lengthenHold,
    example: HOLD,
    audit: 'hold-lengthened',
    handler: lengthen,
  }),
  route({
    ...HOLDS,
    method: 'GET',
    path: searchPaths.giveUpHold,
    example: HOLD,
    audit: 'search-viewed',
    handler: (visit: OfHold, world) =>
      onHold(visit, world, (view, held) => giveUpHoldPage(view, held, fillingOf(visit))),
  }),
  route({
    ...HOLDS,
    method: 'POST',
    path: searchPaths.giveUpHold,
    example: HOLD,
    audit: 'hold-released',
    handler: giveUp,
  }),
];
