import {
  fillPlace,
  findFilling,
  findSetting,
  holdPlace,
  releaseHold,
  type SettingFound,
  type World,
} from '@rightplace/app';
import type { PlaceHold } from '@rightplace/domain';
import { type FieldError, link } from '../../kit/index.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped, noSuchDay } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { FILLED_PART, type HeldParts, heldPage, holdForm } from './hold-forms.ts';
import { heldWords, homeHref } from './register-words.ts';

type OfHome = Visit<{ readonly settingId: string }>;
type OfHold = Visit<{ readonly settingId: string; readonly holdId: string }>;

const EXAMPLE = { settingId: '1' };
const HOLD = { ...EXAMPLE, holdId: '1' };
const HOLDS = { action: 'hold-place' } as const;

const onHome = async (
  { signedIn, params }: OfHome,
  world: World,
  show: (found: SettingFound) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const found = await findSetting(world, signedIn, { id: wholeNumber(params.settingId) });
  if (found.kind === 'refused') return found.name === 'no-such-setting' ? notFound : found;
  return show(found);
};

const onHold = (
  visit: OfHold,
  world: World,
  show: (setting: SettingFound['setting'], hold: PlaceHold) => Answer | Promise<Answer>,
): Promise<Answer> =>
  onHome(visit, world, ({ setting, taken }) => {
    const hold = taken.find(({ id }) => String(id) === visit.params.holdId);
    return hold?.kind === 'hold' ? show(setting, hold) : notFound;
  });

/** Beside which field a refusal of a hold belongs; the number of the search unless said. */
const FIELDS: Readonly<Record<string, string>> = { 'until-wrong': 'until-day' };

const hold = (visit: OfHome, world: World): Promise<Answer> =>
  onHome(visit, world, async ({ setting }) => {
    const { form, signedIn, csrf } = visit;
    const answer = await holdPlace(world, signedIn, {
      caseId: wholeNumber(form.get('search') ?? ''),
      settingId: setting.id,
      until: dayTyped(form, 'until'),
      key: form.get('_key') ?? '',
    });
    if (answer.kind === 'place-held')
      return redirect(homeHref(setting.id), {
        notice: heldWords('The place is held for the search.', answer),
      });
    if (answer.name === 'no-such-setting') return notFound;
    const text =
      answer.name === 'out-of-reach'
        ? 'There is no search of this number that you work with.'
        : ((answer.name === 'until-wrong' ? noSuchDay(form, 'until') : undefined) ?? answer.sentence);
    return holdForm(
      { csrf, typed: form, problems: [{ field: FIELDS[answer.name] ?? 'search', text }] },
      setting,
    );
  });

const showHeld = async (
  { csrf, signedIn }: OfHold,
  world: World,
  parts: Omit<HeldParts, 'csrf' | 'filling'>,
): Promise<Answer> =>
  heldPage({ ...parts, csrf, filling: await findFilling(world, signedIn, { id: parts.hold.id }) });

/** What has no hold, or none that is theirs to end, is as if it were not there. */
const NOT_THERE: ReadonlySet<string> = new Set(['no-such-hold', 'out-of-reach']);

/** Also of a hold that was ended before: the same form sent twice is told what it was the first time, and loses no words. */
const end = (
  visit: OfHold,
  world: World,
  {
    field,
    notice,
    how,
  }: {
    readonly field: string;
    readonly notice: string;
    readonly how: (hold: {
      readonly id: number;
      readonly settingId: number;
    }) => ReturnType<typeof releaseHold>;
  },
): Promise<Answer> =>
  onHome(visit, world, async ({ setting, taken }) => {
    const id = wholeNumber(visit.params.holdId);
    const answer = await how({ id, settingId: setting.id });
    if (answer.kind === 'hold-ended') return redirect(homeHref(setting.id), { notice });
    const held = taken.find((one) => one.id === id);
    const problems: readonly FieldError[] = [{ field, text: answer.sentence }];
    if (held?.kind === 'hold')
      return showHeld(visit, world, { setting, hold: held, typed: visit.form, problems });
    if (NOT_THERE.has(answer.name)) return notFound;
    return notRecordedPage({
      title: 'It was not recorded',
      sentence: answer.sentence,
      section: 'homes',
      form: visit.form,
      goOn: link(homeHref(setting.id), `Look at ${setting.name} as it is now`),
    });
  });

/** Places held for searches. */
export const holdRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.holdPlace,
    example: EXAMPLE,
    ...HOLDS,
    audit: 'nothing',
    handler: (visit: OfHome, world) =>
      onHome(visit, world, ({ setting }) => {
        const typed = new URLSearchParams({ search: visit.query.get('search') ?? '' });
        return holdForm({ csrf: visit.csrf, typed }, setting);
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.holdPlace,
    example: EXAMPLE,
    ...HOLDS,
    audit: 'place-held',
    handler: hold,
  }),
  route({
    method: 'GET',
    path: staffPaths.heldPlace,
    example: HOLD,
    ...HOLDS,
    audit: 'nothing',
    handler: (visit: OfHold, world) =>
      onHold(visit, world, (setting, held) =>
        showHeld(visit, world, { setting, hold: held, typed: new URLSearchParams() }),
      ),
  }),
  route({
    method: 'POST',
    path: staffPaths.releaseHold,
    example: HOLD,
    ...HOLDS,
    audit: 'hold-released',
    handler: (visit: OfHold, world) =>
      end(visit, world, {
        field: 'why',
        notice: 'The place is given up.',
        how: (held) => releaseHold(world, visit.signedIn, { ...held, why: visit.form.get('why') ?? '' }),
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.fillPlace,
    example: HOLD,
    ...HOLDS,
    audit: 'place-filled',
    handler: (visit: OfHold, world) =>
      end(visit, world, {
        field: FILLED_PART,
        notice: 'The place is filled.',
        how: (held) => fillPlace(world, visit.signedIn, held),
      }),
  }),
];
