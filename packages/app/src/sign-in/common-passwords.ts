/**
 * The words people reach for. Not a list of whole passwords: with twelve characters as the least, what is
 * guessed first is these words strung together, spelled with digits, or padded out with a year. Longest first
 * is not needed here; `password-rules.ts` sorts them.
 */
export const COMMON_WORDS: readonly string[] = [
  // the classics
  'password passwort passw0rd passcode passphrase pass secret letmein letmeout changeme changeit default',
  'welcome hello goodbye login logon signin admin administrator root user username guest test testing tester',
  'temp temporary demo example sample master manager system server computer laptop internet office desktop',
  'trustno trustme whatever nothing something anything access granted open sesame please enter unlock',
  // keyboard walks
  'qwertyuiop qwerty qwert azerty asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv qazwsxedc qazwsx qaz wsx edc rfv',
  'onetwothree onetwo abcdefghijkl abcdefgh abcdef abcd abc xyz aaa',
  // love, family and pets
  'iloveyou loveyou lovely love family mummy daddy mother father sister brother princess prince angel baby',
  'sweetheart darling honey sugar babygirl babyboy fluffy buddy max bella charlie poppy molly daisy rosie',
  // names in the leaked lists
  'michael jordan jessica ashley daniel thomas robert joshua matthew andrew anthony william jennifer michelle',
  'nicole amanda hannah samantha elizabeth sophie chloe george harry jack oliver david james john',
  // teams, games, films
  'liverpool arsenal chelsea manchester united city everton tottenham rangers celtic football soccer rugby',
  'cricket baseball basketball hockey pokemon minecraft fortnite starwars superman batman spiderman naruto',
  'dragon monkey tiger eagle falcon phoenix shadow hunter killer ninja wizard pirate',
  // the calendar and the weather
  'january february march april may june july august september october november december',
  'monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas easter',
  'sunshine sunny rainbow flower summertime holiday birthday',
  // this country and this work
  'england english britain british london scotland wales ireland europe country council county borough',
  'authority children child childrens social worker socialworker services service care caring safeguarding',
  'placement foster fostering rightplace nhs gov government',
  // food and fuel
  'chocolate cookie coffee banana cheese biscuit pizza guinness',
  // the rest of the usual top of the list
  'freedom money lucky happy computer1 super mustang ferrari mercedes porsche corvette harley yamaha',
  'blink corona covid lockdown jesus heaven god bless',
].flatMap((line) => line.split(' '));
