import {
  type ApiAction,
  type ApiRefusal,
  type Day,
  londonDayOf,
  type Moment,
  mayClient,
  type Refusal,
} from '@rightplace/domain';
import { appendAudit, asTenant, type Tx } from '@rightplace/store';
import type { World } from '../world.ts';
import type { ApiCaller } from './recognise-client.ts';

/** What a client asked for, as the audit keeps it. */
export interface ApiRequest {
  /** The endpoint, as it is documented. */
  readonly endpoint: string;
  readonly measureId?: string | undefined;
  /** What was asked of it, by the names of the parameters. */
  readonly asked: Readonly<Record<string, string>>;
  /** Signs of what the client holds already. */
  readonly held?: readonly string[];
}

export type ApiAnswer<Body> =
  | { readonly kind: 'answer'; readonly body: Body; readonly sign: string | undefined }
  /** What the client holds is still so. */
  | { readonly kind: 'unchanged'; readonly sign: string }
  | { readonly kind: 'not-found'; readonly sentence: string }
  | ApiRefusal
  | Refusal<'not-asked-right'>;

export interface ApiWork {
  readonly tx: Tx;
  readonly caller: ApiCaller;
  readonly today: Day;
  /** May this client also do that? */
  readonly may: (action: ApiAction) => boolean;
}

/** An answer, with what the audit tells of it besides. */
export interface Worked<Body> {
  readonly answer: ApiAnswer<Body>;
  /** Children whom it names. */
  readonly children?: readonly string[];
  readonly count?: number;
}

/**
 * The one way to an answer for a client: asked of the policy again, worked out and recorded in one transaction, so that
 * nothing is told that is not in the audit. Refusals are recorded too.
 */
export const answerClient = async <Body>(
  world: Pick<World, 'db' | 'now'>,
  caller: ApiCaller,
  {
    request,
    action,
    knownAt,
    work,
  }: {
    readonly request: ApiRequest;
    /** Any of these will do; the work looks at which. */
    readonly action: readonly [ApiAction, ...ApiAction[]];
    readonly knownAt?: Moment | undefined;
    readonly work: (of: ApiWork) => Promise<Worked<Body>>;
  },
): Promise<ApiAnswer<Body>> => {
  const now = world.now();
  const today = londonDayOf(now);
  const answers = action.map((each) => mayClient(caller.standing, each, today));
  const refusal = answers.some(({ kind }) => kind === 'may') ? undefined : refusalIn(answers);
  return asTenant(world.db, { authorityId: caller.authorityId, knownAt }, async (tx) => {
    const may: ApiWork['may'] = (each) => mayClient(caller.standing, each, today).kind === 'may';
    const worked: Worked<Body> =
      refusal === undefined ? await work({ tx, caller, today, may }) : { answer: refusal };
    await recordRequest(tx, { caller, request, now, worked });
    return worked.answer;
  });
};

const refusalIn = (answers: readonly ReturnType<typeof mayClient>[]): ApiRefusal | undefined =>
  answers.find((answer) => answer.kind === 'refused');

const CHILDREN_READ = 'api-children-read';
const READ = 'api-read';

const recordRequest = (
  tx: Tx,
  {
    caller,
    request: { endpoint, measureId, asked },
    now,
    worked: { answer, children, count },
  }: {
    readonly caller: ApiCaller;
    readonly request: ApiRequest;
    readonly now: Moment;
    readonly worked: Worked<unknown>;
  },
): Promise<unknown> =>
  appendAudit(tx, {
    at: now,
    actor: caller.actor,
    action: children === undefined ? READ : CHILDREN_READ,
    subject:
      measureId === undefined
        ? { kind: 'api-client', id: String(caller.clientId) }
        : { kind: 'measure', id: measureId },
    why: caller.purpose,
    detail: {
      client: caller.clientId,
      scope: caller.standing.scope,
      endpoint,
      asked,
      outcome: answer.kind === 'refused' ? answer.name : answer.kind,
      ...(count === undefined ? {} : { count }),
      ...(children === undefined ? {} : { children }),
    },
  });

/** For a request that could not be understood, which is recorded all the same. */
export const recordMisasked = async (
  world: Pick<World, 'db' | 'now'>,
  caller: ApiCaller,
  request: ApiRequest,
): Promise<void> => {
  await asTenant(world.db, { authorityId: caller.authorityId }, (tx) =>
    recordRequest(tx, {
      caller,
      request,
      now: world.now(),
      worked: { answer: { kind: 'refused', name: 'not-asked-right', sentence: '' } },
    }),
  );
};
