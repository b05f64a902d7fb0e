import { type ChronologyLine, compareMoments, type Moment } from '@rightplace/domain';
import { listAttachments, type StoredAttachment, type Tx } from '@rightplace/store';
import type { FoundCase } from '../cases/find-case.ts';
import { groundsOf } from '../cases/grounds.ts';
import type { World } from '../world.ts';
import { sizeInWords } from './file-keeping.ts';
import { ATTACHMENT_KINDS, isAttachmentKind } from './kinds.ts';

/**
 * How far a document may be trusted. `not-scanned` is of a service without a scanner, and is said for what it is; `waiting` is
 * closed until the scanner has been heard.
 */
export type ScanState = 'clean' | 'refused' | 'waiting' | 'unreachable' | 'not-scanned';

/** A document as the page of its case shows it. */
export interface CaseDocument {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly size: string;
  readonly about: string;
  /** The part of the case's form that it is for. */
  readonly section: string | undefined;
  readonly by: string;
  readonly at: Moment;
  readonly state: ScanState;
  /** What the scanner found, or why it could not be asked. */
  readonly scannerSaid: string;
  readonly removal: { readonly by: string; readonly at: Moment; readonly why: string } | undefined;
  /** When it was erased for good, and why. */
  readonly erasure: { readonly at: Moment; readonly why: string } | undefined;
}

export interface CaseDocuments {
  /** In the order in which they came, those taken off among them. */
  readonly documents: readonly CaseDocument[];
  readonly mayAttach: boolean;
  /** False where the service has no key to seal documents with. */
  readonly areKept: boolean;
}

export const scanStateOf = (
  { scan }: Pick<StoredAttachment, 'scan'>,
  { files }: Pick<World, 'files'>,
): ScanState => {
  if (scan?.outcome === 'clean' || scan?.outcome === 'refused') return scan.outcome;
  if (files?.scanner === undefined) return 'not-scanned';
  return scan === null ? 'waiting' : 'unreachable';
};

export const kindInWords = (kind: string): string =>
  isAttachmentKind(kind) ? ATTACHMENT_KINDS[kind].title : kind;

const documentOf = (stored: StoredAttachment, found: FoundCase, world: World): CaseDocument => {
  const nameOf = (person: number): string => groundsOf(found).nameOf(String(person));
  const { removal, section, erasure } = stored;
  const title = found.workflow.evidence.sections.find(({ id }) => id === section)?.title;
  return {
    id: stored.id,
    name: stored.name,
    kind: kindInWords(stored.kind),
    size: sizeInWords(stored.size),
    about: stored.about,
    section: section === null ? undefined : (title ?? section),
    by: nameOf(stored.attachedBy),
    at: stored.attachedAt,
    state: scanStateOf(stored, world),
    scannerSaid: stored.scan?.said ?? '',
    removal:
      removal === null
        ? undefined
        : { by: nameOf(removal.removedBy), at: removal.removedAt, why: removal.why },
    erasure: erasure === null ? undefined : { at: erasure.erasedAt, why: erasure.why },
  };
};

/** What is attached to a case, for whoever sees the case. */
export const documentsOf = async (tx: Tx, world: World, found: FoundCase): Promise<readonly CaseDocument[]> =>
  (await listAttachments(tx, found.id)).map((stored) => documentOf(stored, found, world));

const NUMBER_OF_NO_EVENT = 0;

/** Documents in the case's story: that each came, that it was taken off, and that it was erased. */
const linesOf = ({ name, about, by, at, removal, erasure }: CaseDocument): readonly ChronologyLine[] => [
  {
    number: NUMBER_OF_NO_EVENT,
    at,
    sentence:
      erasure === undefined
        ? `${by} attached “${name}”: ${about}`
        : `${by} attached a document, which was erased later`,
    said: [],
  },
  ...(removal === undefined
    ? []
    : [
        {
          number: NUMBER_OF_NO_EVENT,
          at: removal.at,
          sentence:
            erasure === undefined
              ? `${removal.by} took “${name}” off the case, because: ${removal.why}`
              : `${removal.by} took a document off the case, and it was erased later`,
          said: [],
        },
      ]),
  ...(erasure === undefined
    ? []
    : [
        {
          number: NUMBER_OF_NO_EVENT,
          at: erasure.at,
          sentence: `A document was erased by whoever runs the service, because: ${erasure.why}`,
          said: [],
        },
      ]),
];

/** The story of a case with its documents in it, newest first. */
export const storyWith = (
  chronology: readonly ChronologyLine[],
  documents: readonly CaseDocument[],
): readonly ChronologyLine[] =>
  [...documents.flatMap(linesOf).toReversed(), ...chronology].toSorted((a, b) => compareMoments(b.at, a.at));
