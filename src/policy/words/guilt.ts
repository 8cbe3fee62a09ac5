/** Words that call somebody an offender. Said of a suspect before a verdict they state guilt. */
export const offenders = `
killer, perpetrator, perpetrators, guilty party, wrongdoer, sexual assaulter, evildoer, peddler, drug runner,
jewel thief, identity thief, serial rapist, serial burglar, rapper killer, mass shooter, mass murderer,
con woman, home invader, home invaders, animal abuser, dog abuser, child killer, baby killer, wife killer,
snatcher, thug, cop killer, serial killer, murderer, murderess, murderers, killers, rapist, rapists, robber,
robbers, bank robber, armed robber, burglar, burglars, thief, thieves, car thief, car thieves, crook, crooks,
arsonist, arsonists, firebug, molester, molesters, child molester, child abuser, pedophile, pedophiles, pedo,
pedos, paedophile, predator, predators, sexual predator, pervert, perverts, perv, groomer, stalker,
peeping tom, flasher, groper, kidnapper, kidnappers, abductor, carjacker, carjackers, mugger, muggers,
looter, looters, vandal, vandals, tagger, swindler, swindlers, fraudster, scammer, scammers, con man,
con artist, conman, scam artist, grifter, embezzler, trafficker, traffickers, human trafficker,
drug trafficker, dealer, dealers, drug dealer, drug dealers, dope dealer, dope dealers, fentanyl dealer,
crack dealer, pusher, pushers, drug pusher, drug pushers, meth cook, meth cooker, gangbanger, gangbangers,
gang banger, purse snatcher, pickpocket, porch pirate, porch pirates, package thief, shoplifter, wife beater,
wife-beater, woman beater, child beater, abuser, batterer, drunk driver, hitman, hit man, criminal,
criminals, bad guy, bad guys, baddie, perp, perps, gunrunner, gun runner, poisoner, strangler, slasher,
ringleader, kingpin, drug lord, bomber, terrorist, bandit, bandits, swatter, hijacker, butcher, pimp,
prowler, intruder, doer, culprit, culprits`

/** Weaker labels: the news uses them for people not yet named, so they need the author's own "we got". */
export const roles = `
shooter, shooters, gunman, gunmen, attacker, attackers, assailant, assailants, triggerman, getaway driver,
driver`

export const insults = `
scumbag, scumbags, dirtbag, dirtbags, monster, monsters, animal, animals, creep, creeps, punk, punks, thug,
thugs, lowlife, lowlifes, low life, pos, piece of shit, piece of trash, piece of garbage, piece of crap,
piece of filth, piece of work, bastard, bastards, asshole, assholes, sob, son of a bitch, sons of bitches,
loser, losers, idiot, idiots, moron, morons, coward, cowards, psycho, psychos, psychopath, sicko, sickos,
degenerate, degenerates, savage, savages, filth, scum, crackhead, junkie, tweaker, skell, mope, mutt,
knucklehead, clown, clowns, maggot, goon, goons, hoodlum, hoodlums, delinquent, weirdo, jerk, turd,
sleazebag, sleaze, slimeball, cockroach, dumbass, jackass, jackwagon, parasite, deadbeat, dipshit,
scum of the earth, waste of space, waste of oxygen, waste of life, bozo, hooligan, hooligans, ghoul, fiend,
brute`

export const persons = `
guy, guys, man, men, woman, women, dude, dudes, kid, kids, person, people, girl, boy, boys, lady, fella,
individual, couple, brothers, pair, duo, trio, crew, teen, teens, teenager, one, ones, two, three, four,
group, gang, driver, fellow, male, female, boyfriend, fugitive, inmate, escapee, husband, wife, uncle,
father, stepfather, mother, neighbor, teacher, coach, perp, suspect`

/** What somebody did, when it is a crime. */
export const crimes = `
did the shooting, did the killing, did the robbery, did the stabbing, did the murder, did the murders,
did the burglary, did the break-in, did the break in, sold the, stealing from, meant to kill,
intended to kill, planned to kill, was dealing, was selling, killed, murdered, raped, robbed, stole, shot,
stabbed, strangled, beat, molested, abused, assaulted, attacked, kidnapped, abducted, burglarized, burgled,
broke into, broke in, breaking into, been breaking, breaking in, robbing, stealing, killing, torched,
burned down, set fire, set the fire, set that fire, set it on fire, scammed, swindled, defrauded, embezzled,
mugged, carjacked, executed, poisoned, drowned, suffocated, smothered, ran over, ran down, mowed down,
ran her over, ran him over, trafficked, vandalized, vandalised, trashed, spray painted, slashed, snatched,
groped, fondled, did this, did it, did that, did these, pulled the trigger, terrorized, terrorised, tortured,
choked, slaughtered, butchered, gunned down, peeping, lit the fire, lit the match, started the fire,
took the bribe, conned, ripped off, cheated, committed, shoplifted, sold drugs, sold fentanyl, sold heroin,
dealt drugs, sells drugs, selling drugs, selling poison, dealing drugs, selling fentanyl, preyed on,
preying on, hurt, harmed, bludgeoned, dismembered, exposed himself, snatched up, kicked in, smashed, jacked,
held up, fired, planted, forged, hit and ran, took a life, took her life, took his life, stalked, extorted,
bombed, hijacked, looted, battered, planned it, plotted, ordered the hit, broke her, broke his, been hitting,
been stealing`

export const caught = `
got, caught, nabbed, busted, nailed, bagged, collared, cuffed, locked up, hooked up, took down, taken down,
put away, snagged, popped, pinched, apprehended, captured, arrested, picked up, tracked down, ran down,
hauled in, hauled off, brought in, jailed, locked away, rounded up, scooped up, grabbed, grabbing, catching,
busting, collaring, cuffing, snagging, tracking down, taking down, locking up, bringing in, apprehending,
capturing, hunted down, removed, removing, stopped, slapped cuffs on, have, catch, found, catches, arrest,
arresting, nailing, nabbing, nab, lock up, booked, put`

/** Where an arrestee is said to be. */
export const held = `
caught, arrested, nabbed, busted, captured, apprehended, in custody, behind bars, off the street,
off the streets, off our streets, off our street, off your streets, off the road, off the roads, locked up,
locked away, in jail, in cuffs, in handcuffs, in a cell, in cell, under arrest, put away, in bracelets,
in lockup, in our lockup, in our cell, in our cells, in the slammer, in the can, in our jail, in our custody,
in our holding cell, in a holding cell, in our hands, downtown tonight, sits in our, sits in a,
sleeps in our, sleeping in our, in chains, taken down, where he belongs, where she belongs,
where they belong, collared, nailed, bagged, cuffed, jailed, rotting, toast, going away`

/** Words that speak of guilt itself. */
export const verdictWords = `
guilty, guilt, innocent, innocence, culpable, culpables, inocente, inocentes, framed, railroaded, falsely accused, wrongly accused, wrongfully accused,
wrongly arrested, wrongfully arrested, set up, wrong guy, wrong man, wrong woman, wrong person, wrong kid,
wrong one, wrong suspect, wrong people, wrong boy, wrong girl, a mistake, real killer, real shooter,
real thief, real rapist, real burglar, real robber, never hurt, never touched, never laid, nothing wrong,
no killer, no murderer, no thief, no rapist, no criminal, not the killer, not the shooter, not a killer,
not a murderer, not a thief, not a rapist, not a criminal, not the thief, not the one`

export const didIt = `
did it, did this, did that, done it, done this, did these, did them, did all, did every, committed,
did molest, did rape, did kill, did murder, did rob, did steal, did shoot, did do it, did stab, do it, kill,
murder, steal, rape, rob, shoot`

/** Sayings about an arrest or a confession that amount to "he did it". */
export const sayings = `
our guy, our man, our shooter, our killer, our girl, our woman, our perp, our burglar, our thief, our robber,
our rapist, our arsonist, right guy, right man, got him, got her, got them, got em, gotcha, nailed him,
nailed her, busted him, caught him, caught her, caught them, nabbed him, bagged him, case closed,
case solved, mystery solved, red handed, in the act, dead to rights, confessed, confession, admitted, fessed up,
open and shut, slam dunk, it was him, it was her, it was them, it's him, it's her, alleged, allegedly,
evidence, proves, dna, lie, lies, video shows, tape shows, footage shows, responsible, behind it,
behind this, behind the, behind these, behind all`

export const sure = `
no doubt, without a doubt, trust me, believe me, everyone knows, everybody knows, we all know, we know,
i know, you know, i am sure, i'm sure, i am certain, i'm certain, i'm positive, make no mistake, obviously,
clearly, i'm telling you, i can tell you, i would bet, i'd bet, bet my, for a fact, i guarantee, turns out,
period, nobody else, prove, proves, proved, proof, shows, solved it, end of story, plain and simple, everyone in,
everybody in, who did it, no way, our guy, our man, open and shut, case closed, red handed, mark my words,
dead to rights, nothing alleged, alleged my`

/** What shows that the talk is of a crime and not of a game, a film or a cake. */
export const crimeTalk = `
kill, rape, rob, steal, on fire, arrest, arrested, arrests, suspect, suspects, victim, victims, custody, jail, prison, court, judge, jury,
lawyer, attorney, charge, charges, charged, murder, murders, homicide, robbery, burglary, larceny, evidence,
dna, confessed, confession, cell, cuffs, handcuffs, bars, mugshot, crime, crimes, criminal, booked, lockup,
prosecutor, trial, shooting, stabbing, rape, assault, perp, gun, knife, drugs, fentanyl, heroin, blood, body,
prints, fingerprints, alibi, interview room, teens, strangled, poisoned, burglarized, embezzled, kidnapped,
torched, bribe, hit and run, drunk driving, manslaughter, arrestamos, arrestado, arrestaron, carcel, juez, tribunal, mato, asesino, acusado, abused, molest, vandalism, theft, stolen,
shoplifting, convict, bail, bond, station, precinct, accused, defendant, guilt, innocent, video, tape,
cameras, camera, witness, witnesses, killed, raped, murdered, robbed, stabbed, molested, stole, scumbag,
monster, killer, thief, rapist, interrogation, in the box, warrant, lie, lying, guilty, shot, verdict`

/** What shows a game, a film, a stage or a pun. */
export const play = `
spoiler, spoilers, grisham, whodunit, mystery novel, plot twist, lasagna, cookies, dessert, recipe, calories, diet,
celtics, knicks, lakers, yankees, red sox, mets, patriots, giants, overtime, halftime, foul, free throw, inning,
deer, buck, turkey season, hunting, fishing, stole my heart, stole the show, stole my lunch, raincoat,
game, season, playoffs, movie, film, episode, netflix, song, album, novel, character, podcast, touchdown,
goal, stage, dance, dance floor, concert, playoff, quarterback, referee, ref, umpire, league, chess, costume,
cookie, cookies, donut, donuts, cake, pizza, dessert, chocolate, pleasure, pleasures, conscience, band,
karaoke, recipe, workout, marathon, crossword, monopoly, softball, basketball, baseball, football, soccer,
hockey, golf, pitcher, homer, home run, dunk, puppy, kitten, dog, cat, squirrel, raccoon, bear, actor,
comedian, comedy, talent show, video game, board game, thriller, tv show, series, cluedo, clue,
mystery dinner, birds, birthday, diet, gym, vacation, nap, coffee, snack, cupcake, cupcakes, brownies,
tiktok, joke, trivia, lego, halloween`
