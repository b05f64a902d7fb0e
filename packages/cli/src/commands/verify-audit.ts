import { type AuditAnchor, asTenantReading, verifyAudit } from '@rightplace/store';
import { getAuthorityAsked } from '../authority.ts';
import { type Command, textOption, UsageError } from '../command.ts';
import { withRecord } from '../settings.ts';

const anchorOf = (text: string | undefined): AuditAnchor | undefined => {
  if (text === undefined) return undefined;
  const match = /^(\d+):([0-9a-f]{64})$/.exec(text);
  if (match === null)
    throw new UsageError('--anchor takes what an earlier check printed as "head", such as 120:9f86d0…');
  return { seq: Number(match[1]), hash: match[2] as string };
};

export const verifyAuditCommand: Command = {
  usage: 'verify-audit [--authority CODE] [--anchor SEQ:HASH]',
  about:
    'Goes through the authority’s whole audit chain. Exits with 0 and prints its head when it is whole, with 1 and the first place that does ' +
    'not hold when it is not. Keep the head somewhere else and give it as --anchor next time: it also shows a chain that was cut or ' +
    'rewritten together with its head.',
  examples: ['verify-audit --authority E10000016'],
  options: { authority: { type: 'string' }, anchor: { type: 'string' } },
  run: async (invocation, terminal) => {
    const anchor = anchorOf(textOption(invocation, 'anchor'));
    return withRecord(invocation, terminal, async (store) => {
      const { code, name } = await getAuthorityAsked(store, textOption(invocation, 'authority'));
      const verdict = await asTenantReading(store.app, { authorityId: code }, (tx) =>
        verifyAudit(tx, anchor),
      );
      if (verdict.kind === 'broken') {
        terminal.print(`BROKEN at entry ${verdict.at}: ${verdict.reason}`);
        return 1;
      }
      terminal.note(`The audit of ${name} is whole: ${verdict.entries} entries.`);
      terminal.print(`head ${verdict.head.seq}:${verdict.head.hash}`);
      return 0;
    });
  },
};
