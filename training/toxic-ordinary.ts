/**
 * Words that raters marked as toxic in angry comments, and that a police department, a newspaper or a neighbour uses
 * every day: crimes, deaths, peoples and faiths, names, places. They raise nothing by themselves; where they threaten
 * or malign, the detectors of violence and bias see it from the words around.
 */
export const ordinaryWords = new Set(
  `
  the a an and or of to is are was were be in on at for with that this it he she they them his her their your you i we
  kill kills killed killing killer killers murder murders murdered murdering dead death die dies shoot shoots shooting shot
  shooter bomb bombs bombing gun guns bullet knife stab stabs stabbed punch punched kick kicked kicking beat beating burn
  burned hang hanged hanging execute executed execution massacre genocide torture rape raped raping rapes abuse abused
  abuser assault molest molesters sex sexual sexually oral anal genitals naked nude lap lust sexy organ reproduce
  violent violence threats threatening terror terrorism terrorists terrorist extremist extremists isis kkk gang gangs
  mafia drug drugs heroin cocaine marijuana crack drunk drunken drinking potheads robbed robbing robbery steal stealing
  stolen theft thief thieves thieving felon felons offender offenders convicted criminal criminals crime crimes accused
  predator predators rapist rapists pedophile pedophiles pedophilia murderer murderers wrongful unarmed officer police
  cop cops popo victim prison jail penalty punishment hired firing fired scam scams fraud corruption smuggler
  black blacks white whites brown african latino mexican mexicans indian indigenous asian chinese english french iranian
  syrians egypt cuban canadian québec alaskans american americans negro negroes jew jews jewish muslim muslims islam
  islamic islamist catholic catholics christian christians evangelicals mormon church pope priest priests bishops francis
  gay gays homosexual homosexuals homosexuality lesbian lesbians bisexual trans transgender transgenders tranny butch
  woman women women's girl girls man men male males daughters mother refugees immigrants illegals supremacist supremacists
  mentally mental ill illness disorder syndrome disabled mute midgets autistic derangement skinned
  liberal liberals conservative conservatives republican republicans democrat democrats leftists lefties socialist
  socialists socialism marxist communist nazi nazis neo antifa partisans loyalists trump trump's donald donald's obama
  clinton hillary trudeau putin putin's mcconnell pruitt kennedy matthews carey cohn glenn jt wing potus president king
  bureaucrats politicians politician contributors messenger boards universities parish provinces las vegas park park's
  orangemen ku lucifer satan devil patriot pirates pedestrian trappers egg slugs culo attracted cdn rrsp 211 lavender
  stronger hat orange rock holy folks benefit division tolerated rookie handlers damaged neck skull puppy tricky
  malaria bolt phrase vanity considers lenient en rampant sons blatantly terribly untrustworthy giant cave complex
  hooked tearing shine ridicule backing style pieces insecure taste jealous profound paint dam behaviour winner bite
  minded faced loose sack potato groups sore teacher finish questionable soul advocate included spirited disappointed
  mentioned hurricane gosh accountable english skin d k f un en 3rd decent cares study reach address interview flies
  kiss classic boot belong grabbing threatening prepared stuck iq unstable failure lenient slap thin nuts women's
  superiority subverted misadventure treacherous detest summarily licking licks stabs bland dumped masse pushing brazen
  warped ding ck s sh ass's youre american's grasp cheat cheating curse sheep balls dirty duck messenger purge
  lenient insignificant horrific immature deficient untrue parenthood yada pfd buddies atrocities dictatorship treason
  sympathizer monster monsters koolaid crock abused castrate irrational pathological utterly pieces piece burn cult
  witch bald genitals cow brats dump dumper dumpster holes hang spew jobs impostor freakin luck
  islamaphobe xenophobic homophobic superiority malignant tyrant miserable gross heartless demeaning distasteful
  nauseating wretched terrible horrible bloody dictator bully bullies torture disgusted drugs dying rampant shit's
  weak fat sick crazy insane kick hate hated hating hateful evil lying lies lie untruth truth false fake wrong bad
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
)
