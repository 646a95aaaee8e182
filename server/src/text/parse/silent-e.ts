/** Where a verb that lost a silent `e` before -ed or -ing gets it back: "clos-ing" is "close", "visit-ing" is "visit". */

/** Verbs in -e whose stem looks like that of a verb without one, so that no rule on endings can tell. */
const VERBS = new Set(
  `abide accede ache acquire adhere admire adore age align allege ape appetite arrange ascribe aspire assuage assume atone attire
    attribute avenge average backdate backfire bake bare base bathe believe besiege beware bide bike binge bite blame blockade bore
    brake breathe bribe cage cajole care cascade cede challenge change chase chide choke circumscribe cite clone clothe code cohere
    coincide collide combine come commute compare compete compile complete compute concede conclude condole condone confide confine
    connote console conspire constitute consume contravene contribute convene cope costume cremate cringe crusade cure damage dare
    date decide declare decline deem defile define degrade delete demote denote deplete deplore deprive deride describe desire
    despise despite determine dethrone devote dilute dine discipline discourage dispute disrobe dissuade distribute divide divine
    dope dote downgrade drape drone dupe electrocute elope elude emote encourage engage engine enquire ensure envisage erode escape
    estrange evacuate evade evoke examine exchange excite exclude excrete execute exhale exhume exile expedite expire explode
    explore expunge extradite fade fake fare file fine fire flare forage frame fringe fume game gape glare grade gripe grope guide
    handshake hate hide hike hinge hire hone hope ignite ignore image imagine imbibe impale impede impinge implore impute incite
    incline include infringe inhale inquire inscribe inspire institute intercede interchange interfere intervene intone intrude
    invade invite invoke joke judge lathe like line loathe lope lounge lunge machine make manage massage message mine mire misfire
    misquote mistake mortgage name negate note oblige obliterate outline outrage outvote override overrule overwrite package page
    parade parole paste persecute persevere perspire persuade pervade phone pile pillage pine pipe plague plate pledge plunge poke
    pollute postpone prearrange precede prepare prescribe preside presume privilege probe procure profile promote proscribe
    prosecute provide provoke prune purchase quote rage raide rampage range rape ravage realign rearrange recede recite recline
    reconcile reconvene redistribute refine refute rehire relocate rename renege replace repute require reschedule reside restore
    resume retire reunite revenge revere revile revoke rewire rewrite ride ridicule rile ripe robe role rope rote route rule
    sabotage salute salvage scale scare scathe schedule scope score scrape scrounge secede seclude secrete seethe shake shame shape
    share shine siege singe sire skate slide slope smile smoke snare snipe snore soothe spare spoke sponge square squire stage stare
    starve state stoke stone store stride strike stripe strive stroke style subscribe subside substitute supersede supervene swipe
    syringe tackle take tame tape taste teethe telephone tile time tinge tire tithe tone tote trace trade transcribe transpire tube
    tune twine type unclothe undermine underscore unite upgrade urge use vote wade wage wake wane ware waste welcome while wide wine
    wipe wire write writhe zone`
    .trim()
    .split(/\s+/),
);

/** Endings of a stem that ask for `e`: -ate, -ise, -ize, -ve, -ue, -ce, -dge, -rge, -ble, -tle, -ure, -se. */
const ASKS_E =
  /(?:[^aeou]at|[^aeou]iat|[^q]uat|eat(?<=creat)|i[sz]|yz|yst?(?<=ys)|v|[^aeiou]u|[gq]u|c|dg|rg|ulg|[bdgtpfkcz]l|[^aeiou]ur|[aeo]us|[aeo]as|[eiou]s|[nr]s|eas|oos|ais|ois|ps|lg)$/;
/** … and the verbs among those that have none. */
const NO_E =
  /^(?:treat|combat|format|chat|focus|canvas|bias|trac|panic|mimic|traffic|frolic|picnic|rev|disappoint|process|access|occur|concur|recur|incur|censu|gas|bus|plus|caus(?!$)|murmur|spur|blur|stir)$/;

/** The verb of which `stem` is left when -ed or -ing is taken away. */
export function restoreSilentE(stem: string): string {
  const full = `${stem}e`;
  if (VERBS.has(full)) return full;
  if (NO_E.test(stem) || /ss$/.test(stem) || !ASKS_E.test(stem)) return stem;
  return full;
}
