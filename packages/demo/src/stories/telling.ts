import type { DayNumber, Sex } from '@rightplace/domain';
import type { DemoHousehold } from '../authority/households.ts';
import type { DemoSetting } from '../authority/settings.ts';
import { birthday, notLeapDay } from '../calendar/days.ts';
import type { AdoptionPlan, Life, Spell, Stay } from '../care/life.ts';
import type { Market } from '../care/market.ts';
import type { Heritage } from '../people/heritage.ts';
import type { Geography, Sector } from '../places/geography.ts';
import { impossiblePostcode } from '../places/postcodes.ts';
import { pick } from '../random/draw.ts';
import { type Stream, stream } from '../random/stream.ts';

/** The hand of whoever tells a story: what is there to tell it with. Days are counted back from the as-of day. */
export interface Teller {
  readonly asOf: DayNumber;
  readonly market: Market;
  readonly geography: Geography;
}

type Where = Pick<Stay, 'type' | 'provider' | 'postcode' | 'urn' | 'kinCarer'>;

/** One stay of a story: how many days ago it began, where, and why it ended. */
export interface ToldStay {
  readonly ago: number;
  readonly where: Where;
  readonly sameCarer?: boolean;
  readonly whyEnded?: string;
}

export interface ToldSpell {
  readonly ago: number;
  readonly need: string;
  readonly law: readonly (readonly [ago: number, status: string])[];
  readonly stays: readonly ToldStay[];
  /** How it ended; a spell without goes on to the eighteenth birthday. */
  readonly ended?: { readonly ago: number; readonly reason: string };
  readonly adoption?: {
    readonly decided: number;
    readonly ordered: number;
    readonly matched: number;
    readonly byFosterCarer: boolean;
  };
}

export interface ToldChild {
  readonly id: string;
  readonly name: readonly [given: string, family: string];
  readonly sex: Sex;
  readonly bornAgo: number;
  readonly ethnicity: string;
  readonly heritage: Heritage;
  /** Whose home: children with the same word share an address. */
  readonly home: string;
  readonly district: string;
  readonly spells: readonly ToldSpell[];
  readonly unaccompanied?: boolean;
  readonly disabilities?: readonly string[];
  readonly siblingGroup?: string;
  readonly restricted?: boolean;
  readonly birthNotRecorded?: boolean;
  readonly motherOfAgo?: number;
  readonly missingAgo?: readonly (readonly [ago: number, days: number])[];
}

const years = (n: number): number => Math.round(n * 365.25);
export const aged = (wholeYears: number, months = 0): number =>
  years(wholeYears) + Math.round(months * 30.44);
export const months = (n: number): number => Math.round(n * 30.44);

export const homeSectorOf = (teller: Teller, home: string, district: string): Sector => {
  const sectors = teller.geography.homes.map(([sector]) => sector);
  const there = sectors.filter((sector) => sector.district === district);
  return pick(stream(`story/${home}/sector`), there.length > 0 ? there : sectors);
};

export const carers = (household: DemoHousehold, type: string): Where => ({
  type,
  provider: household.providerCode,
  postcode: household.postcode,
  urn: household.agencyUrn,
});

export const setting = (at: DemoSetting): Where => ({
  type: at.placeCodes[0] ?? 'K2',
  provider: at.providerCode,
  postcode: at.postcode,
  urn: at.urn,
});

const staysOf = (teller: Teller, told: ToldSpell, ends: DayNumber): readonly Stay[] =>
  told.stays.map((stay, i): Stay => {
    const following = told.stays[i + 1];
    return {
      ...stay.where,
      starts: teller.asOf - stay.ago,
      ends: following === undefined ? ends : teller.asOf - following.ago,
      began: stay.sameCarer === true ? 'same-carer' : 'changed',
      whyEnded: following === undefined ? null : (stay.whyEnded ?? null),
    };
  });

const adoptionOf = (teller: Teller, told: ToldSpell): { adoption?: AdoptionPlan } => {
  if (told.adoption === undefined) return {};
  const { decided, ordered, matched, byFosterCarer } = told.adoption;
  const on = (ago: number): DayNumber => teller.asOf - ago;
  return { adoption: { decided: on(decided), ordered: on(ordered), matched: on(matched), byFosterCarer } };
};

const spellOf = (teller: Teller, told: ToldSpell, born: DayNumber, homePostcode: string | null): Spell => {
  const atEighteen = told.ended === undefined || told.ended.reason === 'E17';
  const ends = atEighteen ? birthday(born, 18) : teller.asOf - (told.ended?.ago ?? 0);
  return {
    starts: teller.asOf - told.ago,
    ends,
    endReason: told.ended?.reason ?? 'E17',
    need: told.need,
    homePostcode,
    statuses: told.law.map(([ago, status]) => ({ starts: teller.asOf - ago, status })),
    stays: staysOf(teller, told, ends),
    ...adoptionOf(teller, told),
  };
};

/** Puts a told child into the terms that all children are invented in. */
export const tell = (teller: Teller, child: ToldChild): Life => {
  const sector = homeSectorOf(teller, child.home, child.district);
  const next: Stream = stream(`story/${child.home}/address`);
  const lone = child.unaccompanied === true;
  const homePostcode = lone ? null : impossiblePostcode(next, sector.name);
  const born = notLeapDay(teller.asOf - child.bornAgo);
  return {
    id: child.id,
    born,
    sex: child.sex,
    ethnicity: child.ethnicity,
    heritage: child.heritage,
    givenName: child.name[0],
    familyName: child.name[1],
    unaccompanied: lone,
    disabilities: child.disabilities ?? [],
    homeSector: sector,
    homePostcode,
    homeAddress: lone ? null : `${child.home}, Gullholme`,
    spells: child.spells.map((spell) => spellOf(teller, spell, born, homePostcode)),
    ...(child.siblingGroup === undefined ? {} : { siblingGroup: child.siblingGroup }),
    ...(child.restricted === true ? { restricted: true } : {}),
    ...(child.birthNotRecorded === true ? { birthNotRecorded: true } : {}),
    missing: (child.missingAgo ?? []).map(([ago, days]) => ({
      starts: teller.asOf - ago,
      ends: teller.asOf - ago + days,
    })),
    ...(child.motherOfAgo === undefined ? {} : { motherOf: teller.asOf - child.motherOfAgo }),
  };
};
