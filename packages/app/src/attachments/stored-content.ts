import { createHash } from 'node:crypto';
import {
  asTenantReading,
  findAttachmentKey,
  findAttachmentPiece,
  type StoredAttachment,
  type Tx,
} from '@rightplace/store';
import type { World } from '../world.ts';
import { BrokenSealError, openKey, openPiece, piecesOf, type Sealing } from './seal.ts';

/** What a document is sealed as: its authority is part of it, so that one put among another's does not open. */
export const sealedAs = (authorityId: string, uuid: string): string => `${authorityId} ${uuid}`;

export type Unsealing =
  | { readonly kind: 'unsealed'; readonly sealing: Sealing }
  /** The service's key that it was sealed with is not among its keys. */
  | { readonly kind: 'key-missing'; readonly name: string }
  | { readonly kind: 'spoilt' };

type Keys = Pick<World, 'files'>;

const unsealed = async (
  tx: Tx,
  { files }: Keys,
  { authorityId, attachment }: { readonly authorityId: string; readonly attachment: StoredAttachment },
): Promise<Unsealing> => {
  const stored = await findAttachmentKey(tx, attachment.id);
  if (stored === undefined) return { kind: 'spoilt' };
  const key = files?.keys.find(stored.sealedWith);
  if (key === undefined) return { kind: 'key-missing', name: stored.sealedWith };
  const as = sealedAs(authorityId, attachment.sealedAs);
  try {
    return { kind: 'unsealed', sealing: { as, key: openKey(key, as, stored.sealedKey) } };
  } catch (error) {
    if (error instanceof BrokenSealError) return { kind: 'spoilt' };
    throw error;
  }
};

type PieceAt = (number: number) => Promise<Buffer | undefined>;

const opened = async function* (
  { size }: Pick<StoredAttachment, 'size'>,
  sealing: Sealing,
  pieceAt: PieceAt,
): AsyncGenerator<Buffer> {
  const pieces = piecesOf(size);
  for (let number = 0; number < pieces; number += 1) {
    const sealed = await pieceAt(number);
    if (sealed === undefined) throw new BrokenSealError(`Piece ${number} is missing`);
    yield openPiece(sealing, { number, isLast: number === pieces - 1 }, sealed);
  }
};

/**
 * Opens a document from beginning to end and says whether it is, byte for byte, what was attached. What is let out afterwards
 * is opened again, piece by piece: nobody is handed half of something that turns out to be spoilt.
 */
export const proveContent = async (
  tx: Tx,
  keys: Keys,
  of: { readonly authorityId: string; readonly attachment: StoredAttachment },
): Promise<Unsealing> => {
  const found = await unsealed(tx, keys, of);
  if (found.kind !== 'unsealed') return found;
  const { attachment } = of;
  const hash = createHash('sha256');
  try {
    const pieceAt: PieceAt = (number) => findAttachmentPiece(tx, { id: attachment.id, number });
    for await (const piece of opened(attachment, found.sealing, pieceAt)) hash.update(piece);
  } catch (error) {
    if (error instanceof BrokenSealError) return { kind: 'spoilt' };
    throw error;
  }
  return hash.digest('hex') === attachment.sha256 ? found : { kind: 'spoilt' };
};

/** A document's bytes, each piece read by itself: whoever fetches it slowly keeps no connection of the database's meanwhile. */
export const contentOf = (
  { db }: Pick<World, 'db'>,
  { authorityId, attachment }: { readonly authorityId: string; readonly attachment: StoredAttachment },
  sealing: Sealing,
): AsyncGenerator<Buffer> =>
  opened(attachment, sealing, (number) =>
    asTenantReading(db, { authorityId }, (tx) => findAttachmentPiece(tx, { id: attachment.id, number })),
  );
