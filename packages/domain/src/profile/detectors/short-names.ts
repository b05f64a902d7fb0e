import type { Found, Identifying, Weight } from './finding.ts';
import { NO_NAME, ORDINARY_WORDS } from './ordinary-words.ts';
import { BETWEEN, IS_RELATION, RELATIONS, SAYS_NAME } from './relation-words.ts';
import { joined, type ReadText, readText, type Token } from './text.ts';

/** What children and grown-ups of a name are usually called: the name first, in small letters. */
const USUAL: readonly (readonly string[])[] = `
abigail abi abby gail|alexander alex alec sandy xander sasha|alexandra alex lexi sandra sasha|alison ali|amelia millie amy|
andrew andy drew|annabel bella anna|anthony tony ant|antonia toni|barbara barb babs|benjamin ben benji benny|bethany beth|
catherine cathy kate katie kitty cath cat|charles charlie chas chuck|charlotte charlie lottie char|christina chris tina chrissy|
christine chris tina chrissy|christopher chris kit topher|daniel dan danny|danielle dani elle|david dave davey|deborah deb debbie|
dominic dom nic|dorothy dot dotty dolly|edward ed eddie ted teddy ned|eleanor ellie ella nell nora|elizabeth liz lizzie beth betty
betsy eliza elsie libby bess|emily em emmy millie|florence flo florrie flossie|frances fran frankie franny|francis frank frankie|
frederick fred freddie|gabriel gabe|gabriella gabby ella|geoffrey geoff|georgina georgie gina|gerald gerry|gregory greg|
harriet hattie harry|henry harry hal|hannah han|isabel izzy bella issy|isabella izzy bella issy|jacob jake|jacqueline jackie|
james jim jimmy jamie|janet jan|jennifer jen jenny|jessica jess jessie|john johnny jack|jonathan jon jonny|joseph joe joey|
joshua josh|josephine jo josie|joanna jo|joanne jo|judith judy|katherine kathy kate katie kitty kath kat|kathleen kath kathy|
kenneth ken kenny|kimberley kim|laura lau|lawrence larry laurie|leonard len lenny leo|lewis lew|louise lou|lucinda lucy cindy|
madeleine maddie|madison maddie|margaret maggie meg peggy peg marge greta|matilda tilly mattie|matthew matt matty|
maximilian max|megan meg|melanie mel|melissa mel|michael mike mick mickey|michelle shell chelle|mohammed mo|muhammad mo|
mohamed mo|natalie nat|natasha tasha nat|nathan nat nate|nathaniel nat nate|nicholas nick nicky|nicola nicky nic|oliver ollie|
olivia liv livvy olly|pamela pam|patricia pat patsy tricia trish|patrick pat paddy|penelope penny|peter pete|philip phil pip|
philippa pip pippa|rebecca becky becca bex|richard rick ricky dick rich richie|robert rob robbie bob bobby bert|roderick rod|
ronald ron ronnie|rosemary rose rosie|samantha sam sammy|samuel sam sammy|sarah sally sadie|scarlett scar|sebastian seb bas|
sophia soph sophie|sophie soph|stephanie steph stevie|stephen steve stevie|steven steve stevie|susan sue susie|suzanne sue suzie|
teresa tess tessa terry|theresa tess tessa terry|theodore theo ted teddy|thomas tom tommy|timothy tim timmy|tobias toby|
valerie val|veronica ronnie vera|victoria vicky tori|vincent vince vinny|virginia ginny|william will bill billy liam willy|
zachary zac zach zak|kevin kev|sharon shaz|darren daz|gary gaz|stuart stu|rachel rach|jane|karen|donna|tracey|tracy|lisa|kelly|stacey|gemma|leanne|emma|lauren|chloe|paige|hayley|martin|simon|neil|ian|keith|brian|derek|trevor|nigel|graham|alan|colin|linda|
julie|ann|anne|annie|mary|helen|claire|clare|diane|zoe|lucy|ruth|joyce|sheila|maureen|lee|wayne|craig|dean|shane|kyle|ryan|liam|connor|callum|jayden|tyler|aiden|ethan|noah|leah|maisie|aisha|fatima|
beverley bev|beverly bev|dawn|lorraine|marie|bernadette bernie|geraldine|sylvia|doreen|eileen|irene|norma|wendy|yvonne|tina|mandy|
dave|shirley|janice|lynn|lynne|lynda|marion|hilary|gwen|megan|rhys|dai|ceri|cerys|ieuan|aled|huw|carys|sian|nia|owen|gareth|dylan|evan|
ahmed|hassan|ibrahim|yusuf|omar|priya|zainab|maryam`
  .split('|')
  .map((line) => line.trim().split(/\s+/));

const SHORT_FOR: ReadonlyMap<string, readonly string[]> = new Map(
  USUAL.map(([name = '', ...short]) => [name, short]),
);

/** Names that are usual, whole or short; those that begin an everyday sentence as another word are left out. */
const USUAL_NAMES: ReadonlySet<string> = new Set(
  USUAL.flat().filter(
    (name) =>
      !ORDINARY_WORDS.has(name) &&
      !/^(?:ant|bas|cat|char|dot|greg|hal|han|jo|ken|lau|mo|scar|soph|sue|val)$/u.test(name),
  ),
);

/** A usual name with a capital, where it begins a sentence and its capital alone says nothing. */
export const findUsualNames = (text: ReadText): readonly Found[] =>
  text.tokens.flatMap((token, at): readonly Found[] => {
    const name = USUAL_NAMES.has(token.word) || USUAL_NAMES.has(token.word.replace(/s$/u, ''));
    if (!name || !isCapital(text, token)) return [];
    return [{ from: token.from, to: endOf(text, at), kind: 'may-be-name', weight: 'look' }];
  });

/** What somebody does, rather than what they are called: “his mum will”. */
const DOES: ReadonlySet<string> = new Set('will drew rich frank ant cat char'.split(' '));
const CALLED: ReadonlySet<string> = new Set(USUAL.flat().filter((name) => !DOES.has(name)));

const BEFORE_A_NAME: ReadonlySet<string> = new Set([...RELATIONS, ...SAYS_NAME, 'name'].map(joined));
const RELATED: ReadonlySet<string> = new Set([...RELATIONS.map(joined), 'name']);
const NEXT_TO = new RegExp(String.raw`^${BETWEEN}$`, 'u');
const AFTER_A_NAME = new RegExp(String.raw`^${IS_RELATION}`, 'u');
const LONGEST_AFTER = 80;

/** Whether the word before, or the two before together, say that a name follows. */
const followsRelation = ({ raw, tokens }: ReadText, at: number): boolean => {
  const [first, last, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (last === undefined || token === undefined || !NEXT_TO.test(raw.slice(last.to, token.from)))
    return false;
  if (/^(?:is|was)$/u.test(last.word)) return RELATED.has(first?.word ?? '');
  return BEFORE_A_NAME.has(last.word) || BEFORE_A_NAME.has(`${first?.word ?? ''}${last.word}`);
};

/** A usual name in small letters, where the words before or after say that it is one. */
export const findSmallNames = (text: ReadText): readonly Found[] =>
  text.tokens.flatMap((token, at): readonly Found[] =>
    CALLED.has(token.word) &&
    (followsRelation(text, at) || AFTER_A_NAME.test(text.raw.slice(token.to, token.to + LONGEST_AFTER)))
      ? [{ from: token.from, to: endOf(text, at), kind: 'may-be-name', weight: 'look' }]
      : [],
  );

const SHORTEST_BEGINNING = 4;
const SHORTEST_MISSPELT = 6;

/** “Chrissy” and “Chris” begin alike. */
const beginningOf = (word: string): string => word.replace(/(?:ie|y|s)$/u, '').replace(/(\p{L})\1$/u, '$1');

const beginsLike = (word: string, name: string): boolean =>
  beginningOf(word).length >= SHORTEST_BEGINNING &&
  name.length > word.length - 2 &&
  name.startsWith(beginningOf(word));

/** Whether one letter was left out, put in, changed, or taken with the next. */
const isMisspelt = (word: string, name: string): boolean => {
  if (name.length < SHORTEST_MISSPELT || Math.abs(word.length - name.length) > 1 || word === name)
    return false;
  let same = 0;
  while (same < word.length && word[same] === name[same]) same += 1;
  const [rest, restOfName] = [word.slice(same), name.slice(same)];
  return (
    rest.slice(1) === restOfName.slice(1) ||
    rest.slice(1) === restOfName ||
    rest === restOfName.slice(1) ||
    (rest.slice(2) === restOfName.slice(2) && rest[0] === restOfName[1] && rest[1] === restOfName[0])
  );
};

const isCapital = (text: ReadText, { from }: Token): boolean => /^\p{Lu}/u.test(text.raw.slice(from));

const weightOf = (text: ReadText, token: Token, name: string): Weight | undefined => {
  const word = token.word;
  const capital = isCapital(text, token);
  if (SHORT_FOR.get(name)?.includes(word) === true)
    return capital && !ORDINARY_WORDS.has(word) ? 'reason' : 'look';
  if (!capital || ORDINARY_WORDS.has(word) || NO_NAME.has(word) || word === name) return undefined;
  const whole = word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
  if (whole.includes(name)) return undefined;
  return beginsLike(word, name) || whole.some((one) => isMisspelt(one, name)) ? 'look' : undefined;
};

const wordsOf = (name: string): readonly string[] => [
  ...new Set([...name.split(/\s+/).map(joined), ...readText(name).tokens.map(({ word }) => word)]),
];

/** Where the token ends, with the “’s” that belongs to it. */
const endOf = (text: ReadText, at: number): number => {
  const [here, next] = [text.tokens[at], text.tokens[at + 1]];
  const to = here?.to ?? 0;
  return next?.word === 's' && /^['’‘`]$/u.test(text.raw.slice(to, next.from)) ? next.to : to;
};

/** A name cut short, said as it usually is for short, or with one letter wrong. */
export const findShortNames = (
  text: ReadText,
  { givenName, familyName, family }: Identifying,
): readonly Found[] => {
  const known = [
    ...[givenName ?? '', familyName ?? ''].map((name) => ({ name, kind: 'name' as const })),
    ...family.map((name) => ({ name, kind: 'family' as const })),
  ].flatMap(({ name, kind }) =>
    wordsOf(name)
      .filter((word) => word.length > 2 && !NO_NAME.has(word))
      .map((word) => ({ word, kind })),
  );
  return text.tokens.flatMap((token, at) =>
    known.flatMap(({ word, kind }): readonly Found[] => {
      const weight = weightOf(text, token, word);
      return weight === undefined ? [] : [{ from: token.from, to: endOf(text, at), kind, weight }];
    }),
  );
};
