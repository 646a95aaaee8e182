/** What a verb asks of its arguments, where it decides who is who. General English, closed by meaning, not grown from texts. */

/** Verbs whose person-object is the one told: "told the inquiry that …". */
export const TELLING: ReadonlySet<string> = new Set(['tell', 'inform', 'advise', 'warn', 'remind', 'assure', 'notify', 'brief', 'persuade', 'convince']);

/** Verbs with two objects: the receiver stands first, and becomes the subject of their passive. */
export const GIVING: ReadonlySet<string> = new Set([
  'give', 'award', 'offer', 'grant', 'pay', 'send', 'hand', 'lend', 'show', 'deny', 'teach', 'promise', 'refuse', 'allow', 'owe', 'serve', 'allocate',
]);

/** Verbs that open somebody's words or thoughts: what follows in brackets of commas gives the sentence's speaker, not its fact. */
export const SAYING: ReadonlySet<string> = new Set([
  'say', 'tell', 'claim', 'allege', 'report', 'state', 'argue', 'insist', 'warn', 'admit', 'confirm', 'deny', 'announce', 'suggest', 'add',
  'explain', 'note', 'believe', 'think', 'maintain', 'assert', 'accuse', 'reveal', 'conclude', 'find', 'write', 'describe', 'recall',
]);

/** Verbs that turn over the verb they govern: "failed to inform" is "did not inform". */
export const NEGATIVE_CONTROL: ReadonlySet<string> = new Set(['fail', 'refuse', 'decline', 'cease', 'neglect', 'omit', 'forget']);

/** Verbs that leave open whether the verb they govern came true. */
export const UNREALISED_CONTROL: ReadonlySet<string> = new Set([
  'try', 'want', 'attempt', 'hope', 'plan', 'intend', 'expect', 'threaten', 'agree', 'offer', 'promise', 'need', 'seem', 'appear', 'wish', 'seek', 'propose', 'order', 'ask', 'urge', 'tell', 'advise', 'require', 'allow', 'suppose',
]);
