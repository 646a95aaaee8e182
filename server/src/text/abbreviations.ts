/** Words whose full stop belongs to them. One table, for the cutting of tokens and of sentences. */

/** Before a name: never the end of a sentence. */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof st sr jr rev revd fr hon cllr sir messrs mme mlle lt lieut col gen maj capt cpl sgt supt insp det dci pc ' +
    'cmdr adm amb gov sen rep pres atty supt ft mt'
  ).split(' '),
);

/** Before a figure: the end of a sentence only where no figure follows. */
export const FIGURE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'no nos p pp vol vols ch chap sec sect para paras fig figs art arts reg regs cl sch ed eds app appx ver op ext s ss r rr'.split(' '),
);

/** Inside a sentence: never its end, for words follow that they introduce or join. */
export const JOINING_ABBREVIATIONS: ReadonlySet<string> = new Set('vs v viz cf eg ie e.g i.e ca c approx incl esp nr'.split(' '));

/** Inside a sentence or at its end: the next word decides. */
export const OTHER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'etc al inc ltd co corp plc bros dept est assn univ u.s u.k e.u u.n u.s.a n.b p.s a.m p.m am pm b.c a.d ph.d m.d b.a m.a ' +
    'd.c l.a tel mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec ave rd blvd hrs hr min mins'
  ).split(' '),
);

/** Those of the abbreviations above that are everyday words as well, so that a stop after them is a stop more often than not. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  'no art app ed sec ch ver reg cl co min am pm mar sat sun wed mon dec jun fig est ext sir sen rep pres gov gen col ft mt fr c v s r p pc v cf nr'.split(
    ' ',
  ),
);

/** Whether a token may keep its full stop without a look at what follows. `lower` is without the stop. */
export function keepsStop(lower: string): boolean {
  if (ALSO_WORDS.has(lower)) return false;
  return (
    TITLE_ABBREVIATIONS.has(lower) || FIGURE_ABBREVIATIONS.has(lower) || JOINING_ABBREVIATIONS.has(lower) || OTHER_ABBREVIATIONS.has(lower)
  );
}

export { ALSO_WORDS as AMBIGUOUS_ABBREVIATIONS };
