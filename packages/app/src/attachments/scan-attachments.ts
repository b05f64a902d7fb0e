import { Readable } from 'node:stream';
import {
  addAttachmentScan,
  appendAudit,
  asTenant,
  asTenantReading,
  findAttachment,
  findCase,
  holdCase,
  type Listening,
  listAuthorities,
  listUnscanned,
  type StoredAttachment,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import { tell } from '../notifications/tell.ts';
import type { World } from '../world.ts';
import type { ScanAnswer, Scanner } from './scanner.ts';
import { BrokenSealError } from './seal.ts';
import { contentOf, proveContent } from './stored-content.ts';

const DOCUMENT_SCANNED = 'case-document-scanned';
const LOOK_EVERY_MS = 60_000;

type Reach = Pick<World, 'db' | 'now' | 'files'>;

/**
 * Has a document looked at, and keeps what was said. Undefined where there is no scanner, or where the document cannot be opened
 * here: whoever asks for it is told so, and it stays closed. Of a document that was erased meanwhile nothing is kept or told.
 */
export const scanAttachment = async (
  world: Reach,
  authorityId: string,
  attachment: StoredAttachment,
): Promise<ScanAnswer | undefined> => {
  const { scanner } = world.files ?? {};
  if (scanner === undefined) return undefined;
  const of = { authorityId, attachment };
  const proved = await asTenantReading(world.db, { authorityId }, (tx) => proveContent(tx, world, of));
  if (proved.kind !== 'unsealed') return undefined;
  const answer = await unlessErased(world, of, () => scanner.scan(contentOf(world, of, proved.sealing)));
  if (answer === undefined) return undefined;
  await asTenant(world.db, { authorityId }, async (tx) => {
    await holdCase(tx, attachment.caseId);
    const at = world.now();
    if (!(await addAttachmentScan(tx, { id: attachment.id, ...answer, scannedAt: at }))) return;
    const { id, caseId, attachedBy } = attachment;
    const child = (await findCase(tx, caseId))?.child;
    const { conflicts } = await loadAccessFacts(tx);
    const hasConflict = child !== undefined && conflicts.get(child)?.includes(attachedBy) === true;
    // Whoever attached it may be gone from the page by now.
    if (answer.outcome === 'refused' && !hasConflict)
      await tell(
        tx,
        [
          {
            to: String(attachedBy),
            kind: 'document-refused',
            urgent: false,
            at,
            key: `document ${id} refused`,
            case: caseId,
          },
        ],
        at,
      );
    await appendAudit(tx, {
      at,
      actor: 'virus scanner',
      action: DOCUMENT_SCANNED,
      ...(child === undefined ? {} : { subject: { kind: 'child', id: child } }),
      detail: { case: caseId, document: id, ...answer },
    });
  });
  return answer;
};

/** Its pieces go while the scanner is handed them where somebody erases a document; whatever else is wrong with one is no such thing. */
const unlessErased = async (
  { db }: Pick<World, 'db'>,
  { authorityId, attachment }: { readonly authorityId: string; readonly attachment: StoredAttachment },
  scan: () => Promise<ScanAnswer>,
): Promise<ScanAnswer | undefined> => {
  try {
    return await scan();
  } catch (error) {
    if (!(error instanceof BrokenSealError)) throw error;
    const now = await asTenantReading(db, { authorityId }, (tx) => findAttachment(tx, attachment));
    if (now?.erasure === null) throw error;
    return undefined;
  }
};

/** Whether the scanner answers at all, asked with a word of our own. */
const answers = async (scanner: Scanner): Promise<boolean> =>
  (await scanner.scan(Readable.from([Buffer.from('Rightplace')]))).outcome !== 'unreachable';

/**
 * Has everything looked at that waits for it. Where the scanner cannot be reached, the rest waits for the next time; one
 * document for which it has no answer, as it is too large or takes it too long, keeps no other waiting.
 */
export const scanWaiting = async (world: Reach): Promise<void> => {
  const { scanner } = world.files ?? {};
  if (scanner === undefined) return;
  for (const { code: authorityId } of await listAuthorities(world.db)) {
    const waiting = await asTenantReading(world.db, { authorityId }, listUnscanned);
    for (const attachment of waiting) {
      const answer = await scanAttachment(world, authorityId, attachment);
      if (answer?.outcome === 'unreachable' && !(await answers(scanner))) return;
    }
  }
};

/** Asks again, each minute, for what could not be scanned when it came. Every server does; the same said twice is kept once. */
export const keepAttachmentsScanned = (world: Reach, onTrouble: (error: unknown) => void): Listening => {
  let working: Promise<void> | undefined;
  const look = (): void => {
    working ??= scanWaiting(world)
      .catch(onTrouble)
      .finally(() => {
        working = undefined;
      });
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
};
