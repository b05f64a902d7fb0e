import { childId, day, EMERGENCY, londonDayOf, londonTimeOf, PALAC, type Role } from '@rightplace/domain';
import { answersTo } from '../../domain/test/cases.ts';
import { openCase } from '../src/cases/open-case.ts';
import { saveEvidence } from '../src/cases/save-evidence.ts';
import { takeStep } from '../src/cases/take-step.ts';
import { beginEntry } from '../src/entry-to-care/begin-entry.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { aChildrenWorld, type ChildrenWorld } from './children-world.ts';

export interface EntryWorld extends ChildrenWorld {
  readonly as: (role: Role) => Promise<SignedIn>;
  /** A request of Ana's for a child who is new to the record. */
  readonly begin: (number: string, who?: SignedIn, emergency?: boolean) => Promise<number>;
  /** Fills in the whole request. */
  readonly fillIn: (id: number, who: SignedIn) => Promise<void>;
  /** Takes a step with everything answered, as from a page just opened. */
  readonly take: (
    who: SignedIn,
    id: number,
    step: string,
    changes?: {
      readonly seen?: number;
      readonly key?: string;
      readonly said?: Readonly<Record<string, unknown>>;
    },
  ) => ReturnType<typeof takeStep>;
  readonly seenBy: (who: SignedIn, id: number) => ReturnType<typeof openCase>;
}

export const anEntryWorld = async (): Promise<EntryWorld> => {
  const world = await aChildrenWorld();
  const people = new Map<Role, number>();
  const as = async (role: Role): Promise<SignedIn> => {
    const person = people.get(role) ?? (await world.someone(role));
    people.set(role, person);
    return (await world.signIn(person)).signedIn;
  };
  const ana = async (): Promise<SignedIn> => (await world.signIn(world.ana)).signedIn;
  const seenBy: EntryWorld['seenBy'] = (who, id) => openCase(world, who, id);
  const begin: EntryWorld['begin'] = async (number, who, emergency = false) => {
    const child = {
      kind: 'new',
      number,
      givenName: 'Lark',
      familyName: 'Brindle',
      dateOfBirth: day('2015-04-05'),
      expectedOn: undefined,
      sex: 'F',
    } as const;
    const begun = await beginEntry(world, who ?? (await ana()), {
      key: `begin ${number}`,
      child,
      emergency,
    });
    if (begun.kind !== 'entry-begun') throw new Error(begun.sentence);
    return begun.id;
  };
  const fillIn: EntryWorld['fillIn'] = async (id, who) => {
    const first = await seenBy(who, id);
    for (const { id: section, questions } of first.kind === 'case' ? first.form.sections : []) {
      const view = await seenBy(who, id);
      const basedOn = view.kind === 'case' ? view.revision : 0;
      const saved = await saveEvidence(world, who, { id, section, basedOn, typed: answersTo(questions) });
      if (saved.kind === 'refused') throw new Error(saved.sentence);
    }
  };
  const take: EntryWorld['take'] = async (who, id, step, changes = {}) => {
    const view = await seenBy(who, id);
    const seen = view.kind === 'case' ? view.seen : 0;
    const offered = view.kind === 'case' ? view.steps.find((one) => one.id === step) : undefined;
    const known = [...PALAC.steps, ...EMERGENCY.steps].find((one) => one.id === step);
    const asks = (offered ?? known)?.asks ?? [];
    const { said, ...more } = changes;
    // Of a word: it was given this minute.
    const given = { 'given-on': londonDayOf(world.now()), 'given-at': londonTimeOf(world.now()) };
    // Nothing is added to a price that nobody named.
    const carried = Object.fromEntries(
      asks.flatMap(({ name, carried: isCarried }) =>
        isCarried === true ? [[name, offered?.offered[name]]] : [],
      ),
    );
    const all = { ...answersTo(asks), ...carried, ...given, 'agreed-additions': [], ...said };
    return takeStep(world, who, { id, step, key: `${step} ${seen}`, seen, said: all, ...more });
  };
  return { ...world, as, begin, fillIn, take, seenBy };
};

export const known = (id: string) => ({ kind: 'known', id: childId(id) }) as const;
