import {
  blockPlace,
  endBlock,
  findSetting,
  isSettingFact,
  listProviders,
  type SettingFound,
  saveSetting,
  tellOfSetting,
  type World,
} from '@rightplace/app';
import { isHousehold, mayAttempt } from '@rightplace/domain';
import { asAnotherForm } from '../../server/another-form.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { daysTyped, type Filling, notTaken, typedDay } from './form-parts.ts';
import { blockForm, factForm, settingForm } from './home-forms.ts';
import { homeHref } from './register-words.ts';

type OfHome = Visit<{ readonly settingId: string }>;
type OfFact = Visit<{ readonly settingId: string; readonly fact: string }>;
type OfBlock = Visit<{ readonly settingId: string; readonly blockId: string }>;

const EXAMPLE = { settingId: '1' };
/** Who keeps carers' households may come to these doors; what is a home is refused to them inside. */
const KEEPS = { action: 'keep-carers' } as const;

/** A home that is found and that this person keeps; what they may not keep is refused before a form is shown. */
const onHome = async (
  { signedIn, params, today }: OfHome,
  world: World,
  show: (setting: SettingFound['setting']) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const found = await findSetting(world, signedIn, { id: wholeNumber(params.settingId) });
  if (found.kind === 'refused') return found.name === 'no-such-setting' ? notFound : found;
  const action = isHousehold(found.setting.kind) ? 'keep-carers' : 'keep-register';
  const permission = mayAttempt({ actor: signedIn.actor, action, on: today });
  return permission.kind === 'refused' ? permission : show(found.setting);
};

const filling = ({ csrf, form }: Pick<Visit, 'csrf' | 'form'>): Filling => ({ csrf, typed: form });
const text = (form: URLSearchParams, name: string): string => form.get(name) ?? '';

const providersFor = async ({ signedIn }: Pick<Visit, 'signedIn'>, world: World) => {
  const found = await listProviders(world, signedIn);
  return found.kind === 'refused' ? [] : found.lines.map(({ provider }) => provider);
};

const save = async (visit: Visit, world: World, of?: SettingFound['setting']): Promise<Answer> => {
  const { form, signedIn } = visit;
  const answer = await saveSetting(world, signedIn, {
    id: of?.id,
    name: text(form, 'name'),
    type: text(form, 'type'),
    urn: text(form, 'urn'),
    postcode: text(form, 'postcode'),
    providerId: text(form, 'provider'),
  });
  if (answer.kind === 'setting-saved') return redirect(homeHref(answer.id), { notice: 'The home is saved.' });
  const providers = await providersFor(visit, world);
  return notTaken(answer, (problems) => settingForm({ ...filling(visit), problems }, { providers, of }));
};

const tell = (visit: OfFact, world: World): Promise<Answer> =>
  onHome(visit, world, async (setting) => {
    const { form, signedIn, params } = visit;
    const { fact } = params;
    if (!isSettingFact(fact)) return notFound;
    const said = Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name)]));
    const told = { settingId: setting.id, fact, said, ...daysTyped(form) };
    const answer = await tellOfSetting(world, signedIn, told);
    return answer.kind === 'refused'
      ? notTaken(answer, (problems) => factForm({ ...filling(visit), problems }, { fact, setting }))
      : redirect(homeHref(setting.id), { notice: 'It is recorded.' });
  });

const block = (visit: OfHome, world: World): Promise<Answer> =>
  onHome(visit, world, async (setting) => {
    const { form, signedIn } = visit;
    const answer = await blockPlace(world, signedIn, {
      settingId: setting.id,
      reason: text(form, 'reason'),
      note: text(form, 'note'),
      key: text(form, '_key'),
      ...daysTyped(form),
    });
    if (answer.kind === 'refused' && answer.name === 'said-otherwise') {
      // Sent again it blocks another place, and so is another form.
      const typed = asAnotherForm(form);
      const problems = [{ field: 'reason', text: answer.sentence }];
      return blockForm({ ...filling(visit), typed, problems }, setting);
    }
    return answer.kind === 'refused'
      ? notTaken(answer, (problems) => blockForm({ ...filling(visit), problems }, setting))
      : redirect(homeHref(setting.id), { notice: 'The place is blocked.' });
  });

/** Homes, households and units, kept: names, dated facts, and places that cannot be used. */
export const keepHomeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.addHome,
    ...KEEPS,
    audit: 'nothing',
    handler: async (visit, world) =>
      settingForm(
        { csrf: visit.csrf, typed: new URLSearchParams() },
        { providers: await providersFor(visit, world) },
      ),
  }),
  route({
    method: 'POST',
    path: staffPaths.addHome,
    ...KEEPS,
    audit: 'setting-saved',
    handler: (visit, world) => save(visit, world),
  }),
  route({
    method: 'GET',
    path: staffPaths.changeHome,
    example: EXAMPLE,
    ...KEEPS,
    audit: 'nothing',
    handler: (visit: OfHome, world) =>
      onHome(visit, world, async (of) => {
        const { name, type, urn, postcode, providerId } = of;
        const typed = new URLSearchParams({
          name,
          type,
          urn: urn ?? '',
          postcode: postcode ?? '',
          provider: String(providerId ?? ''),
        });
        const providers = await providersFor(visit, world);
        return settingForm({ csrf: visit.csrf, typed }, { providers, of });
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.changeHome,
    example: EXAMPLE,
    ...KEEPS,
    audit: 'setting-saved',
    handler: (visit: OfHome, world) => onHome(visit, world, (setting) => save(visit, world, setting)),
  }),
  route({
    method: 'GET',
    path: staffPaths.tellOfHome,
    example: { ...EXAMPLE, fact: 'terms' },
    ...KEEPS,
    audit: 'nothing',
    handler: (visit: OfFact, world) =>
      onHome(visit, world, (setting) => {
        const { fact } = visit.params;
        return isSettingFact(fact)
          ? factForm({ csrf: visit.csrf, typed: new URLSearchParams() }, { fact, setting })
          : notFound;
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.tellOfHome,
    example: { ...EXAMPLE, fact: 'terms' },
    ...KEEPS,
    audit: 'setting-told',
    handler: tell,
  }),
  route({
    method: 'GET',
    path: staffPaths.blockPlace,
    example: EXAMPLE,
    ...KEEPS,
    audit: 'nothing',
    handler: (visit: OfHome, world) =>
      onHome(visit, world, (setting) => {
        const typed = new URLSearchParams(Object.fromEntries(typedDay('from', visit.today)));
        return blockForm({ csrf: visit.csrf, typed }, setting);
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.blockPlace,
    example: EXAMPLE,
    ...KEEPS,
    audit: 'place-blocked',
    handler: block,
  }),
  route({
    method: 'POST',
    path: staffPaths.endBlock,
    example: { ...EXAMPLE, blockId: '1' },
    ...KEEPS,
    audit: 'block-ended',
    handler: async ({ signedIn, params }: OfBlock, world) => {
      const settingId = wholeNumber(params.settingId);
      const answer = await endBlock(world, signedIn, { settingId, id: wholeNumber(params.blockId) });
      if (answer.kind === 'block-ended')
        return redirect(homeHref(settingId), { notice: 'The place can be used again.' });
      return answer.name === 'no-such-block' ? notFound : notTaken(answer, () => notFound);
    },
  }),
];
