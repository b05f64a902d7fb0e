import { type Day, dayInShort, spanInWords } from '@rightplace/domain';
import { type Colour, textOn } from '../kit/colour.ts';
import { type Content, type Html, html } from '../kit/html.ts';
import { dataTable } from '../kit/table.ts';
import { type FigureOptions, figure } from './figure.ts';
import { type JourneyBar, type JourneyPoint, type JourneyView, journeyView } from './journey-view.ts';
import { label, markerPath } from './marks.ts';

/** From light to dark. Bars also carry their names, so the shade only helps to see where one ends. */
export type Tone = 0 | 1 | 2 | 3;

export interface JourneyStretch {
  readonly starts: Day;
  /** The day it ended; null while it goes on. */
  readonly ends: Day | null;
  /** Short, to fit in the bar: "Lane House". */
  readonly label: string;
  /** In full, for the table: "Lane House, a children's home in Eastmere". */
  readonly full?: string | undefined;
  readonly tone?: Tone | undefined;
  /** The child moved when this began: marked and numbered. */
  readonly isMove?: boolean | undefined;
  /** Why it began, or what came of it; may link to more. */
  readonly why?: Content;
}

export interface JourneyLane {
  /** One word: "legal", "home", "school". */
  readonly label: string;
  readonly stretches: readonly JourneyStretch[];
}

export interface JourneyEvent {
  readonly on: Day;
  readonly label: string;
  readonly symbol: 'circle' | 'square' | 'triangle' | 'diamond';
  /** What all events with this symbol are: "review". */
  readonly kind: string;
  readonly why?: Content;
}

export interface JourneyOptions extends Omit<FigureOptions, 'csvHref'> {
  readonly lanes: readonly JourneyLane[];
  readonly events: readonly JourneyEvent[];
  /** When the child was looked after; the times between are shown as such. */
  readonly periodsOfCare?: readonly { readonly starts: Day; readonly ends: Day | null }[] | undefined;
  readonly today: Day;
  /** Said over the line where the picture ends, when that is not today. */
  readonly todayLabel?: string | undefined;
}

const TONES: Readonly<Record<Tone, Colour>> = { 0: '#d5e3ee', 1: '#8eb2ce', 2: '#3b719b', 3: '#12436d' };
const GAP_BETWEEN_BARS = 1;

/** A bar, ending in a point when it goes on. */
const barPath = ({ x, width, goesOn }: JourneyBar, y: number, height: number): string => {
  const right = Math.round((x + Math.max(2, width - GAP_BETWEEN_BARS)) * 10) / 10;
  return goesOn
    ? `M${x},${y}H${right}l10,${height / 2}l-10,${height / 2}H${x}z`
    : `M${x},${y}H${right}v${height}H${x}z`;
};

const drawBar = (bar: JourneyBar, y: number, height: number): Html => html`
<path d="${barPath(bar, y, height)}" class="app-journey__bar" fill="${TONES[bar.tone]}"><title>${bar.says}</title></path>${
  bar.text !== '' &&
  (bar.isTextAfter
    ? label(bar.x + bar.width + 14, y + height / 2, bar.text)
    : label(bar.x + 6, y + height / 2, bar.text, { colour: textOn(TONES[bar.tone]) }))
}`;

const drawPoint = (point: JourneyPoint): Html => html`
<path d="${markerPath(point.symbol, point.x, point.y, 6)}" class="app-chart__fill" fill="#12436D"><title>${point.says}</title></path>${
  point.text !== '' && label(point.x + 12, point.y, point.text)
}`;

const draw = (view: JourneyView, todayLabel = 'today'): Html => html`
${view.marks.map(({ x, text }) => html`<path d="M${x},26V${view.axisY}" class="app-chart__grid"/>${label(x, view.axisY + 16, text, { anchor: x > view.right - 40 ? 'end' : 'middle' })}`)}
${view.gaps.map(({ x, width, text }) => html`<rect x="${x}" y="26" width="${width}" height="${view.axisY - 26}" class="app-journey__gap"/>${text !== '' && label(x + width / 2, view.axisY - 14, text, { anchor: 'middle', quiet: true })}`)}
${view.lanes.map(
  (lane) =>
    html`${label(0, lane.y + lane.height / 2, lane.label, { bold: true })}${lane.bars.map((bar) => drawBar(bar, lane.y, lane.height))}`,
)}
${view.points.length > 0 && label(0, view.eventsY + 13, 'events', { bold: true })}${view.points.map(drawPoint)}
<path d="M${view.today.x},22V${view.axisY}" class="app-journey__today"/>${label(view.today.x, 10, todayLabel, { anchor: view.today.anchor, bold: true })}
${view.moves.map(
  ({ x, y, level, number, numbered }) =>
    html`<path d="M${x},${y + 30}V${y - (level === 0 ? 4 : 20)}" class="app-journey__move"/>${numbered && label(x, y - (level === 0 ? 12 : 28), String(number), { anchor: 'middle', bold: true, halo: 'paper' })}`,
)}
<path d="M${view.left},${view.axisY}H${view.right}" class="app-chart__axis"/>`;

const keyOf = (options: JourneyOptions, view: JourneyView): Html => {
  const kinds = new Map(options.events.map((event) => [event.kind, event.symbol]));
  return html`<ul class="app-chart__key">${[...kinds].map(
    ([kind, symbol]) =>
      html`<li><svg class="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false"><path d="${markerPath(symbol, 8, 8, 6)}" class="app-chart__fill" fill="#12436D"/></svg> ${kind}</li>`,
  )}${view.moves.length > 0 && html`<li><strong>1, 2, 3 …</strong> moves, in order</li>`}${
    view.gaps.length > 0 &&
    html`<li><svg class="app-chart__swatch" width="16" height="16" aria-hidden="true" focusable="false"><rect width="16" height="16" class="app-journey__gap"/></svg> not in care</li>`
  }</ul>${
    view.notDrawn > 0 &&
    html`<p>${view.notDrawn} events are too close together to draw. All are in the table.</p>`
  }`;
};

interface Row {
  readonly on: Day;
  readonly ends: Day | null | undefined;
  readonly lane: string;
  readonly what: string;
  readonly move: number | undefined;
  readonly why: Content;
}

const rowsOf = (options: JourneyOptions, view: JourneyView): readonly Row[] => {
  const stretches = options.lanes.flatMap((lane, l) =>
    lane.stretches.map(
      (stretch, s): Row => ({
        on: stretch.starts,
        ends: stretch.ends,
        lane: lane.label,
        what: stretch.full ?? stretch.label,
        move: view.lanes[l]?.bars[s]?.move,
        why: stretch.why,
      }),
    ),
  );
  const events = options.events.map(
    (event): Row => ({
      on: event.on,
      ends: undefined,
      lane: event.kind,
      what: event.label,
      move: undefined,
      why: event.why,
    }),
  );
  return [...stretches, ...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
};

const tableOf = (options: JourneyOptions, view: JourneyView): Html =>
  dataTable({
    caption: options.subtitle,
    dense: true,
    rowHeader: 'what',
    columns: [
      { key: 'on', header: 'From', cell: (row) => dayInShort(row.on), nowrap: true },
      {
        key: 'ends',
        header: 'To',
        nowrap: true,
        cell: ({ ends }) => (ends === undefined ? '' : ends === null ? 'goes on' : dayInShort(ends)),
      },
      {
        key: 'lasted',
        header: 'How long',
        cell: ({ on, ends }) =>
          ends === undefined || (ends ?? options.today) <= on ? '' : spanInWords(on, ends ?? options.today),
      },
      { key: 'lane', header: 'Kind' },
      { key: 'what', header: 'What' },
      {
        key: 'why',
        header: 'Move and why',
        cell: ({ move, why }) => html`${move !== undefined && html`<strong>Move ${move}</strong> `}${why}`,
      },
    ],
    rows: rowsOf(options, view),
    empty: 'Nothing is recorded yet.',
  });

const describe = (options: JourneyOptions): string => {
  const lanes = options.lanes.map(
    (lane) =>
      `${lane.label}: ${lane.stretches.map((stretch) => stretch.label).join(', then ') || 'nothing recorded'}.`,
  );
  return `A line of time from ${dayInShort(firstDay(options))} to ${dayInShort(options.today)}. ${lanes.join(' ')} ${options.events.length} events. Everything is in the table that follows.`;
};

const firstDay = (options: JourneyOptions): Day =>
  [
    ...options.lanes.flatMap((lane) => lane.stretches.map((stretch) => stretch.starts)),
    options.today,
  ].sort()[0] as Day;

/** A child's journey in one picture: the law, the home and what happened, on one line of time. */
export const journeyPicture = (options: JourneyOptions): Html => {
  const view = journeyView(options);
  return figure(
    { ...options, note: html`${keyOf(options, view)}${options.note}` },
    { ...view, description: describe(options), content: draw(view, options.todayLabel) },
    tableOf(options, view),
  );
};
