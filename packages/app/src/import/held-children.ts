/**
 * The record as returns see it, and back: the record keeps what is believed of a child, and beside it which returns said it.
 */
import { type ChildId, type ChildRecord, episodesFromTimelines } from '@rightplace/domain';
import type { HeldChild, HeldEpisode, Reported as Provenance } from '@rightplace/ssda903';
import type { EnteredHere, Reported } from '@rightplace/store';
import {
  EPISODE,
  enteredByChild,
  episodeKey,
  HEADER,
  HEADER_KEY,
  keyed,
  kindOfRemoved,
} from './entered-here.ts';

type EpisodeProvenance = Omit<HeldEpisode, 'episode'>;

/** "2024-05-01?", or "2024-05-01?E4A" when the return gave a REC: its end was taken from what came next, not told. */
const keptKey = (key: string, { endInferred }: EpisodeProvenance): string =>
  endInferred === undefined ? key : `${key}?${endInferred.rec ?? ''}`;

const readKept = (kept: string): readonly [key: string, EpisodeProvenance['endInferred']] => {
  const at = kept.indexOf('?');
  return at === -1 ? [kept, undefined] : [kept.slice(0, at), { rec: kept.slice(at + 1) || null }];
};

type ProvenanceByKey = ReadonlyMap<string, EpisodeProvenance>;

const provenanceByChild = (reported: readonly Reported[]): ReadonlyMap<ChildId, ProvenanceByKey> => {
  const byChild = new Map<ChildId, Map<string, EpisodeProvenance>>();
  for (const { child, kind, collectionYear, labelled, keys } of reported) {
    const own = byChild.get(child) ?? new Map<string, EpisodeProvenance>();
    byChild.set(child, own);
    for (const kept of keys) {
      const [key, endInferred] = kind === EPISODE ? readKept(kept) : [kept, undefined];
      const before = own.get(keyed(kind, key));
      const years = [...(before?.years ?? []), collectionYear].toSorted((a, b) => a - b);
      const unlabelled = before?.unlabelled === true || !labelled;
      own.set(keyed(kind, key), {
        years,
        ...(unlabelled ? { unlabelled } : {}),
        ...(endInferred === undefined ? {} : { endInferred }),
      });
    }
  }
  return byChild;
};

const NOWHERE: Provenance = { years: [] };

export const heldFromRecords = (
  records: readonly ChildRecord[],
  reported: readonly Reported[],
  entered: readonly EnteredHere[] = [],
): ReadonlyMap<ChildId, HeldChild> => {
  const byChild = provenanceByChild(reported);
  const enteredOf = enteredByChild(entered);
  return new Map(
    records.map((record) => {
      const own = byChild.get(record.id);
      const ofChild = enteredOf.get(record.id);
      const of = (kind: string, key: string): EpisodeProvenance => {
        const told = own?.get(keyed(kind, key)) ?? NOWHERE;
        const here = ofChild?.entered.get(keyed(kind, key));
        return here === undefined ? told : { ...told, entered: here };
      };
      const header = of(HEADER, HEADER_KEY);
      return [
        record.id,
        {
          details: record.details,
          headerYears: header.years,
          ...(header.unlabelled === true ? { headerUnlabelled: true } : {}),
          ...(header.entered === undefined ? {} : { headerEntered: header.entered }),
          episodes: episodesFromTimelines(record).map((episode) => ({
            episode,
            ...of(EPISODE, episodeKey(episode)),
          })),
          facts: record.facts.map((fact) => ({ fact, ...of(fact.kind, fact.key) })),
          ...(ofChild === undefined || ofChild.removed.length === 0
            ? {}
            : {
                removed: ofChild.removed.map((each) => ({
                  ...each,
                  ...of(kindOfRemoved(each.kind), each.keys[0] ?? ''),
                })),
              }),
        },
      ];
    }),
  );
};

/** Which return's tables tell of which children, and by which keys. */
export const reportedFromHeld = (children: ReadonlyMap<ChildId, HeldChild>): readonly Reported[] => {
  const all: Reported[] = [];
  for (const [child, held] of children) {
    const rows = new Map<
      string,
      { collectionYear: number; kind: string; labelled: boolean; keys: string[] }
    >();
    const add = (kind: string, key: string, { years, unlabelled }: Provenance): void => {
      for (const collectionYear of years) {
        const row = rows.get(`${kind} ${collectionYear}`) ?? {
          collectionYear,
          kind,
          labelled: true,
          keys: [],
        };
        rows.set(`${kind} ${collectionYear}`, row);
        row.keys.push(key);
        row.labelled &&= unlabelled !== true;
      }
    };
    add(HEADER, HEADER_KEY, {
      years: held.headerYears,
      ...(held.headerUnlabelled === true ? { unlabelled: true } : {}),
    });
    for (const { episode, ...provenance } of held.episodes)
      add(EPISODE, keptKey(episodeKey(episode), provenance), provenance);
    for (const { fact, ...provenance } of held.facts) add(fact.kind, fact.key, provenance);
    for (const { kind, keys, ...provenance } of held.removed ?? [])
      add(kindOfRemoved(kind), keys[0] ?? '', provenance);
    for (const row of rows.values()) all.push({ child, ...row });
  }
  return all;
};
