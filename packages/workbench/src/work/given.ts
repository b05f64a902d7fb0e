/** What an analyst gives the workbench, read: which return each file is of, and the lists that rules look things up in. */
import type { FileRead, ProviderLine, SetAside } from '@rightplace/ssda903';

/** Which return a file was given as. */
export type Slot = 'this-year' | 'last-year';

/** One file as it was given. */
export interface GivenFile {
  /** Told apart by this however often a name occurs. */
  readonly id: number;
  /** With its folder, where it came in one. */
  readonly name: string;
  readonly slot: Slot;
}

/** What became of a file. */
export type FileGiven = GivenFile &
  (
    | { readonly kind: 'return'; readonly read: FileRead }
    | {
        readonly kind: 'providers';
        readonly providers: readonly ProviderLine[];
        /** What the list does not tell, and what the rules then make of it. */
        readonly doubts: readonly string[];
      }
    | { readonly kind: 'postcodes' }
    | { readonly kind: 'unread'; readonly reason: string; readonly todo: string }
  );

/** How a file has to be read, told from its name and its first bytes. */
export type FileKind = 'workbook' | 'postcodes' | 'providers-csv' | 'return';

/** Files given, put where they belong. */
export interface SortedFiles {
  readonly thisYear: readonly FileRead[];
  readonly lastYear: readonly FileRead[];
  readonly providers: readonly ProviderLine[] | undefined;
  readonly hasPostcodes: boolean;
}

export const sortFiles = (files: readonly FileGiven[]): SortedFiles => {
  const reads = (slot: Slot): readonly FileRead[] =>
    files.flatMap((file) => (file.kind === 'return' && file.slot === slot ? [file.read] : []));
  const lists = files.filter((file) => file.kind === 'providers');
  return {
    thisYear: reads('this-year'),
    lastYear: reads('last-year'),
    providers: lists.length === 0 ? undefined : lists.flatMap(({ providers }) => providers),
    hasPostcodes: files.some(({ kind }) => kind === 'postcodes'),
  };
};

/** Files that nothing could be read from, whatever they are. */
export const unreadOf = (files: readonly FileGiven[]): readonly SetAside[] =>
  files.flatMap((file) =>
    file.kind === 'unread'
      ? [
          {
            file: file.name,
            line: 1,
            table: null,
            child: null,
            rule: 'not-a-return-file' as const,
            reason: file.reason,
            todo: file.todo,
          },
        ]
      : [],
  );

/** What lists that were read do not tell, to be known before what was found is trusted. */
export const doubtsOf = (files: readonly FileGiven[]): readonly string[] =>
  files.flatMap((file) =>
    file.kind === 'providers' ? file.doubts.map((doubt) => `${file.name}: ${doubt}`) : [],
  );
