/** Who somebody is to the child, after which their name is said: “her mother Jane Doe”, “step-dad kev”. The one list of them. */
export const RELATIONS: readonly string[] =
  `mum mummy mam mother mom dad daddy father parent parents stepmum stepmom stepmother stepdad stepfather stepparent brother brothers
  sister sisters sibling siblings twin twins half-brother half-sister stepbrother stepsister aunt aunts aunty auntie uncle uncles cousin
  cousins nan nana nanny nanna gran granny grandma grandmother grandad granddad grandpa grandfather grandparent grandparents godmother
  godfather partner boyfriend girlfriend husband wife ex fiancé fiancée friend friends mate mates bestie neighbour neighbours teacher tutor
  mentor coach guardian guardians carer carers childminder babysitter social_worker support_worker key_worker keyworker health_visitor son
  daughter grandson granddaughter nephew niece baby mama papa bro sis therapist counsellor advocate nurse headteacher ta sw iro senco`
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));

/** What else stands before a name alone. */
export const SAYS_NAME: readonly string[] = ['called', 'named', 'name is'];

/** Of the family: “Ama is a sister”; anything may be a friend. */
const OF_FAMILY = RELATIONS.filter((word) =>
  /^(?:mum|mam|mom|mother|dad|father|step|half-|brother|sister|sibling|twin|aunt|uncle|cousin|nan|gran|niece|nephew|bro$|sis$)/u.test(
    word,
  ),
).join('|');

/** “her”, and what else says to whom; then what kind of one: “older”, “foster”. */
const TO_THE_CHILD = String.raw`(?:her|his|their|(?:(?:her|his|their)[^\S\n]+)?(?:the|this)[^\S\n]+(?:child|girl|boy|young person)(?:['’]s)?|(?:(?:her|his|their)[^\S\n]+)?(?:${OF_FAMILY})['’]s)`;
const WHAT_KIND = String.raw`(?:(?!corporate)\p{Ll}{2,12}[^\S\n-]*[ -]){0,2}`;

const OTHER_NAME = String.raw`(?:[^\S\n](?:and|&)[^\S\n]\p{L}[\p{L}'’-]{1,40})?`;
const AGED = String.raw`(?:,?[^\S\n][(]?(?:aged?[^\S\n])?\d{1,2}[),]?)?`;
const IS = String.raw`(?:${OTHER_NAME}${AGED}[^\S\n]{1,3}(?:is|was|are|were)|['’]s|,?[^\S\n]who(?:['’]s|[^\S\n](?:is|was)))`;
const KIN = String.raw`${TO_THE_CHILD}[^\S\n]+${WHAT_KIND}(?:${RELATIONS.join('|')})`;
const A_RELATIVE = String.raw`(?:an?|the)[^\S\n]+(?:(?:older|younger|elder|big|little|twin|half|foster|birth)[ -])?(?:${OF_FAMILY})`;
const BESIDE = String.raw`(?:,[^\S\n]?|[^\S\n]?\()${KIN}(?=[,)])|[^\S\n]?\((?:${OF_FAMILY})(?=[,)])|[^\S\n]{0,2}[–—-][^\S\n]{0,2}${KIN}(?!\p{L})|(?:,|[^\S\n][=–—-])[^\S\n](?:${OF_FAMILY})(?=[^\S\n]?(?:[,.;\n]|$))`;

/**
 * What stands after a name that is said before who it is: “Ama is her sister”, “Ama and Odo are his aunts”, “Ama, his older sister, …”,
 * “Ama (sister)”.
 */
export const IS_RELATION = String.raw`(?:${IS}[^\S\n]{1,3}(?:${KIN}|${A_RELATIVE})(?!\p{L})|${BESIDE})`;

/** What may stand between a relation and a name, besides a space. */
export const BETWEEN = String.raw`[^\S\n]{0,3}(?:[,:/=|_–—-][^\S\n]{0,3})?[("“”‘'’]?`;
