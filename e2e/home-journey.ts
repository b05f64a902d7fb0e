/** The people of one child’s search for a home, each in a browser of their own, and what they begin with. */
import assert from 'node:assert/strict';
import { saveEvidence, tellOfFramework } from '@rightplace/app';
import { day, PALAC, type Role } from '@rightplace/domain';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { keepClocks } from '../packages/app/test/clocks-world.ts';
import { aPortalWorld, type PortalWorld } from '../packages/app/test/portal-world.ts';
import { answersTo } from '../packages/domain/test/cases.ts';
import { looker } from './forms.ts';
import { openTabs, type Tabs } from './tabs.ts';

const PEOPLE = {
  paige: ['Paige Marsh', 'placements-officer'],
  milo: ['Milo Tanner', 'placements-officer'],
  tess: ['Tess Marlow', 'team-manager'],
  gwen: ['Gwen Hale', 'group-manager'],
  ada: ['Ada Osei', 'director'],
  fin: ['Fin Ashby', 'finance'],
} as const satisfies Readonly<Record<string, readonly [string, Role]>>;

export type Who = keyof typeof PEOPLE | 'ana';

/** Forms of the log and of steps; the checks, which are many, are made in one minute. */
const HAPPENS = /\/(steps|homes|referrals)\b|\/write\/(?!check)/;

/** What the request for care says already, and a name in it that no provider is to read. */
export const SAID_BEFORE = {
  'at-their-best': 'Lark makes up songs, and laughs at her own jokes.',
  'child-view': 'I want my bike with me.',
  siblings: [],
  'needed-from': '2026-11-23',
} as const;

export interface HomeJourney {
  readonly world: PortalWorld;
  readonly close: () => Promise<void>;
  /** A page in which one of them is signed in. */
  readonly as: (who: Who, options?: BrowserContextOptions) => Promise<Page>;
  /** A page in which nobody is signed in yet. */
  readonly provider: (options?: BrowserContextOptions) => Promise<Page>;
  readonly look: (tab: Page, page?: string) => Promise<void>;
  /** The request for care, authorised. */
  readonly entry: number;
  /** Gull Care’s home, besides Zed’s Samphire Lodge. */
  readonly gullHome: number;
}

/** Lark Brindle’s request for care is authorised; two providers on the framework have a home each. */
export const aHomeJourney = async (child: string): Promise<HomeJourney> => {
  const world = await aPortalWorld();
  await keepClocks(world);
  const tabs = await openTabs(world);
  const ids = new Map<Who, number>([['ana', world.ana]]);
  for (const [who, [name, role]] of Object.entries(PEOPLE) as [Who, readonly [string, Role]][])
    ids.set(who, (await world.addPerson({ name, role })).personId);
  const gullHome = await world.add({
    name: 'Teasel House',
    urn: '',
    postcode: 'PE21 0AB',
    providerId: String(world.other),
  });
  await world.openHome(gullHome, 2);
  for (const providerId of [world.zed, world.other]) {
    const from = { from: day('2026-04-01'), lastDay: undefined };
    const framework = { providerId, name: 'Children’s homes 2026', placements: 'residential', ...from };
    const told = await tellOfFramework(world, world.officer, framework);
    assert.equal(told.kind, 'provider-saved', JSON.stringify(told));
  }
  const entry = await world.begin(child, world.ana_);
  await world.fillIn(entry, world.ana_);
  for (const { id: section, questions } of PALAC.evidence.sections) {
    const view = await world.seenBy(world.ana_, entry);
    const typed = { ...answersTo(questions), ...SAID_BEFORE };
    const basedOn = view.kind === 'case' ? view.revision : 0;
    const saved = await saveEvidence(world, world.ana_, { id: entry, section, basedOn, typed });
    assert.equal(saved.kind, 'evidence-saved', JSON.stringify(saved));
  }
  await world.acting.takeAll(entry, [
    ['social-worker', 'submit'],
    ['team-manager', 'support'],
    ['group-manager', 'authorise'],
    ['director', 'director-authorise'],
  ]);
  // Between what happens in the search a minute goes by, so that the chronology can tell what was before what.
  const tabOf = async (...asked: Parameters<Tabs['tabOf']>): Promise<Page> => {
    const tab = await tabs.tabOf(...asked);
    tab.on(
      'request',
      (request) => request.method() === 'POST' && HAPPENS.test(request.url()) && world.pass(1),
    );
    return tab;
  };
  return {
    world,
    close: tabs.close,
    as: (who, options) => tabOf(ids.get(who), options),
    provider: (options) => tabOf(undefined, options),
    look: looker(),
    entry,
    gullHome,
  };
};
