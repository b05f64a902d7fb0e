import { type Html, html } from '../html.ts';
import { type Component, component } from './macro.ts';
import type { Attributes, Nothing, TextOrHtml } from './option-types.ts';

// The Ministry of Justice publishes its macros' options as prose only, so these types are written by hand from the
// templates. Its search component is left out: a keyboard fault (WCAG 2.1.1, 2.4.3 and 2.4.7). Use input and button.

const moj = (folder: string, macro: string): Component<object> =>
  component(`moj/components/${folder}/macro.njk`, macro);

interface Common {
  readonly classes?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface AlertOptions extends Common {
  readonly variant: 'information' | 'success' | 'warning' | 'error';
  /** Names the alert for a screen reader, and is its text when there is no other. */
  readonly title: string;
  readonly showTitleAsHeading?: boolean | undefined;
  readonly headingTag?: 'h2' | 'h3' | 'h4' | undefined;
  readonly text?: string | undefined;
  readonly html?: Html | undefined;
  /** `alert` when it answers something the person just did; otherwise a region. */
  readonly role?: 'alert' | 'region' | undefined;
}
export const alert: Component<AlertOptions> = moj('alert', 'mojAlert');

export type BadgeOptions = Common & TextOrHtml<'text', 'html'>;
export const badge: Component<BadgeOptions> = moj('badge', 'mojBadge');

export interface ButtonMenuItem extends Common {
  readonly text: string;
  readonly href?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}
export interface ButtonMenuOptions extends Common {
  readonly button?: { readonly text: string; readonly classes?: string | undefined } | undefined;
  readonly alignMenu?: 'right' | undefined;
  readonly items: readonly (ButtonMenuItem | Nothing)[];
}
const drawButtonMenu: Component<ButtonMenuOptions> = moj('button-menu', 'mojButtonMenu');
const present = <T>(items: readonly (T | Nothing)[]): readonly T[] =>
  items.filter((item): item is T => Boolean(item));
/** A menu of actions; without script, the same actions as buttons in a row. */
export const buttonMenu = (options: ButtonMenuOptions): Html =>
  drawButtonMenu({ ...options, items: present(options.items) });

export interface FilterOptions {
  readonly heading: TextOrHtml<'text', 'html'>;
  readonly submit?:
    | { readonly text?: string | undefined; readonly attributes?: Attributes | undefined }
    | undefined;
  readonly selectedFilters?:
    | {
        readonly heading: TextOrHtml<'text', 'html'>;
        readonly clearLink: { readonly text: string; readonly href: string };
        readonly categories: readonly {
          readonly heading: TextOrHtml<'text', 'html'>;
          readonly items: readonly { readonly text: string; readonly href: string }[];
        }[];
      }
    | undefined;
  /** The fields. */
  readonly optionsHtml: Html;
  readonly attributes?: Attributes | undefined;
}
/** Fields to narrow a list with, and what it is narrowed by now. Put it inside a `<form method="get">`. */
export const filter: Component<FilterOptions> = moj('filter', 'mojFilter');

export interface IdentityBarOptions extends Common {
  readonly title: TextOrHtml<'text', 'html'>;
  readonly menus?: readonly ButtonMenuOptions[] | undefined;
}
const drawIdentityBar: Component<IdentityBarOptions> = moj('identity-bar', 'mojIdentityBar');
/** Who the page is about, and the one or two things most often done to them. */
export const identityBar = (options: IdentityBarOptions): Html =>
  drawIdentityBar({
    ...options,
    menus: options.menus?.map((menu) => ({ ...menu, items: present(menu.items) })),
  });

export interface InterruptionAction {
  readonly text: string;
  readonly href?: string | undefined;
  readonly style?: 'link' | 'button' | undefined;
  readonly attributes?: Attributes | undefined;
}
export interface InterruptionCardOptions {
  readonly heading: string;
  readonly body: Html;
  readonly primaryAction: InterruptionAction;
  readonly secondaryAction?: InterruptionAction | undefined;
}
const drawInterruptionCard: Component<Omit<InterruptionCardOptions, 'body'>> = moj(
  'interruption-card',
  'interruptionCard',
);
/** For a grave step: says what it means before it is taken. Its heading is the page's h1. */
export const interruptionCard = ({ body, ...options }: InterruptionCardOptions): Html =>
  drawInterruptionCard(options, body);

export interface Message {
  readonly id?: string | undefined;
  readonly sender: string;
  /** A moment: ISO text with its zone. */
  readonly timestamp: string;
  readonly type: 'sent' | 'received';
  readonly text?: string | undefined;
  readonly html?: Html | undefined;
}
export interface MessagesOptions extends Common {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly items: readonly Message[];
}
export const messages: Component<MessagesOptions> = moj('messages', 'mojMessages');

export interface NotificationBadgeOptions extends Common {
  readonly text: string;
  /** Read out after the number: "decisions waiting". */
  readonly visuallyHiddenText?: string | undefined;
}
export const notificationBadge: Component<NotificationBadgeOptions> = moj(
  'notification-badge',
  'mojNotificationBadge',
);

export type SubNavigationItem = Common &
  TextOrHtml<'text', 'html'> & { readonly href: string; readonly active?: boolean | undefined };
export interface SubNavigationOptions extends Common {
  readonly label?: string | undefined;
  readonly items: readonly (SubNavigationItem | Nothing)[];
}
const drawSubNavigation: Component<SubNavigationOptions> = moj('sub-navigation', 'mojSubNavigation');
export const subNavigation = (options: SubNavigationOptions): Html =>
  drawSubNavigation({ ...options, items: present(options.items) });

export type TicketPanelOptions = Common & {
  readonly items: readonly (Common & TextOrHtml<'text', 'html'>)[];
};
export const ticketPanel: Component<TicketPanelOptions> = moj('ticket-panel', 'mojTicketPanel');

export type TimelineItem = Common & {
  readonly label: TextOrHtml<'text', 'html'>;
  readonly text?: string | undefined;
  readonly html?: Html | undefined;
  /** ISO text: a day with style `date`, or a moment with `datetime`. */
  readonly datetime: {
    readonly timestamp: string;
    readonly type: 'datetime' | 'shortdatetime' | 'date' | 'shortdate';
  };
  readonly byline?: TextOrHtml<'text', 'html'> | undefined;
};
export interface TimelineOptions extends Common {
  readonly headingLevel?: 2 | 3 | 4 | undefined;
  readonly items: readonly TimelineItem[];
}
const drawTimeline: Component<TimelineOptions> = moj('timeline', 'mojTimeline');
/** What happened, newest first. */
export const timeline = (options: TimelineOptions): Html =>
  options.items.length === 0
    ? html`<p class="govuk-body">Nothing is recorded yet.</p>`
    : drawTimeline(options);
