import {
  type AttemptRefusal,
  type Day,
  dayInWords,
  londonDayOf,
  mayAttempt,
  type PublishedArea,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { asTenantReading, listAudit, listDirectory, listSettings } from '@rightplace/store';
import { publishedAreas } from '../reference/published/published-in-force.ts';
import { changing, set } from '../settings/change-settings.ts';
import type { SettingChange } from '../settings/show-settings.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { NEIGHBOURS_KEY, neighboursFrom } from './kept-values.ts';

export const MOST_NEIGHBOURS = 20;
export const LONGEST_SOURCE = 200;
const NEIGHBOURS_CHOSEN = 'neighbours-chosen';

/** A set of neighbours with the days it holds for. */
export interface NeighboursHeld {
  readonly areas: readonly Pick<PublishedArea, 'code' | 'name'>[];
  readonly source: string;
  readonly from: Day;
  /** The day from which another holds. */
  readonly until: Day | undefined;
}

export interface NeighboursShown {
  readonly kind: 'neighbours';
  /** Oldest first: what held, holds and is to hold. */
  readonly held: readonly NeighboursHeld[];
  readonly today: Day;
  /** Those that can be chosen. */
  readonly authorities: readonly PublishedArea[];
  readonly history: readonly SettingChange[];
}

const byName = (a: PublishedArea, b: PublishedArea): number => a.name.localeCompare(b.name, 'en-GB');

export const showNeighbours = async (
  world: Pick<World, 'db' | 'now'>,
  { actor, authority }: SignedIn,
): Promise<NeighboursShown | AttemptRefusal> => {
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor, action: 'choose-neighbours', on: today });
  if (permission.kind === 'refused') return permission;
  return asTenantReading(world.db, { authorityId: authority.id }, async (tx) => {
    const areas = await publishedAreas(tx);
    const people = new Map((await listDirectory(tx)).map(({ id, name }) => [String(id), name]));
    const changes = await listAudit(tx, { subject: { kind: 'setting', id: NEIGHBOURS_KEY } });
    return {
      kind: 'neighbours',
      today,
      held: (await listSettings(tx)).flatMap(({ key, value, starts, ends }): NeighboursHeld[] => {
        const chosen = key === NEIGHBOURS_KEY ? neighboursFrom(value) : undefined;
        if (chosen === undefined) return [];
        const named = chosen.codes.map((code) => ({ code, name: areas.get(code)?.name ?? code }));
        return [{ areas: named, source: chosen.source, from: starts, until: ends ?? undefined }];
      }),
      authorities: [...areas.values()].filter(({ level }) => level === 'authority').toSorted(byName),
      history: changes.map((entry) => ({
        on: londonDayOf(entry.at),
        by: people.get(entry.actor) ?? entry.actor,
        what: inWords(entry.detail),
      })),
    };
  });
};

const inWords = (detail: unknown): string => {
  const { value, starts } = detail as { readonly value: unknown; readonly starts: Day };
  const count = neighboursFrom(value)?.codes.length ?? 0;
  return `chose ${count} from ${dayInWords(starts)}`;
};

export type NeighboursChosen =
  | { readonly kind: 'neighbours-chosen'; readonly count: number; readonly from: Day }
  | Refusal<
      'none-given' | 'too-many' | 'no-such-authority' | 'own-authority' | 'given-twice' | 'source-needed'
    >;

/** Sets the neighbours from a day on, past or to come. Whatever was to hold from later days gives way. */
export const chooseNeighbours = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: {
    /** Codes or names of authorities. */
    readonly authorities: readonly string[];
    readonly source: string;
    readonly from: Day;
  },
): Promise<NeighboursChosen | AttemptRefusal> =>
  changing(world, signedIn, {
    key: NEIGHBOURS_KEY,
    action: 'choose-neighbours',
    change: async (held): Promise<NeighboursChosen> => {
      const given = asked.authorities.map((text) => text.trim()).filter((text) => text !== '');
      if (given.length === 0) return refused('none-given', 'Enter at least one authority.');
      if (given.length > MOST_NEIGHBOURS)
        return refused('too-many', `Enter up to ${MOST_NEIGHBOURS} authorities: there are ${given.length}.`);
      const codes = codesOf(given, [...(await publishedAreas(held.tx)).values()], signedIn.authority.id);
      if ('kind' in codes) return codes;
      const source = asked.source.trim().replaceAll(/\s+/g, ' ');
      if (source === '' || source.length > LONGEST_SOURCE)
        return refused(
          'source-needed',
          `Enter how they were chosen, in up to ${LONGEST_SOURCE} characters, such as the name of the model.`,
        );
      const value = { codes, source };
      const detail = { value, starts: asked.from };
      await set(held, { value, starts: asked.from }, { action: NEIGHBOURS_CHOSEN, detail });
      return { kind: 'neighbours-chosen', count: codes.length, from: asked.from };
    },
  });

const codesOf = (
  given: readonly string[],
  areas: readonly PublishedArea[],
  own: string,
): readonly string[] | Refusal<'no-such-authority' | 'own-authority' | 'given-twice'> => {
  const codes: string[] = [];
  for (const text of given) {
    const wanted = text.toLowerCase();
    const found = areas.find(
      ({ code, name, level }) =>
        level === 'authority' && (code.toLowerCase() === wanted || name.toLowerCase() === wanted),
    );
    // Said first: an authority's own code need not be among those that are published.
    if (wanted === own.toLowerCase() || found?.code === own)
      return refused('own-authority', 'An authority is not its own neighbour: take it out of the list.');
    if (found === undefined)
      return refused(
        'no-such-authority',
        `There is no authority “${text.slice(0, 60)}”. Enter its name as it is published, or its nine-character code.`,
      );
    if (codes.includes(found.code)) return refused('given-twice', `${found.name} is there twice.`);
    codes.push(found.code);
  }
  return codes;
};
