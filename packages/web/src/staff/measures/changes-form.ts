import { addDays, addMonths, type Day, type WindowKind } from '@rightplace/domain';
import { button, type Html, heading, html, input } from '../../kit/index.ts';
import type { AskedMoment } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { windowQuery } from './window-words.ts';

/** "What has changed since…": asks what was known on an earlier day, and who made the figure differ. */
export const changesForm = (
  measureId: string,
  asked: AskedMoment,
  { window, chosen }: { readonly window: WindowKind | undefined; readonly chosen?: Day | undefined },
): Html => {
  const { today, query } = asked;
  const latest = addDays(today, -1);
  return html`<section class="app-no-print">
${heading(2, 'What has changed since?', { id: 'changed-since' })}
<form method="get" action="${staffPaths.measureChanges({ measureId })}" class="app-as-known">
${Object.entries({ ...query, ...windowQuery(window) }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="app-as-known__fields">
${input({
  id: 'since',
  name: 'since',
  type: 'date',
  label: { text: 'As it was known on' },
  hint: { text: 'The same day’s figure, before what was learned later' },
  value: chosen ?? defaultSince(latest),
  attributes: { max: latest },
  classes: 'govuk-input--width-10',
})}
${button({ text: 'Show who changed it', classes: 'govuk-button--secondary' })}
</div>
</form>
</section>`;
};

const defaultSince = (latest: Day): Day => addMonths(latest, -1);
