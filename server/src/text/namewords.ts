/** Closed classes that the grammar of names rests on. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Titles and ranks that stand before a person's name, lower case, without a stop. */
export const TITLES = words(
  'mr mrs ms miss mx dr doctor prof professor sir dame lord lady baroness baron viscount earl judge justice sheriff cllr councillor ' +
    'alderman rev revd reverend father sister brother bishop archbishop rabbi imam hon king queen prince princess duke duchess president ' +
    'chancellor sgt sergeant constable inspector superintendent commander captain capt major maj colonel col lieutenant lt general gen ' +
    'admiral corporal cpl private nurse matron detective det insp supt dci dc pc wpc senator governor mayor ambassador saint',
);

/** Titles that may follow one another ("Chief Superintendent", "Detective Chief Inspector", "Lord Justice", "Her Majesty's Coroner"). */
export const TITLE_PREFIXES = words(
  'chief detective deputy assistant senior acting lord lady mrs mr his her right very temporary lieutenant major vice',
);

/** The words of a name without the titles before a person's; the last word is always left. */
export function withoutTitles(words: readonly string[]): readonly string[] {
  const isTitle = (word: string): boolean => TITLES.has(word) || TITLE_PREFIXES.has(word);
  const first = words.findIndex((word, i) => i === words.length - 1 || !isTitle(word.toLowerCase().replace(/\.$/, '')));
  return words.slice(Math.max(0, first));
}

/** Last words of a body's name. */
export const BODY_HEADS = words(
  'council councils ltd limited plc llp inc corporation company companies co group court courts commission committee subcommittee university college school academy ' +
    'board department ministry agency authority trust foundation society association institute institution union party parliament assembly ' +
    'senate congress police constabulary force service services partnership office bureau directorate inspectorate tribunal inquiry panel ' +
    'bank centre center unit team league federation confederation alliance network church fund executive treasury cabinet government ' +
    'press times guardian telegraph mail post herald news gazette journal hospital infirmary clinic hospice surgery practice nhs ' +
    'airlines airways railway rail solicitors llc gmbh charity club museum library ombudsman registry secretariat chambers laboratory laboratories faculty ' +
    'programme project taskforce forum',
);

/** Last words of a place's name. */
export const PLACE_HEADS = words(
  'street road lane avenue square park bridge house hall station airport island islands river lake mountain mount hill hills valley county ' +
    'city town village green common gardens close crescent terrace court place drive grove gate wharf quay dock docks prison palace castle ' +
    'tower sea ocean bay coast province district borough state states kingdom republic forest wood heath estate hotel north south east west cemetery',
);

/** Heads that take "of" or "for" behind them ("Department of Health", "Centre for Policy Studies"). */
export const OPENING_HEADS = words(
  'department ministry university bank board court courts institute church office association college society commission committee council ' +
    'chamber archbishop bishop duke earl house houses centre center foundation campaign secretary minister director commissioner inspectorate ' +
    'agency authority union federation confederation trust school faculty bureau office city isle republic kingdom state tower duchess prince ' +
    'princess royal league alliance network journal chancellor lord speaker crown fund campaign friends order act bill head president academy ' +
    'group movement organisation organization conference congress inspector registrar',
);

/** Common nouns of public life that bodies carry in lists: "Children, Schools and Families", "Health and Safety". */
export const SECTORS = words(
  'health safety children schools families education skills work pensions culture media sport science research food drug drugs trade industry ' +
    'law order justice social care housing medicine medicines environment transport business energy revenue customs prison probation police crime ' +
    'fire rescue ambulance obstetricians gynaecologists surgeons physicians nurses nursing midwifery midwives paediatrics child young people adult adults ' +
    'women communities local government agriculture fisheries rural affairs foreign commonwealth development defence finance treasury innovation ' +
    'universities technology engineering physical statistics planning building works home security intelligence aviation maritime ' +
    'coastguard highways water sewerage gas electricity markets financial conduct competition consumer standards ethics equality human rights ' +
    'hygiene tropical psychiatry psychology learning disability mental community public advice conciliation arbitration exchange',
);

/** Particles inside family names. */
export const PARTICLES = words('de la le van von der den ter bin ibn al el du di da dos della del af av zu y ap');

/** Words before a possessive that go on as one name ("Children's Services", "King's College"). */
export const POSSESSIVE_PARTS = words(
  'king queen children women men people coroner attorney bishop prince lord lady guy citizen girls boys coroners majesty crown driver lloyd sainsbury barnardo parent workers',
);

/** Nouns without a plural that open sentences bare, as names do. */
export const BARE_NOUNS = words(
  'police staff evidence information parliament government management everybody nobody somebody something everything nothing research advice work help ' +
    'news progress pressure time money death life birth labour media press health education justice guidance inspection court counsel management ' +
    'history experience knowledge data blame fear anger grief support funding demand supply water power oil gas food traffic weather crime society ' +
    'today yesterday tomorrow tonight later earlier recently finally eventually meanwhile nevertheless nonetheless moreover furthermore ' +
    'chapter section part figure table page appendix volume paragraph question answer q a note source please yes no well ok okay thanks thank sorry hello ' +
    'one two three four five six seven eight nine ten eleven twelve',
);

/** Adjectives and nouns of nationality, and languages, are capitalised but name nobody by themselves. */
export const NATIONALITY =
  /^(?:british|english|scottish|welsh|irish|french|german|italian|spanish|dutch|american|european|african|asian|indian|chinese|japanese|russian|polish|australian|canadian|christian|muslim|jewish|hindu|sikh|catholic|protestant|anglican|victorian|conservative|liberal|democrat|republican)s?$/;
