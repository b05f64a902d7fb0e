import { type Answers, PLACEMENT_REQUEST, questionsOf } from '@rightplace/domain';
import { answersTo } from '../../domain/test/cases.ts';
import { openFromCase } from '../src/cases/open-from-case.ts';
import { saveEvidence } from '../src/cases/save-evidence.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import type { EntryWorld } from './entry-world.ts';

const QUESTIONS = questionsOf(PLACEMENT_REQUEST.evidence);
const CLEAN = 'A calm voice helps, and a walk.';

/** Answered in words in which nothing tells who the child is, but for what is said. */
export const answersForHome = (changes: Answers = {}): Answers => {
  const plain = Object.entries(answersTo(QUESTIONS)).map(([name, answer]) => {
    const kind = QUESTIONS.find((one) => one.name === name)?.kind;
    return [name, kind === 'text' || kind === 'line' ? CLEAN : answer] as const;
  });
  return { ...Object.fromEntries(plain), siblings: [], people: [], 'school-name': '', ...changes };
};

const taken = (answer: { readonly kind: string }, wanted: string): void => {
  if (answer.kind !== wanted) throw new Error(JSON.stringify(answer));
};

/** Writes the whole of a request for a home anew. */
export const writeForHome = async (
  world: EntryWorld,
  who: SignedIn,
  { id, changes = {} }: { readonly id: number; readonly changes?: Answers },
): Promise<void> => {
  const answers = answersForHome(changes);
  for (const { id: section, questions } of PLACEMENT_REQUEST.evidence.sections) {
    const view = await world.seenBy(who, id);
    const basedOn = view.kind === 'case' ? view.revision : 0;
    const typed = Object.fromEntries(questions.map(({ name }) => [name, answers[name]]));
    taken(await saveEvidence(world, who, { id, section, basedOn, typed }), 'evidence-saved');
  }
};

interface HomeAskedFor {
  readonly number: string;
  readonly changes?: Answers;
  /** On which the director authorised care. */
  readonly conditions?: string | undefined;
}

/** A request for a home for Lark Brindle, for whom entry to care is authorised: written, and not sent on. */
export const draftForHome = async (
  world: EntryWorld,
  who: SignedIn,
  { number, changes = {}, conditions }: HomeAskedFor,
): Promise<number> => {
  const entry = await world.begin(number, who);
  await world.fillIn(entry, who);
  for (const [role, step] of [
    ['social-worker', 'submit'],
    ['team-manager', 'support'],
    ['group-manager', 'authorise'],
    ['director', 'director-authorise'],
  ] as const)
    taken(
      await world.take(role === 'social-worker' ? who : await world.as(role), entry, step, {
        said: conditions === undefined ? {} : { conditions },
      }),
      'step-taken',
    );
  const opened = await openFromCase(world, who, { id: entry, key: number, to: PLACEMENT_REQUEST.id });
  if (opened.kind !== 'opened-from') throw new Error(opened.sentence);
  await writeForHome(world, who, { id: opened.id, changes });
  return opened.id;
};

/** The same, with the placements team. */
export const askForHome = async (world: EntryWorld, who: SignedIn, asked: HomeAskedFor): Promise<number> => {
  const id = await draftForHome(world, who, asked);
  taken(await world.take(who, id, 'submit'), 'step-taken');
  return id;
};
