import type { SettingFound, SettingOnDay } from '@rightplace/app';
import {
  BLOCK_REASONS,
  type Dated,
  dayInWords,
  exemptionOn,
  feeOn,
  formatMoney,
  fosteringLimitOn,
  isAgency,
  isHousehold,
  judgementOn,
  momentInWords,
  type Period,
  type PlaceTaken,
  SETTING_JUDGEMENTS,
  SETTING_KINDS,
  STANDINGS,
  standingOn,
  termsOn,
} from '@rightplace/domain';
import {
  button,
  csrfField,
  dataTable,
  details,
  type Html,
  heading,
  html,
  insetText,
  join,
  noHtml,
  summaryList,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import {
  daysWords,
  judgementWords,
  kindsWords,
  providerHref,
  standingTag,
  termsWords,
  tierTag,
  untilInWords,
  usesWords,
  vacancyWords,
} from './register-words.ts';

export interface HomeParts {
  readonly found: SettingFound;
  readonly csrf: string;
  readonly mayKeep: boolean;
  readonly mayHold: boolean;
  readonly seesSearches: boolean;
}

const summary = ({ found, mayKeep }: HomeParts): Html => {
  const { setting, provider, tier, on, sight } = found;
  const [terms, exemption, fee] = [termsOn(setting, on), exemptionOn(setting, on), feeOn(setting, on)];
  const household = isHousehold(setting.kind);
  const standing = standingOn(setting, on);
  const row = (text: string, value: Html | string, change?: readonly [kind: string, hidden: string]) => ({
    key: { text },
    value: { html: html`${value}` },
    ...(change !== undefined && mayKeep
      ? {
          actions: {
            items: [
              {
                href: staffPaths.tellOfHome({ settingId: String(setting.id), fact: change[0] }),
                text: 'Record a change',
                visuallyHiddenText: change[1],
              },
            ],
          },
        }
      : {}),
  });
  return summaryList({
    rows: [
      row('Kind', SETTING_KINDS[setting.kind]),
      row('Tier', tierTag(tier)),
      row(
        'Provider',
        provider === undefined
          ? 'Not recorded'
          : html`<a class="govuk-link" href="${providerHref(provider.id)}">${provider.name}</a>`,
      ),
      ...(household ? [] : [row('Ofsted’s number (URN)', setting.urn ?? 'Not recorded')]),
      row('Postcode', setting.postcode ?? 'Not recorded'),
      row(
        household ? 'Approval' : 'Standing',
        html`${standingTag(standing, setting)}${standing?.note && html` ${standing.note}`}`,
        ['standing', household ? 'of the approval' : 'of where it stands'],
      ),
      ...(household
        ? []
        : [
            row('Ofsted’s last judgement', judgementWords(judgementOn(setting, on)), [
              'judgement',
              'in judgement',
            ]),
          ]),
      ...(isAgency(setting.kind)
        ? []
        : [
            row(
              household ? 'Approved for' : 'Who may live there',
              terms === undefined
                ? 'Not recorded'
                : html`${terms.places === 1 ? '1 child' : `Up to ${terms.places} children`} aged ${termsWords(terms)}${household && html`<br>${kindsWords(terms)}`}`,
              ['terms', household ? 'of the terms of approval' : 'of places and ages'],
            ),
          ]),
      ...(household
        ? [
            row(
              'Fostering limit',
              html`${String(fosteringLimitOn(setting, on))} children who are not all brothers and sisters${exemption !== undefined && html`<br>Exempted: ${exemption.conditions}`}`,
              ['exemption', 'of the fostering limit'],
            ),
          ]
        : []),
      ...(sight.fees && !setting.inHouse
        ? [row('Weekly fee', fee === undefined ? 'Not recorded' : formatMoney(fee.weekly), ['fee', 'in fee'])]
        : []),
    ],
  });
};

const takenRow = (one: PlaceTaken, { found, csrf, mayKeep, mayHold, seesSearches }: HomeParts): Html => {
  const settingId = String(found.setting.id);
  if (one.kind === 'hold')
    return html`${seesSearches ? html`<a class="govuk-link" href="${staffPaths.case({ caseId: String(one.caseId) })}">Search ${one.caseId}</a>` : 'A search'}${
      mayHold &&
      html`<br><a class="govuk-link" href="${staffPaths.heldPlace({ settingId, holdId: String(one.id) })}">Give it up<span class="govuk-visually-hidden">: the place of search ${one.caseId}</span></a>`
    }`;
  return html`${BLOCK_REASONS[one.reason]}${one.note !== null && html`: ${one.note}`}${
    mayKeep &&
    html`<form method="post" action="${staffPaths.endBlock({ settingId, blockId: String(one.id) })}">${csrfField(csrf)}${button({ text: 'It can be used again', classes: 'govuk-button--secondary app-button-small', preventDoubleClick: true })}</form>`
  }`;
};

const takenTable = (parts: HomeParts): Html =>
  dataTable({
    caption: 'Places held or blocked',
    captionSize: 'm',
    empty: 'No place is held or blocked.',
    stacks: true,
    rows: parts.found.taken,
    columns: [
      { key: 'what', header: 'Place', cell: ({ kind }) => (kind === 'hold' ? 'Held' : 'Blocked') },
      { key: 'for', header: 'For', cell: (one) => takenRow(one, parts) },
      { key: 'from', header: 'From', cell: ({ from }) => momentInWords(from) },
      {
        key: 'until',
        header: 'Until',
        cell: ({ until }) => (until === null ? 'Further notice' : untilInWords(until)),
      },
    ],
  });

const aheadTable = ({ ahead }: SettingFound): Html =>
  details({
    summaryText: 'Vacancies on each of the next 14 days',
    html: dataTable({
      caption: 'Vacancies by day',
      captionSize: 'hidden',
      rows: ahead,
      columns: [
        { key: 'on', header: 'Day', cell: ({ on }) => dayInWords(on) },
        { key: 'vacant', header: 'Vacant', cell: ({ vacancies }) => vacancyWords(vacancies) },
        { key: 'uses', header: 'The rest', cell: ({ vacancies }) => usesWords(vacancies) },
      ],
    }),
  });

const historyOf = <T extends object>(
  caption: string,
  told: readonly Dated<T>[],
  say: (one: Dated<T>) => string,
): Html =>
  told.length === 0
    ? noHtml
    : dataTable<Dated<T>>({
        caption,
        captionSize: 's',
        rows: told.toReversed(),
        columns: [
          { key: 'what', header: 'What', cell: say },
          { key: 'days', header: 'Days', cell: (one: Period) => daysWords(one) },
        ],
      });

const history = ({ setting, sight }: SettingFound): Html =>
  details({
    summaryText: 'All that was recorded, with its days',
    html: html`${historyOf('Standing', setting.standings, ({ state, note }) => `${STANDINGS[state]}${note === null ? '' : `. ${note}`}`)}
${historyOf('Places and ages', setting.terms, (terms) => `${terms.places} places, ages ${termsWords(terms)}${terms.kinds.length > 0 ? `. ${kindsWords(terms)}` : ''}`)}
${historyOf('Ofsted’s judgements', setting.judgements, ({ outcome }) => SETTING_JUDGEMENTS[outcome])}
${historyOf('Exemptions from the fostering limit', setting.exemptions, ({ most, conditions }) => `Up to ${most}. ${conditions}`)}
${sight.fees && historyOf('Weekly fees', setting.fees, ({ weekly }) => formatMoney(weekly))}`,
  });

const buttons = ({ found, mayKeep, mayHold }: HomeParts): Html => {
  const settingId = String(found.setting.id);
  const canHold = mayHold && found.on === found.today && found.vacancies.vacant > 0;
  if (!canHold && !mayKeep) return noHtml;
  return html`<div class="govuk-button-group app-no-print">${canHold && button({ text: 'Hold a place', href: staffPaths.holdPlace({ settingId }) })}
${mayKeep && !isAgency(found.setting.kind) && button({ text: 'Block a place', href: staffPaths.blockPlace({ settingId }), classes: 'govuk-button--secondary' })}
${mayKeep && html`<a class="govuk-link" href="${staffPaths.changeHome({ settingId })}">Correct its name or address</a>`}</div>`;
};

/** Why a place there cannot be offered to a child, whoever they are. */
const inTheWay = ({ inTheWay: found }: SettingOnDay & SettingFound): Html =>
  found.length === 0
    ? noHtml
    : insetText({ html: join(found.map(({ sentence }) => html`<p class="govuk-body">${sentence}</p>`)) });

/** One home, household or unit: what it is, whom it may take, and its places. */
export const homePage = (parts: HomeParts): Page => {
  const { found } = parts;
  const { setting, vacancies } = found;
  return page({
    title: setting.name,
    section: 'homes',
    breadcrumbs: [{ text: 'Homes and vacancies', href: staffPaths.homes() }, { text: setting.name }],
    main: html`${heading(1, setting.name, { caption: SETTING_KINDS[setting.kind] })}
${inTheWay(found)}
${isAgency(setting.kind) ? html`<p class="govuk-body">An agency has no places of its own: they are its carers’.</p>` : html`<p class="govuk-body-l">${vacancyWords(vacancies)}${vacancies.places !== undefined && vacancies.over === 0 && ' vacant'} on ${dayInWords(found.on)}</p><p class="govuk-body">${usesWords(vacancies)}, as the record and the register have it.</p>`}
${buttons(parts)}
${summary(parts)}
${!isAgency(setting.kind) && html`${takenTable(parts)}${aheadTable(found)}`}
${history(found)}`,
  });
};
