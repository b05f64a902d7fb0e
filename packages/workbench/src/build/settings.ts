import { collectionYearLabel } from '@rightplace/domain';
import { FIRST_YEAR, LAST_YEAR } from '@rightplace/ssda903';

const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => LAST_YEAR - i);

const field = (id: string, label: string, hint: string, control: string): string =>
  `<div><label for="${id}">${label}</label>${control}<p class="quiet" id="${id}-hint">${hint}</p></div>`;

/** What may be chosen about a check. A change checks again. */
export const settingsHtml = `<div class="settings">
${field(
  'year',
  'Collection year',
  'It picks the rules.',
  `<select id="year" aria-describedby="year-hint"><option value="">As the dates say</option>${years
    .map((year) => `<option value="${year}">${collectionYearLabel(year)}</option>`)
    .join('')}</select>`,
)}
${field('up-to', 'Up to', 'While the year runs, such as today. To its end when empty.', '<input type="date" id="up-to" aria-describedby="up-to-hint">')}
${field('authority', 'Authority’s code', 'Nine characters, such as E10000016. Rules about where placements are need it.', '<input type="text" id="authority" spellcheck="false" aria-describedby="authority-hint">')}
${field('only', 'Only these rules', 'Codes with spaces between; all when empty.', '<input type="text" id="only" spellcheck="false" aria-describedby="only-hint">')}
<fieldset class="choices"><legend class="label">Also</legend>
<label class="choice"><input type="checkbox" id="ours"> run Rightplace’s own rules</label>
<label class="choice"><input type="checkbox" id="peer"> read rules as other validators do where readings differ</label></fieldset>
</div>
<p id="settings-trouble" class="file-trouble" role="alert"></p>`;
