/**
 * English words that ascribe a value rather than a state: the evaluative and emotive descriptors of the grammars (Biber
 * et al. 1999, §7.3) with common members of each group. Words that official bodies use as grades or findings (good,
 * poor, adequate, serious, safe) are left out, for sources do state those.
 */
export const EVALUATIVE: ReadonlySet<string> = new Set(
  `absurd abysmal admirable alarming ambitious amusing appalling astonishing astounding awful awkward baffling banal beautiful
  bewildering bitter bizarre bland bleak bold brave brilliant candid charming chilling clever clumsy commendable compelling
  confusing contemptible convincing courageous crude curious cynical damning daunting dazzling debatable decent deplorable
  depressing desolate despicable difficult disappointing discouraging disgraceful disheartening dismal dismaying dispiriting
  distasteful distressing disturbing doubtful dreadful dreary dubious dull eccentric edifying elegant eloquent embarrassing
  encouraging enlightening entertaining excellent exemplary extraordinary farcical fascinating fatuous feeble fine
  fitting foolish forgivable formidable fortunate frank frightening frustrating fruitful futile generous ghastly glib gloomy
  glorious graceful gratifying great grim grotesque hard harrowing heartbreaking heartening heartless heavy-handed helpful
  heroic hollow honest honourable hopeful hopeless horrible horrific horrifying humane humbling hypocritical ignoble illuminating
  imaginative implausible impressive inane incomprehensible inconceivable indefensible inept inescapable inevitable inexcusable
  inexplicable infuriating insightful inspiring instructive insulting intelligible interesting intolerable intriguing invaluable
  ironic irresponsible judicious lamentable lame laudable laughable lively lovely lucid ludicrous magnificent marvellous masterly
  meagre mean-spirited melancholy memorable miserable misguided monstrous moving muddled mysterious naive nasty neat needless
  nice noble noteworthy notable obvious odd ominous outrageous outstanding overblown painful paltry patchy pathetic peculiar perceptive
  perplexing persuasive perverse petty pitiful plausible pleasant pointless poignant powerful praiseworthy precious predictable
  preposterous puzzling questionable readable reasonable reassuring refreshing regrettable remarkable reprehensible repugnant revealing
  ridiculous risible sad satisfying scandalous scant scathing sensible shabby shaky shallow shameful shocking shoddy shrewd sickening
  silly simplistic sinister sloppy smug sobering sombre sorry splendid squalid staggering startling strange striking stupid
  sublime subtle superb superficial surprising tasteless tedious telling tempting terrible terrific thankless thoughtful thoughtless
  thrilling timely tiresome touching tragic tremendous trite troubling ugly unacceptable uncomfortable unconvincing undeniable
  understandable unedifying unenviable unfair unforgivable unfortunate unhappy unhealthy unimaginable unimpressive uninspiring
  unpersuasive unpleasant unremarkable unsatisfying unseemly unsettling unsurprising unthinkable unwelcome unwise upsetting   useless vacuous vague valuable vile vivid vulgar wearisome welcome wise woeful wonderful worrying worthless worthwhile worthy
  wretched disgrace farce indictment masterpiece mess mockery nonsense outrage pity shambles shame travesty waste`
    .trim()
    .split(/\s+/),
);
