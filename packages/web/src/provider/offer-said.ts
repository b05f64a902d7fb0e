import { answersInWords, asksOfProvider, type Offer } from '@rightplace/domain';
import { type Html, html, summaryList } from '../kit/index.ts';
import { saidOfEntries } from '../parts/said-of-entries.ts';

/** Everything that an offer says, question by question, as the provider was asked. */
export const offerSaid = ({ said }: Pick<Offer, 'said'>, needs: readonly string[]): Html =>
  summaryList({
    rows: answersInWords(asksOfProvider('offer', needs), said).map(({ label, paragraphs, entries }) => ({
      key: { text: label },
      value: {
        html:
          entries === undefined
            ? html`${paragraphs.map((text, line) => html`${line > 0 && html`<br>`}${text}`)}`
            : saidOfEntries(entries),
      },
    })),
  });
