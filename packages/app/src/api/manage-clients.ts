import {
  type Action,
  API_SCOPES,
  type ApiClientState,
  type ApiScope,
  type AttemptRefusal,
  apiClientState,
  type Day,
  findLastDayFault,
  isApiScope,
  londonDayOf,
  type Moment,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  type ApiClientRow,
  addApiClient,
  appendAudit,
  asTenant,
  asTenantReading,
  findApiClient,
  listApiClients,
  markApiClientAgreed,
  markApiClientRevoked,
  type Tx,
} from '@rightplace/store';
import { hashSecret, newSecret } from '../sign-in/secrets.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { standingOf } from './client-standing.ts';
import { tokenStart, writeToken } from './client-token.ts';

/** A client of the API, as those who look after it see it. Never its token. */
export interface ShownApiClient {
  readonly id: number;
  readonly name: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly scope: ApiScope;
  readonly state: ApiClientState;
  readonly lastDay: Day;
  readonly madeBy: string;
  readonly madeAt: Moment;
  readonly agreed: { readonly by: string; readonly at: Moment } | undefined;
  readonly revoked: { readonly by: string; readonly at: Moment } | undefined;
  readonly lastUsedAt: Moment | undefined;
  /** How its token begins, for finding where it is in use. */
  readonly tokenStart: string;
  /** By the person who looks: not of their own making, and it waits. */
  readonly mayAgree: boolean;
  readonly mayRevoke: boolean;
}

export interface ApiClientList {
  readonly kind: 'api-clients';
  readonly clients: readonly ShownApiClient[];
  readonly mayMake: boolean;
  readonly today: Day;
}

const refusalFor = ({ actor }: SignedIn, action: Action, on: Day): AttemptRefusal | undefined => {
  const permission = mayAttempt({ actor, action, on });
  return permission.kind === 'refused' ? permission : undefined;
};

export const listClients = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
): Promise<ApiClientList | AttemptRefusal> => {
  const today = londonDayOf(world.now());
  const refusal = refusalFor(signedIn, 'see-api-clients', today);
  if (refusal !== undefined) return refusal;
  const may = (action: Action): boolean => refusalFor(signedIn, action, today) === undefined;
  const rows = await asTenantReading(world.db, { authorityId: signedIn.authority.id }, listApiClients);
  return {
    kind: 'api-clients',
    clients: rows.map((row): ShownApiClient => {
      const shown = show(row, signedIn.authority.id, today);
      const isOwn = row.madeBy === signedIn.person.id;
      return {
        ...shown,
        mayAgree: shown.state === 'waiting' && !isOwn && may('agree-api-client'),
        mayRevoke: shown.state !== 'revoked' && may('revoke-api-client'),
      };
    }),
    mayMake: may('make-api-client'),
    today,
  };
};

const show = (
  row: ApiClientRow,
  authorityId: string,
  today: Day,
): Omit<ShownApiClient, 'mayAgree' | 'mayRevoke'> => {
  const standing = standingOf(row);
  const decided = (by: string | null, at: Moment | null) =>
    by === null || at === null ? undefined : { by, at };
  return {
    id: row.id,
    name: row.name,
    organisation: row.organisation,
    purpose: row.purpose,
    scope: standing.scope,
    state: apiClientState(standing, today),
    lastDay: row.lastDay,
    madeBy: row.madeByName,
    madeAt: row.madeAt,
    agreed: decided(row.agreedByName, row.agreedAt),
    revoked: decided(row.revokedByName, row.revokedAt),
    lastUsedAt: row.lastUsedAt ?? undefined,
    tokenStart: tokenStart({ authorityId, clientId: row.id }),
  };
};

export const LONGEST_CLIENT_TEXT = 200;

export type ClientMade =
  | {
      readonly kind: 'client-made';
      readonly clientId: number;
      readonly token: string;
      readonly waits: boolean;
    }
  | Refusal<
      | 'client-name-needed'
      | 'organisation-needed'
      | 'purpose-needed-of-client'
      | 'scope-needed'
      | 'last-day-gone-by'
      | 'last-day-too-late'
    >;

/** Makes a client. Its token is in the answer and nowhere else: only a hash of its secret is kept. */
export const makeClient = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  typed: {
    readonly name: string;
    readonly organisation: string;
    readonly purpose: string;
    readonly scope: string;
    readonly lastDay: Day;
  },
): Promise<ClientMade | AttemptRefusal> => {
  const now = world.now();
  const today = londonDayOf(now);
  const refusal = refusalFor(signedIn, 'make-api-client', today);
  if (refusal !== undefined) return refusal;
  const [name, organisation, purpose] = [tidy(typed.name), tidy(typed.organisation), tidy(typed.purpose)];
  if (!isSaid(name))
    return refused('client-name-needed', 'Enter what the system is called, such as Board report.');
  if (!isSaid(organisation)) return refused('organisation-needed', 'Enter which organisation runs it.');
  if (!isSaid(purpose)) return refused('purpose-needed-of-client', 'Enter what it reads figures for.');
  const { scope, lastDay } = typed;
  if (!isApiScope(scope)) return refused('scope-needed', 'Choose what it may read.');
  const fault = findLastDayFault(lastDay, today);
  if (fault !== undefined) return fault;
  const secret = newSecret();
  const authorityId = signedIn.authority.id;
  return asTenant(world.db, { authorityId, personId: signedIn.person.id }, async (tx) => {
    const made = { name, organisation, purpose, scope, lastDay };
    const clientId = await addApiClient(tx, {
      ...made,
      secretHash: hashSecret(secret),
      madeBy: signedIn.person.id,
      madeAt: now,
    });
    await record(tx, { signedIn, now, clientId, action: 'api-client-made', detail: made });
    const token = writeToken({ authorityId, clientId, secret });
    return { kind: 'client-made', clientId, token, waits: API_SCOPES[scope].agreed };
  });
};

const tidy = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
const isSaid = (text: string): boolean => text !== '' && text.length <= LONGEST_CLIENT_TEXT;

const record = (
  tx: Tx,
  {
    signedIn,
    now,
    clientId,
    action,
    detail,
  }: {
    readonly signedIn: SignedIn;
    readonly now: Moment;
    readonly clientId: number;
    readonly action: string;
    readonly detail?: unknown;
  },
): Promise<unknown> =>
  appendAudit(tx, {
    at: now,
    actor: String(signedIn.person.id),
    action,
    subject: { kind: 'api-client', id: String(clientId) },
    ...(detail === undefined ? {} : { detail }),
  });

export type NoSuchClient = Refusal<'no-such-client'>;
const NO_SUCH_CLIENT: NoSuchClient = refused('no-such-client', 'There is no such client.');

export type ClientDecided =
  | { readonly kind: 'client-decided'; readonly name: string }
  | NoSuchClient
  | Refusal<'client-not-waiting' | 'own-client' | 'already-revoked'>;

interface Deciding {
  readonly action: 'agree-api-client' | 'revoke-api-client';
  readonly event: string;
  readonly findFault: (
    row: ApiClientRow,
    by: { readonly personId: number; readonly today: Day },
  ) => Extract<ClientDecided, Refusal> | undefined;
  readonly mark: typeof markApiClientAgreed;
}

const decide =
  ({ action, event, findFault, mark }: Deciding) =>
  async (
    world: Pick<World, 'db' | 'now'>,
    signedIn: SignedIn,
    clientId: number,
  ): Promise<ClientDecided | AttemptRefusal> => {
    const now = world.now();
    const today = londonDayOf(now);
    const refusal = refusalFor(signedIn, action, today);
    if (refusal !== undefined) return refusal;
    const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
    return asTenant(world.db, tenant, async (tx) => {
      const row = await findApiClient(tx, clientId, { toChange: true });
      if (row === undefined) return NO_SUCH_CLIENT;
      const fault = findFault(row, { personId: signedIn.person.id, today });
      if (fault !== undefined) return fault;
      await mark(tx, { id: clientId, by: signedIn.person.id, at: now });
      await record(tx, { signedIn, now, clientId, action: event, detail: { scope: row.scope } });
      return { kind: 'client-decided', name: row.name };
    });
  };

/** A second person agrees to what a client may read; from now on it works. */
export const agreeClient = decide({
  action: 'agree-api-client',
  event: 'api-client-agreed',
  findFault: (row, { personId, today }) => {
    if (row.madeBy === personId)
      return refused('own-client', 'You made this client yourself: a second person has to agree to it.');
    if (apiClientState(standingOf(row), today) !== 'waiting')
      return refused('client-not-waiting', 'This client does not wait for anybody to agree to it.');
    return undefined;
  },
  mark: markApiClientAgreed,
});

/** Takes the token away, for good. It stops working with the next request. */
export const revokeClient = decide({
  action: 'revoke-api-client',
  event: 'api-client-revoked',
  findFault: ({ revokedAt }) =>
    revokedAt === null ? undefined : refused('already-revoked', 'This client has been revoked already.'),
  mark: markApiClientRevoked,
});
