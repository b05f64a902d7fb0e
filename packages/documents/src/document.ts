/** Something said beside its name: "Born", "31 March 2015". A text of its own for each paragraph. */
export interface Fact {
  readonly label: string;
  readonly paragraphs: readonly string[];
}

/** What a document is made of, one under the other. Texts are texts: nothing in them is markup. */
export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly caption?: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isStrong?: boolean }
  /** What nobody who holds the document may miss. */
  | { readonly kind: 'notice'; readonly text: string; readonly more?: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Paragraphs that can be cited: 1, 2, 3 … from the beginning in each block. */
  | { readonly kind: 'numbered'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption?: string;
      /** `share` of the width, beside the others'; 1 when left out. */
      readonly columns: readonly { readonly title: string; readonly share?: number }[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'signature'; readonly label: string };

export interface DocumentToWrite {
  readonly title: string;
  /** Whose it is: at the top of every page. */
  readonly authority: string;
  /** Also at the top of every page, where it is no document of the real world: "Demonstration. Everybody in it is invented." */
  readonly mark?: string;
  /** At the foot of every page, before its number. */
  readonly foot: string;
  /** When it was made, as in 2026-11-22T09:30:00Z. */
  readonly madeAt: string;
  readonly blocks: readonly Block[];
}
