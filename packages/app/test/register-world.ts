import { day, moment, PLACEMENT_REQUEST } from '@rightplace/domain';
import { addCase, addCaseEvent, asTenant, listCareSettings, saveProvider, type Tx } from '@rightplace/store';
import { type Said, type SettingFactKind } from '../src/register/read-fact.ts';
import { type SettingToSave, saveSetting } from '../src/register/save-setting.ts';
import { tellOfSetting } from '../src/register/tell-of-setting.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { anEntryWorld, type EntryWorld } from './entry-world.ts';
import { NORTHMARSH } from './world.ts';

export interface RegisterWorld extends EntryWorld {
  /** The authority itself, and a private provider. */
  readonly own: number;
  readonly zed: number;
  /** Lane House, where Kofi lived (Zed Homes’), and Mr and Mrs Lowe, where several children live. */
  readonly lane: number;
  readonly lowe: number;
  readonly inside: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Tells something of a setting from the start of 2024. */
  readonly tellOf: (settingId: number, fact: SettingFactKind, said: Said, from?: string) => Promise<void>;
  /** A home that is open, for ages 8 to 17. */
  readonly openHome: (settingId: number, places: number) => Promise<void>;
  readonly add: (said: Partial<SettingToSave>) => Promise<number>;
  /** A search for a home for a child, by their number. */
  readonly search: (child: string, key?: string) => Promise<number>;
  readonly hub: () => Promise<SignedIn>;
}

export const TERMS: Said = {
  places: ['3'],
  'ages-from': ['8'],
  'ages-to': ['17'],
  sexes: ['any'],
  kinds: ['short-term'],
};

/** Invented homes and households round the children of the entry world. */
export const aRegisterWorld = async (): Promise<RegisterWorld> => {
  const world = await anEntryWorld();
  const inside: RegisterWorld['inside'] = (work) => asTenant(world.db, { authorityId: NORTHMARSH }, work);
  const hub = () => world.as('placements-officer');
  const { own, zed, lane, lowe } = await inside(async (tx) => {
    const found = await listCareSettings(tx);
    const idOf = (name: string): number => found.find((one) => one.name === name)?.id ?? 0;
    return {
      own: (await saveProvider(tx, { name: 'Northmarsh County Council', kind: 'PR1', inHouse: true })).id,
      zed: (await saveProvider(tx, { name: 'Zed Homes', kind: 'PR4', inHouse: false })).id,
      lane: idOf('Lane House'),
      lowe: idOf('Mr and Mrs Lowe'),
    };
  });
  const must = <T extends { readonly kind: string }>(answer: T): Exclude<T, { readonly kind: 'refused' }> => {
    if (answer.kind === 'refused') throw new Error(JSON.stringify(answer));
    return answer as Exclude<T, { readonly kind: 'refused' }>;
  };
  const tellOf: RegisterWorld['tellOf'] = async (settingId, fact, said, from = '2024-01-01') => {
    const told = { settingId, fact, said, from: day(from), lastDay: undefined };
    must(await tellOfSetting(world, await hub(), told));
  };
  const add: RegisterWorld['add'] = async (said) => {
    const home = { id: undefined, name: 'Samphire Lodge', type: 'K2', urn: '', postcode: 'PE21 0AB' };
    return must(await saveSetting(world, await hub(), { ...home, providerId: String(zed), ...said })).id;
  };
  const search: RegisterWorld['search'] = async (child, key = `search ${child}`) => {
    const by = world.ana;
    return inside(async (tx) => {
      const { id, isNew } = await addCase(tx, {
        workflow: PLACEMENT_REQUEST.id,
        version: PLACEMENT_REQUEST.version,
        child: child as Parameters<typeof addCase>[1]['child'],
        begunBy: by,
        teamId: null,
        key,
      });
      if (isNew)
        await addCaseEvent(tx, id, {
          number: 1,
          at: moment('2026-11-23T08:00:00Z'),
          step: 'begin',
          kind: 'begin',
          by: { person: String(by), part: { role: 'social-worker' } },
          from: null,
          to: PLACEMENT_REQUEST.begins.in,
          said: {},
          evidence: null,
          key,
        });
      return id;
    });
  };
  return {
    ...world,
    own,
    zed,
    lane,
    lowe,
    inside,
    tellOf,
    add,
    search,
    hub,
    openHome: async (settingId, places) => {
      await tellOf(settingId, 'standing', { state: ['open'] });
      await tellOf(settingId, 'terms', { ...TERMS, places: [String(places)] });
    },
  };
};
