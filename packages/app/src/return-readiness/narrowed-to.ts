import { ALL_ROLES } from '@rightplace/domain';
import { findRule, ruleWords, type SourceName, TABLES } from '@rightplace/ssda903';
import { NO_TEAM, NO_TEAM_TITLE } from './counts-of-check.ts';
import { baseTable, type FindingWords, sourceTitle, whoTitle } from './describe-finding.ts';
import type { FindingsAsked, Narrowing } from './views.ts';

/** What narrows a list, in words, so that one on paper or in a file says what it is of. An address may ask for anything. */
export const narrowedTo = (
  { who, rule, table, team, text }: FindingsAsked,
  { collectionYear, upTo, reach }: Pick<FindingWords, 'collectionYear' | 'upTo' | 'reach'>,
): readonly Narrowing[] => {
  const said: Narrowing[] = [];
  const say = (title: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') said.push({ title, value });
  };
  const known = rule === undefined ? undefined : findRule(rule, collectionYear);
  say('Team', team && teamTitle(team, reach));
  say('Who can put it right', ALL_ROLES.some((role) => role === who) ? whoTitle(who ?? '') : who);
  say('Rule', known === undefined ? rule : `${known.code} ${ruleWords(known, upTo).title}`);
  say('Table', table && (isSource(table) ? sourceTitle(table) : table));
  say('Words', text && `“${text}”`);
  return said;
};

const isSource = (text: string): text is SourceName =>
  TABLES.some(({ name }) => name === baseTable(text as SourceName));

const teamTitle = (key: string, reach: FindingWords['reach']): string =>
  key === NO_TEAM ? NO_TEAM_TITLE : (reach.loaded.access.staff.teams.get(Number(key))?.name ?? key);
