import { downloadRegister, findSetting, listProviders, listSettings, type World } from '@rightplace/app';
import { type Action, isHousehold, mayAttempt, parseDay } from '@rightplace/domain';
import { type Answer, download, notFound } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { askedFrom } from './asked.ts';
import { contractRoutes } from './contract-routes.ts';
import { holdRoutes } from './hold-routes.ts';
import { homePage } from './home-page.ts';
import { homesPage } from './homes-page.ts';
import { keepHomeRoutes } from './keep-home-routes.ts';
import { keepProviderRoutes } from './keep-provider-routes.ts';
import { providerPage, providersPage } from './provider-pages.ts';

const may = ({ signedIn, today }: Visit, action: Action): boolean =>
  mayAttempt({ actor: signedIn.actor, action, on: today }).kind === 'may';

const showHomes = async (visit: Visit, world: World): Promise<Answer> => {
  const found = await listSettings(world, visit.signedIn, askedFrom(visit.query));
  if (found.kind === 'refused') return found;
  return homesPage({
    found,
    query: visit.query,
    mayAdd: may(visit, 'keep-register') || may(visit, 'keep-carers'),
    seesCarers: may(visit, 'see-carers'),
  });
};

const showHome = async (visit: Visit<{ readonly settingId: string }>, world: World): Promise<Answer> => {
  const on = parseDay(visit.query.get('on') ?? '');
  const found = await findSetting(world, visit.signedIn, { id: wholeNumber(visit.params.settingId), on });
  if (found.kind === 'refused') return found.name === 'no-such-setting' ? notFound : found;
  return homePage({
    found,
    csrf: visit.csrf,
    mayKeep: may(visit, isHousehold(found.setting.kind) ? 'keep-carers' : 'keep-register'),
    mayHold: may(visit, 'hold-place'),
    seesSearches: may(visit, 'see-placement-request'),
  });
};

const showProvider = async (visit: Visit<{ readonly providerId: string }>, world: World): Promise<Answer> => {
  const found = await listProviders(world, visit.signedIn);
  if (found.kind === 'refused') return found;
  const line = found.lines.find(({ provider }) => String(provider.id) === visit.params.providerId);
  return line === undefined
    ? notFound
    : providerPage(line, {
        today: found.today,
        mayKeep: may(visit, 'keep-register'),
        mayInvite: may(visit, 'keep-portal-people'),
      });
};

/** The register of providers and homes. */
export const registerRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.homes,
    action: 'see-register',
    audit: 'register-listed',
    handler: showHomes,
  }),
  route({
    method: 'GET',
    path: staffPaths.homesFile,
    action: 'see-register',
    audit: 'register-downloaded',
    recordsItself: true,
    handler: async ({ signedIn, query }, world) => {
      const file = await downloadRegister(world, signedIn, askedFrom(query));
      return file.kind === 'file'
        ? download({ name: file.name, type: 'text/csv; charset=utf-8', body: file.text })
        : file;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.providers,
    action: 'see-register',
    audit: 'register-listed',
    handler: async (visit, world) => {
      const found = await listProviders(world, visit.signedIn);
      return found.kind === 'refused'
        ? found
        : providersPage(found, { mayKeep: may(visit, 'keep-register') });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.provider,
    example: { providerId: '1' },
    action: 'see-register',
    audit: 'provider-viewed',
    handler: showProvider,
  }),
  route({
    method: 'GET',
    path: staffPaths.careSetting,
    example: { settingId: '1' },
    action: 'see-register',
    audit: 'setting-viewed',
    handler: showHome,
  }),
  ...keepHomeRoutes,
  ...keepProviderRoutes,
  ...contractRoutes,
  ...holdRoutes,
];
