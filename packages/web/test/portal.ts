import type { PortalWorld } from '../../app/test/portal-world.ts';
import { aService, type Browser, type Service } from './service.ts';

type Visitor = Awaited<ReturnType<PortalWorld['someoneOf']>>;

/** A browser in which one of a provider's people is signed in. */
export const portalBrowser = (service: Service, { cookie }: Pick<Visitor, 'cookie'>): Browser => {
  const browser = service.browser();
  browser.cookies.set('rightplace-portal', cookie);
  return browser;
};

/** Kit Harrow of Zed, who answers what is asked of that provider, and their browser. */
export const kitAtZed = async (
  world: PortalWorld,
  service: Service = aService(world),
): Promise<Visitor & { readonly browser: Browser }> => {
  const kit = await world.someoneOf(world.zed, 'Kit Harrow');
  return { ...kit, browser: portalBrowser(service, kit) };
};
