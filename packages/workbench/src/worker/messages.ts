/** What the page and its worker say to one another. */
import type { CollectionYear } from '@rightplace/domain';
import type { Notice, SetAside } from '@rightplace/ssda903';
import type { CheckOptions, NotChecked, NotRun } from '../work/check-return.ts';
import type { ChildShown } from '../work/child-rows.ts';
import type { FileShown } from '../work/file-shown.ts';
import type { FindingColumns } from '../work/finding-columns.ts';
import type { GivenFile } from '../work/given.ts';
import type { MeasuresAsked, MeasuresShown, Point } from '../work/return-measures.ts';
import type { FileToSave, SaveFormat } from '../work/save-findings.ts';
import type { Refusal } from '../work/zip-directory.ts';

/** A file of the analyst's own disk. Only this page reads it. */
export interface FileToRead extends GivenFile {
  readonly file: File;
  /** A zip that could not be opened, say: why nothing of it is read. */
  readonly refused?: Refusal;
}

export type Request =
  | { readonly kind: 'check'; readonly files: readonly FileToRead[]; readonly options: CheckOptions }
  | { readonly kind: 'child'; readonly child: string }
  | { readonly kind: 'measures'; readonly asked: MeasuresAsked }
  | { readonly kind: 'trend'; readonly asked: MeasuresAsked; readonly measure: string }
  | { readonly kind: 'save'; readonly format: SaveFormat; readonly lines: Int32Array | undefined };

export interface CheckShown {
  readonly kind: 'checked';
  readonly year: CollectionYear;
  readonly isYearTold: boolean;
  readonly children: number;
  readonly files: readonly FileShown[];
  readonly notices: readonly Notice[];
  readonly findings: FindingColumns;
  readonly rulesRun: number;
  readonly foundNothing: NotRun['rules'];
  readonly notRun: readonly NotRun[];
  /** A fault of ours in a rule. */
  readonly failed: readonly { readonly rule: string; readonly child: string; readonly why: string }[];
  /** Rows and files that could not be read. */
  readonly setAside: readonly SetAside[];
  readonly notes: readonly string[];
  readonly milliseconds: number;
}

export interface NotCheckedShown extends NotChecked {
  readonly files: readonly FileShown[];
  readonly setAside: readonly SetAside[];
}

export type Answer =
  | CheckShown
  | NotCheckedShown
  | { readonly kind: 'child'; readonly shown: ChildShown }
  | { readonly kind: 'measures'; readonly shown: MeasuresShown }
  | { readonly kind: 'trend'; readonly trend: readonly Point[] }
  | { readonly kind: 'saved'; readonly file: FileToSave }
  /** Somebody stopped the work. The page says this itself: the worker is no more. */
  | { readonly kind: 'stopped' }
  /** Something in this page is broken. */
  | { readonly kind: 'broke'; readonly why: string };

export interface ProgressShown {
  readonly kind: 'progress';
  readonly says: string;
  /** Of how many; 0 when it cannot be told. */
  readonly done: number;
  readonly of: number;
}

/** Every request has one answer, with its number; progress may come before. */
export interface Asked {
  readonly number: number;
  readonly request: Request;
}
export interface Said {
  readonly number: number;
  readonly message: Answer | ProgressShown;
}
