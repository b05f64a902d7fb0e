import { listProviders, saveProvider, tellOfFramework, type World } from '@rightplace/app';
import type { ProviderInRegister } from '@rightplace/domain';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { daysTyped, type Filling, notTaken } from './form-parts.ts';
import { frameworkForm, providerForm } from './provider-forms.ts';
import { providerHref } from './register-words.ts';

type OfProvider = Visit<{ readonly providerId: string }>;
const EXAMPLE = { providerId: '1' };
const KEEPS = { action: 'keep-register' } as const;

const onProvider = async (
  { signedIn, params }: OfProvider,
  world: World,
  show: (provider: ProviderInRegister) => Answer | Promise<Answer>,
): Promise<Answer> => {
  const found = await listProviders(world, signedIn);
  if (found.kind === 'refused') return found;
  const line = found.lines.find(({ provider }) => String(provider.id) === params.providerId);
  return line === undefined ? notFound : show(line.provider);
};

const filling = ({ csrf, form }: Pick<Visit, 'csrf' | 'form'>): Filling => ({ csrf, typed: form });
const text = (form: URLSearchParams, name: string): string => form.get(name) ?? '';

const save = async (visit: Visit, world: World, of?: ProviderInRegister): Promise<Answer> => {
  const { form, signedIn } = visit;
  const answer = await saveProvider(world, signedIn, {
    id: of?.id,
    name: text(form, 'name'),
    sector: text(form, 'sector'),
  });
  return answer.kind === 'refused'
    ? notTaken(answer, (problems) => providerForm({ ...filling(visit), problems }, of))
    : redirect(providerHref(answer.id), { notice: 'The provider is saved.' });
};

/** Providers and the frameworks they are on, kept. */
export const keepProviderRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.addProvider,
    ...KEEPS,
    audit: 'nothing',
    handler: ({ csrf }) => providerForm({ csrf, typed: new URLSearchParams() }),
  }),
  route({
    method: 'POST',
    path: staffPaths.addProvider,
    ...KEEPS,
    audit: 'provider-saved',
    handler: (visit, world) => save(visit, world),
  }),
  route({
    method: 'GET',
    path: staffPaths.changeProvider,
    example: EXAMPLE,
    ...KEEPS,
    audit: 'nothing',
    handler: (visit: OfProvider, world) =>
      onProvider(visit, world, (provider) => {
        const typed = new URLSearchParams({ name: provider.name, sector: provider.sector });
        return providerForm({ csrf: visit.csrf, typed }, provider);
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.changeProvider,
    example: EXAMPLE,
    ...KEEPS,
    audit: 'provider-saved',
    handler: (visit: OfProvider, world) =>
      onProvider(visit, world, (provider) => save(visit, world, provider)),
  }),
  route({
    method: 'GET',
    path: staffPaths.framework,
    example: EXAMPLE,
    ...KEEPS,
    audit: 'nothing',
    handler: (visit: OfProvider, world) =>
      onProvider(visit, world, (provider) =>
        frameworkForm({ csrf: visit.csrf, typed: new URLSearchParams() }, provider),
      ),
  }),
  route({
    method: 'POST',
    path: staffPaths.framework,
    example: EXAMPLE,
    ...KEEPS,
    audit: 'framework-told',
    handler: (visit: OfProvider, world) =>
      onProvider(visit, world, async (provider) => {
        const { form, signedIn, params } = visit;
        const answer = await tellOfFramework(world, signedIn, {
          providerId: wholeNumber(params.providerId),
          name: text(form, 'name'),
          placements: text(form, 'placements'),
          ...daysTyped(form),
        });
        return answer.kind === 'refused'
          ? notTaken(answer, (problems) => frameworkForm({ ...filling(visit), problems }, provider))
          : redirect(providerHref(answer.id), { notice: 'The framework is recorded.' });
      }),
  }),
];
