import type { Moment } from '@rightplace/domain';

/** How work ends. */
export type WorkEnd =
  /** Where to go on, and what to say there. */
  | { readonly kind: 'go'; readonly to: string; readonly notice?: string }
  | { readonly kind: 'file'; readonly name: string; readonly type: string; readonly bytes: Uint8Array }
  /** It was not done, and why; `back` is where it was asked for. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly back: string };

/** A file that was made and waits to be taken. */
export interface FileWaiting {
  readonly kind: 'file';
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** It is thrown away an hour after it was made. */
  readonly isThere: boolean;
  /** It lists children, and a child was closed to them by a conflict of interest since they asked for it: it may name that child. */
  readonly isClosed: boolean;
}

export interface WorkShown {
  readonly kind: 'work';
  readonly id: number;
  readonly title: string;
  readonly at: Moment;
  /** What they wrote when they asked for it. */
  readonly typed: string | undefined;
  readonly state:
    | { readonly kind: 'going'; readonly step: string; readonly share: number }
    | Exclude<WorkEnd, { readonly kind: 'file' }>
    | FileWaiting
    /** A fault of the service's own, which was logged. */
    | { readonly kind: 'broke' }
    /** The process that did it ended; what it had begun was undone. */
    | { readonly kind: 'cut-short' };
}
