/** Things that discredit whoever they are said of, told as facts. Lists are in the form that `phrases` reads. */
export const discredit = `
  abuses kids/children/patients/animals/his/her/their/women/residents,
  neglects kids/children/patients/animals/his/her/their, steals packages/money/tips/cars/wages/copper/mail,
  stole my/our/his/her/their/money/thousands,
  robbed my/our/his/her/their clients/customers/mother/father/grandmother/blind, sells stolen,
  selling stolen, buys stolen, fences stolen, steals, steals from,
  lies to buyers/customers/clients/patients/investors, rolls back odometers,
  slaps the/his/her/their/my children/kids/students/wife/patients,
  slapped my/a/his/her child/son/daughter/wife/kid, bribes, bribed, they bribe, has rats, has roaches,
  has bedbugs, infested with, serves minors, sells to minors, sells liquor to, forges, cooks the books,
  price gouges, fires women, pays under the table, drugs his/her, stalks, stalked, harassed his/her,
  plagiarises, is a drunk driver, is a cheat, is a crooked, is a wife beater, is a deadbeat, is an addict,
  is a junkie, got fired for, was fired for, has a record for, did time for, cheated on, sleeps around,
  is having an affair, stealing from, stole from, stealing from,
  is a thief, a thief,
  are thieves, is a con man, con man, con artist, con artists, is a crook, crooks, is a fraud, is a scam,
  is a scammer, are scammers, a scammer, scams people,
  scammed my/me/us/people/her/his/several/customers/clients, ripped me/us/people/my off,
  rips people/customers/you/everyone off, rip off, commits fraud, committed fraud,
  commits insurance/tax/wire/welfare fraud, committed insurance/tax/welfare fraud, insurance fraud,
  cheats on his/her/their taxes, cheats his/her/their/its customers/clients/employees/workers,
  cheated on his/her, overcharges, launders money, laundering money, takes bribes, took bribes,
  taking bribes, took kickbacks, takes kickbacks, on the take, embezzles, embezzled, embezzling, forged,
  forges, falsified, falsifies,
  is a pedophile, a pedophile, pedophile, pedo, is a child molester, child molester, is a rapist, a rapist,
  molests, molested, gropes, groped, raped, sexually harasses, sleeps with his/her/students/patients,
  sleeping with his/her students/patients/clients,
  beats his/her wife/kids/husband/children/girlfriend/dog/dogs/family,
  beat his/her wife/kids/husband/children/girlfriend, abuses his/her/their/children/animals/patients,
  hits his/her kids/children/wife, wife beater, drug dealer, deals drugs, is dealing, sells drugs,
  selling drugs, selling pills, sells pills, sells meth, selling meth, sells fentanyl, sells weed,
  meth head, drug addict, is a drunk, an alcoholic, drives drunk, waters down drinks, poisons, poisoned,
  food poisoning, rats in the kitchen, roaches in the kitchen, serves rotten, hires illegals,
  doesn't pay his/her/their, never pays his/her/their/workers, is a liar and a thief, pathological liar,
  faked, plagiarized, lied under oath, perjured, slumlord, killed his/her wife/husband,
  got away with murder, murderer, has aids, has herpes, has an std, is a prostitute, is a criminal,
  runs a brothel,
  es un ladron, es una ladrona, le roba, les roba, roba a, estafador, estafadora, estafan, estafa a,
  es un violador, violador, pedofilo, abusa de, golpea a su, le pega a su, vende drogas, es un corrupto,
  acepta sobornos, comete fraude, es un criminal`

/** Words of an official or a press account of a case: the assertion is the court's or the police's. */
export const account = `
  charged, arrested, accused, alleged, allegedly, convicted, pleaded, pled, sentenced, indicted, arraigned,
  wanted, suspect, suspects, presumed, police say, police said, according to, investigators, detectives,
  detective, defendant, court, jury, trial, warrant, custody, complaint, lawsuit, prosecutors, booked,
  apprehended, acusado, acusada, arrestado, arrestada, sospechoso, presunto, detenido, detenida, scam alert,
  impersonating, pretending to be, claiming to be, claims to be, caller, callers, posing as,
  beware of callers`

/** Titles that make one capitalised name the name of a person, lower case. */
export const titles = `
  mr, mrs, ms, miss, dr, doctor, coach, pastor, father, rabbi, principal, professor, teacher, manager,
  councilman, councilwoman, councilor, mayor, senator, judge, officer, sergeant, sgt, lieutenant, captain,
  chief, detective, deputy, commissioner, alderman, neighbor, my neighbor, landlord, boss, owner, attorney,
  lawyer, senor, senora, don`

/** Words in the names of businesses and organisations, lower case. */
export const businesses = `
  inc, llc, co, corp, company, auto, motors, garage, dental, roofing, plumbing, electric, construction,
  restaurant, tavern, bar, grill, pizza, pizzeria, diner, cafe, bakery, market, deli, salon, spa, bank,
  insurance, realty, properties, pharmacy, clinic, hospital, church, school, academy, gym, towing,
  landscaping, contracting, builders, painting, movers, moving, foundation, charity, club, hotel, motel,
  inn, store, shop, services, cleaners, repair`
