/**
 * Takes a step in a process of its own, which kills itself with nothing closed, flushed or said, right after the write that it is
 * told: what a power cut or an operator does to a decision that is half made. It ends by itself where there were fewer writes.
 */
import { argv } from 'node:process';
import { moment } from '@rightplace/domain';
import { openPool } from '@rightplace/store';
import type { KyselyPlugin, QueryId } from 'kysely';
import { type StepToTake, takeStep } from '../src/cases/take-step.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { createWorld } from '../src/world.ts';

export interface ToKill {
  readonly app: Parameters<typeof openPool>[0];
  readonly now: string;
  readonly signedIn: SignedIn;
  readonly step: StepToTake;
  /** After which of its writes: 1, 2, 3 … */
  readonly after: number;
}

const isWrite = (node: { readonly kind: string; readonly sqlFragments?: readonly string[] }): boolean =>
  /^(?:Insert|Update|Delete)QueryNode$/.test(node.kind) ||
  (node.sqlFragments ?? []).some((text) => /\b(?:insert into|update|append_audit|delete from)\b/i.test(text));

const killAfter = (write: number): KyselyPlugin => {
  const writes = new Set<QueryId>();
  let written = 0;
  return {
    transformQuery: ({ node, queryId }) => {
      if (isWrite(node)) writes.add(queryId);
      return node;
    },
    transformResult: ({ result, queryId }) => {
      if (writes.has(queryId)) written += 1;
      if (written === write) process.kill(process.pid, 'SIGKILL');
      return Promise.resolve(result);
    },
  };
};

if (import.meta.main) {
  const { app, now, signedIn, step, after } = JSON.parse(argv[2] ?? '') as ToKill;
  const db = openPool(app).withPlugin(killAfter(after));
  const world = createWorld({ db, now: () => moment(now), mode: 'live' });
  const taken = await takeStep(world, signedIn, step);
  process.stdout.write(taken.kind === 'refused' ? `${taken.name}: ${taken.sentence}` : taken.kind);
  await db.destroy();
}
