import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { FileKey } from './file-keys.ts';

/**
 * A document is sealed in pieces, each by itself with AES-256-GCM under a key that is the document's alone: it is never whole
 * in memory, and no byte of a piece is let out before the piece is known to be as it was sealed. What a piece was sealed as (of
 * which document, in which place, whether the last) goes into its seal, so pieces cannot be moved, left out or cut off.
 */
export const PIECE_BYTES = 262_144;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const ALGORITHM = 'aes-256-gcm';

export const SEALED_PIECE_BYTES = PIECE_BYTES + TAG_BYTES;

/** What was sealed is not as it was, or is not what it is said to be. */
export class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError';
}

export interface Sealing {
  /** The authority and the document: what it was sealed as. */
  readonly as: string;
  readonly key: Buffer;
}

export interface PieceOf {
  readonly number: number;
  readonly isLast: boolean;
}

/** A key seals one document, so the number of a piece is used once with it. */
const nonceOf = (number: number): Buffer => {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(number, NONCE_BYTES - 4);
  return nonce;
};

const seal = (key: Buffer, nonce: Buffer, { as, plain }: { as: string; plain: Uint8Array }): Buffer => {
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(as));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const open = (key: Buffer, nonce: Buffer, { as, sealed }: { as: string; sealed: Buffer }): Buffer => {
  const end = sealed.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(as));
    decipher.setAuthTag(sealed.subarray(Math.max(0, end)));
    return Buffer.concat([decipher.update(sealed.subarray(0, Math.max(0, end))), decipher.final()]);
  } catch (error) {
    throw new BrokenSealError('What was sealed is not as it was', { cause: error });
  }
};

const pieceAs = (as: string, { number, isLast }: PieceOf): string =>
  `${as} ${number} ${isLast ? 'last' : 'more'}`;

export const newDocumentKey = (): Buffer => randomBytes(32);

export const sealPiece = ({ as, key }: Sealing, piece: PieceOf, plain: Uint8Array): Buffer =>
  seal(key, nonceOf(piece.number), { as: pieceAs(as, piece), plain });

/** Throws `BrokenSealError` unless it is, byte for byte, that piece of that document. */
export const openPiece = ({ as, key }: Sealing, piece: PieceOf, sealed: Buffer): Buffer =>
  open(key, nonceOf(piece.number), { as: pieceAs(as, piece), sealed });

/** A document's key under a key of the service, with the nonce before it. */
export const sealKey = ({ secret }: FileKey, { as, key }: Sealing): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  return Buffer.concat([nonce, seal(secret, nonce, { as: `key ${as}`, plain: key })]);
};

export const openKey = ({ secret }: FileKey, as: string, sealed: Buffer): Buffer =>
  open(secret, sealed.subarray(0, NONCE_BYTES), { as: `key ${as}`, sealed: sealed.subarray(NONCE_BYTES) });

/** How many pieces a document of a size has. */
export const piecesOf = (size: number): number => Math.ceil(size / PIECE_BYTES);
