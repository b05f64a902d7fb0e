/** A home of the register, with what searches hold and plan in it, minute by minute and day by day. */
import { addDays, type Day, day } from '../src/calendar/day.ts';
import { endOfLondonDay } from '../src/calendar/london-time.ts';
import { addMinutes, type Moment, moment } from '../src/calendar/moment.ts';
import type { Room } from '../src/register/room.ts';
import type { SettingInRegister } from '../src/register/setting.ts';
import { momentOfDay, type PlaceHold, type PlaceTaken, type PlannedMove } from '../src/register/vacancies.ts';

export const TODAY = day('2026-12-01');
export const NINE = moment('2026-12-01T09:00:00Z');
export const ahead = (days: number): Day => addDays(TODAY, days);
export const later = (minutes: number): Moment => addMinutes(NINE, minutes);

export const ALWAYS = { starts: day('2024-01-01'), ends: null };
export const TERMS = { agesFrom: 8, agesTo: 17, sexes: 'any', kinds: [] } as const;
export const aHome = (places: number, said: Partial<SettingInRegister> = {}): SettingInRegister => ({
  id: 1,
  providerId: null,
  name: 'Weir House',
  type: 'K2',
  kind: 'childrens-home',
  urn: 'SC980001',
  postcode: null,
  inHouse: false,
  standings: [{ ...ALWAYS, state: 'open', note: null }],
  terms: [{ ...ALWAYS, ...TERMS, places }],
  judgements: [],
  exemptions: [],
  fees: [],
  ...said,
});
export const held = (
  caseId: number,
  minute: number,
  until: number,
  said: Partial<PlaceHold> = {},
): PlaceHold => ({
  kind: 'hold',
  id: caseId,
  settingId: 1,
  place: caseId,
  caseId,
  from: later(minute),
  until: endOfLondonDay(ahead(until)),
  ended: null,
  filledOn: null,
  lengthened: [],
  ...said,
});
export const blocked = (from: number, until: number): PlaceTaken => ({
  kind: 'block',
  id: 90 + from,
  settingId: 1,
  place: 9,
  reason: 'repair',
  note: null,
  from: momentOfDay(ahead(from), { today: TODAY, now: later(0) }),
  until: endOfLondonDay(ahead(until)),
});
export const plans = (caseId: number, minute: number, on: number, beyondFrom?: number): PlannedMove => ({
  caseId,
  on: ahead(on),
  plannedAt: later(minute),
  beyondFrom: beyondFrom === undefined ? undefined : ahead(beyondFrom),
});
export const NOW = later(300);
export const at = (days: number): Moment => momentOfDay(ahead(days), { today: TODAY, now: NOW });
export const answerOf = ({ isPromised, isFull }: Room): string =>
  isPromised ? 'refused' : isFull ? 'asked' : 'nothing asked';
