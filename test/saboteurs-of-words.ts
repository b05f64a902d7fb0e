/** Controls of what is written to providers: how it is searched, and what a reason lets go. */
import type { Saboteur } from './sabotage.ts';

const PROFILE = 'packages/domain/src/profile';
const MESSAGE = `${PROFILE}/findings-in-message.test.ts`;
const LOOSELY = `${PROFILE}/find-loosely-written.test.ts`;
const TO_PROVIDER = 'packages/app/src/profile/words-to-provider.test.ts';

export const WORDS_TO_PROVIDERS: readonly Saboteur[] = [
  {
    breaks: 'a reason holds of the message that it was said of',
    file: `${PROFILE}/findings-in-message.ts`,
    takes: ' && asWritten(finding.text) === asWritten(words)',
    test: MESSAGE,
    noticedBy: 'a reason holds of the words that it was said of',
  },
  {
    breaks: 'what never goes to a provider goes for no reason',
    file: `${PROFILE}/findings-in-message.ts`,
    takes: 'if (never.length > 0)',
    puts: 'if (never.length < 0)',
    test: MESSAGE,
    noticedBy: '“She lives at 8 Punt Yard” never goes out',
  },
  {
    breaks: 'somebody’s name is theirs though a home is called the same',
    file: `${PROFILE}/weigh-in-message.ts`,
    takes: 'OF_A_HOME.test(sentenceBefore(text, found)) && ',
    test: MESSAGE,
    noticedBy: '“her aunt Sarah Whitby House” goes out once',
  },
  {
    breaks: 'a name that a reader is told is let by whole, and no part of it',
    file: `${PROFILE}/told-anyway.ts`,
    takes: 'names.has(wordsAt(text, place))',
    puts: '[...names].some((name) => name.includes(wordsAt(text, place)))',
    test: MESSAGE,
    noticedBy: '“she likes Whitby” goes out once',
  },
  {
    breaks: 'where a child is said to live is no place in a home of that name',
    file: `${PROFILE}/weigh-in-message.ts`,
    takes: 'SAYS_LIVES.test(sentenceBefore(text, found))',
    puts: 'false',
    test: MESSAGE,
    noticedBy: '“She lives at 8 Willow House” never goes out',
  },
  {
    breaks: 'a birthday goes out for no reason, whatever day it is said to be',
    file: `${PROFILE}/weigh-in-message.ts`,
    takes: 'if (OF_A_BIRTH.test(before) || OF_A_BIRTH.test(after)) return found;',
    test: MESSAGE,
    noticedBy: '“3 May is his birthday” never goes out',
  },
  {
    breaks: 'a telephone number goes for a reason only where it is said to be the team’s',
    file: `${PROFILE}/weigh-in-message.ts`,
    takes: 'OF_STAFF.test(before) &&',
    test: MESSAGE,
    noticedBy: '“ring 07700 900123” never goes out',
  },
  {
    breaks: 'an address such as anybody has is not the authority’s',
    file: `${PROFILE}/told-anyway.ts`,
    takes: ' || OF_ANYBODY.test(host)',
    test: MESSAGE,
    noticedBy: 'an address of work is the authority’s',
  },
  {
    breaks: 'a name in small letters is found after every relation',
    file: `${PROFILE}/detectors/short-names.ts`,
    takes: 'BEFORE_A_NAME.has(last.word) || ',
    test: LOOSELY,
    noticedBy: '“her mother sarah” may tell',
  },
  {
    breaks: 'a name is found before who it is',
    file: `${PROFILE}/detectors/relations.ts`,
    takes: '(?=${IS_RELATION})',
    puts: '(?=nobody)',
    test: LOOSELY,
    noticedBy: '“Ama is her sister” may tell',
  },
  {
    breaks: 'of several homes none is named to another',
    file: 'packages/app/src/search/approach-homes.ts',
    takes: 'readers: homes.map(({ setting, provider }) => [setting.name, provider?.name])',
    puts: 'readers: [homes.flatMap(({ setting, provider }) => [setting.name, provider?.name])]',
    test: TO_PROVIDER,
    noticedBy: 'each of several who are asked at once',
  },
  {
    breaks: 'a message to homes is no longer than it may be',
    file: 'packages/app/src/search/approach-homes.ts',
    takes: "if (tooLong !== undefined) return refused('too-long', tooLong);",
    test: TO_PROVIDER,
    noticedBy: 'words in an approach by the portal of more than 2,000',
  },
  {
    breaks: 'a message that is logged is no longer than it may be',
    file: 'packages/domain/src/form/read-answers.ts',
    takes: 'return findTooLong(word, question.atMost);',
    puts: 'return findTooLong(word);',
    test: TO_PROVIDER,
    noticedBy: 'words in an answer to a question of more than 2,000',
  },
  {
    breaks: 'why words tell nobody is typed once',
    file: 'packages/web/src/staff/search/look-at.ts',
    takes: " || (given[TELLS_NOBODY] ?? '') !== ''",
    test: 'packages/web/src/staff/search/words-looked-at.test.ts',
    noticedBy: 'what never goes is taken out without losing',
  },
  {
    breaks: 'what stands in the way where a place is held is said however often the form is sent',
    file: 'packages/app/src/register/hold-place.ts',
    takes: 'inTheWay: waysThere(await readRegister(tx), before, sought)',
    puts: 'inTheWay: []',
    test: 'packages/app/src/register/hold-place.test.ts',
    noticedBy: 'one form sent twice says again',
  },
];
