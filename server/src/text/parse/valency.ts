/** What a verb asks of its arguments, where it decides who is who. General English, closed by meaning, not grown from texts. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs whose person-object is the one told: "told the inquiry that …". */
export const TELLING: ReadonlySet<string> = words('tell inform advise warn remind assure notify brief persuade convince');

/** Verbs with two objects: the receiver stands first, and becomes the subject of their passive. */
export const GIVING: ReadonlySet<string> = words(
  'give award offer grant pay send hand lend show deny teach promise refuse allow owe serve allocate',
);

/** Verbs that turn over the verb they govern: "failed to inform" is "did not inform". */
export const NEGATIVE_CONTROL: ReadonlySet<string> = words('fail refuse decline cease neglect omit forget');

/** Verbs that tell that the verb they govern came about: "managed to escape". */
export const REALISED_CONTROL: ReadonlySet<string> = words(
  'manage begin start continue go come happen help force cause make let get prove use stop keep see hear find',
);
