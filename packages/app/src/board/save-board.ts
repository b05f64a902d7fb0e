import {
  ALL_ROLES,
  type AttemptRefusal,
  findMeasure,
  londonDayOf,
  type Measure,
  mayAttempt,
  POLICY,
  type Refusal,
  type Role,
  refused,
} from '@rightplace/domain';
import {
  addBoard,
  appendAudit,
  asTenant,
  asTenantReading,
  listBoards,
  saveBoardVersion,
  type Tx,
} from '@rightplace/store';
import { measuresFor } from '../measure/figure-book.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type Board, boardFrom } from './show-boards.ts';

export const BOARD_SAVED = 'board-saved';
export const BOARD_REMOVED = 'board-removed';

export const LONGEST_BOARD_TITLE = 100;
export const LONGEST_BOARD_ABOUT = 500;
export const MOST_ON_A_BOARD = 60;

/** Roles that see figures, and so could be shown a board of them. */
export const BOARD_ROLES: readonly Role[] = ALL_ROLES.filter(
  (role) => POLICY[role]['view-measure'] !== undefined,
);

export interface BoardAsked {
  /** The board and the version of it that is changed; undefined for a new one. */
  readonly changes: { readonly id: number; readonly version: number } | undefined;
  readonly title: string;
  readonly about: string;
  readonly roles: readonly string[];
  readonly measures: readonly string[];
}

type NotFound = { readonly kind: 'not-found' };
const NOT_FOUND: NotFound = { kind: 'not-found' };

export type BoardSaved =
  | { readonly kind: 'board-saved'; readonly id: number; readonly title: string }
  | NotFound
  | Refusal<'title-needed' | 'about-too-long' | 'roles-needed' | 'measures-needed' | 'saved-meanwhile'>;

const MEANWHILE = refused(
  'saved-meanwhile',
  'Somebody else has changed this board since you opened it. Open it again to see what it holds now.',
);

/** Makes a board, or saves the next version of one. */
export const saveBoard = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: BoardAsked,
): Promise<BoardSaved | AttemptRefusal> =>
  making(world, signedIn, async (tx): Promise<BoardSaved> => {
    const title = asked.title.trim().replaceAll(/\s+/g, ' ');
    const about = asked.about.trim();
    const roles = BOARD_ROLES.filter((role) => asked.roles.includes(role));
    const measures = [...new Set(asked.measures)].filter((id) => findMeasure(id) !== undefined);
    if (title === '' || title.length > LONGEST_BOARD_TITLE)
      return refused(
        'title-needed',
        `Enter what the board is called, in up to ${LONGEST_BOARD_TITLE} characters.`,
      );
    if (about.length > LONGEST_BOARD_ABOUT)
      return refused('about-too-long', `Say what it is for in up to ${LONGEST_BOARD_ABOUT} characters.`);
    if (roles.length === 0) return refused('roles-needed', 'Choose at least one role that sees it.');
    if (measures.length === 0 || measures.length > MOST_ON_A_BOARD)
      return refused('measures-needed', `Add measures to it: from 1 to ${MOST_ON_A_BOARD}.`);
    const by = { savedBy: signedIn.person.id, savedAt: world.now() };
    const saved = { title, about, roles, measures, ...by };
    const { changes } = asked;
    if (changes !== undefined && !(await listBoards(tx)).some(({ id }) => id === changes.id))
      return NOT_FOUND;
    const id = changes === undefined ? await addBoard(tx, saved) : changes.id;
    if (
      changes !== undefined &&
      !(await saveBoardVersion(tx, { ...saved, id, version: changes.version + 1 }))
    )
      return MEANWHILE;
    await auditBoard(tx, { ...by, id, action: BOARD_SAVED, detail: { title, roles, measures } });
    return { kind: 'board-saved', id, title };
  });

export type BoardRemoved =
  | { readonly kind: 'board-removed'; readonly title: string }
  | NotFound
  | typeof MEANWHILE;

/** Nobody sees it any longer; what it was stays on record. */
export const removeBoard = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  id: number,
): Promise<BoardRemoved | AttemptRefusal> =>
  making(world, signedIn, async (tx): Promise<BoardRemoved> => {
    const row = (await listBoards(tx)).find((each) => each.id === id);
    if (row === undefined) return NOT_FOUND;
    const by = { savedBy: signedIn.person.id, savedAt: world.now() };
    const version = { ...row, ...by, version: row.version + 1, removed: true };
    if (!(await saveBoardVersion(tx, version))) return MEANWHILE;
    await auditBoard(tx, { ...by, id, action: BOARD_REMOVED, detail: { title: row.title } });
    return { kind: 'board-removed', title: row.title };
  });

const making = async <Result>(
  world: Pick<World, 'db' | 'now'>,
  { actor, authority, person }: SignedIn,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result | AttemptRefusal> => {
  const permission = mayAttempt({ actor, action: 'make-boards', on: londonDayOf(world.now()) });
  if (permission.kind === 'refused') return permission;
  return asTenant(world.db, { authorityId: authority.id, personId: person.id }, work);
};

interface AuditedBoard {
  readonly id: number;
  readonly savedBy: number;
  readonly savedAt: ReturnType<World['now']>;
  readonly action: string;
  readonly detail: object;
}

const auditBoard = (tx: Tx, { id, savedBy, savedAt, action, detail }: AuditedBoard): Promise<void> =>
  appendAudit(tx, {
    at: savedAt,
    actor: String(savedBy),
    action,
    subject: { kind: 'board', id: String(id) },
    detail,
  });

/** What the form for a board is filled from: the board, if there is one yet, and all that could be on it. */
export interface BoardForm {
  readonly kind: 'board-form';
  readonly board: Board | undefined;
  readonly measures: readonly Measure[];
}

export const findBoardForm = async (
  world: Pick<World, 'db' | 'now'>,
  { actor, authority }: SignedIn,
  id: number | undefined,
): Promise<BoardForm | NotFound | AttemptRefusal> => {
  const permission = mayAttempt({ actor, action: 'make-boards', on: londonDayOf(world.now()) });
  if (permission.kind === 'refused') return permission;
  if (id === undefined)
    return { kind: 'board-form', board: undefined, measures: measuresFor({ kind: 'authority' }) };
  const rows = await asTenantReading(world.db, { authorityId: authority.id }, listBoards);
  const row = rows.find((each) => each.id === id);
  return row === undefined
    ? NOT_FOUND
    : { kind: 'board-form', board: boardFrom(row), measures: measuresFor({ kind: 'authority' }) };
};
