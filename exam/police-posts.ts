/**
 * What police departments, their members and neighbours post every day: our own words, made up, no breach in any.
 * Kinds that detectors stumble on are here in number: charges, convictions, weapons, deaths, appeals, games.
 */
export const ordinaryPosts: readonly string[] = `
A 34-year-old man was arrested Tuesday night and charged with assault in the second degree. He is due in court Friday.
Officers arrested two people on Maple Avenue after a traffic stop led to the recovery of a stolen handgun.
A woman has been charged with larceny after packages were taken from several porches on Cedar Street.
Detectives have charged a 22-year-old in connection with the March shooting on Grove Street. All suspects are presumed innocent until proven guilty in court.
The suspect allegedly stabbed the victim during an argument outside a bar. He is being held on a $250,000 bond.
Police allege that the man drove to the bank, handed over a note and left with cash.
Three teenagers face charges in the theft of a car from the Elm Street garage.
A jury convicted the defendant of manslaughter on Thursday after two days of deliberation.
He was found guilty of robbery in the first degree and will be sentenced in June.
A judge sentenced the former bookkeeper to four years for embezzling from the library fund.
The man who killed a store clerk in 2014 was sentenced today to 45 years in prison.
She pleaded guilty to driving under the influence and was given probation.
A federal court sentenced the leader of a drug ring to twelve years behind bars.
The appeals court upheld the conviction of a man found guilty of killing his neighbor.
Charges against the driver were dropped after the state's attorney reviewed the video.
The defendant was found not guilty by a jury this morning. The case is closed.
Arrest warrant served: a 41-year-old man is accused of violating a protective order.
Our narcotics unit seized heroin, crack cocaine, a rifle and $12,000 in cash on Wednesday.
Officers recovered a loaded pistol and a knife from the vehicle. The driver was taken into custody.
Gun turned in at last weekend's buyback: 84 handguns, 31 long guns. Thank you for taking part.
One person was shot and killed on Park Street last night. The investigation is active.
Two men were shot in the parking lot early Sunday. Both are in stable condition.
Police are investigating a fatal stabbing on Franklin Avenue. A person of interest has been identified.
A pedestrian was struck and killed on Route 10. The driver stayed at the scene.
The victim of Friday's crash has died. Our thoughts are with the family.
Human remains found near the river are being examined by the medical examiner.
Detectives are looking into a sexual assault reported near campus. Anyone with information is asked to call.
A teacher was arrested on charges of possessing child pornography after a tip from a national center.
An officer was kicked and punched during an arrest on Main Street. She was treated and released.
The man threatened to kill staff at the clinic, according to the arrest report.
A caller told dispatch that someone had a bomb. The building was searched and nothing was found.
Officers used a Taser after the man charged at them with a machete. Nobody was hurt.
The suspect fled on foot and was found hiding in a dumpster behind the store.
A burglary crew smashed the window of a jewelry store overnight. We are reviewing video.
Somebody set fire to a dumpster behind the school. Call the fire marshal if you saw anything.
Hate-motivated graffiti was found at a synagogue this morning. Hate has no home in our city.
We are investigating racist flyers left on cars downtown. This conduct is being treated as a possible hate crime.
Wanted: this man is being sought in a bank robbery on Silver Lane. Do not approach him. Call 911.
Do you recognize this woman? She is wanted for questioning about a stolen credit card.
Can you identify the driver of this white van? He left the scene of a crash on Whitney Avenue.
Missing: 14-year-old boy, last seen near the middle school in a red hoodie. Please call us.
UPDATE: the missing woman has been found safe. Thank you for sharing.
Silver Alert issued for an 82-year-old man with dementia, last seen walking a small dog.
If you saw the crash at Main and Third on Saturday, call the traffic unit at extension 12.
Tips can be left anonymously. You may be eligible for a cash reward.
Detectives ask anyone with dash camera video from Boston Avenue between 9 and 10 pm to contact them.
Road closed: Dixwell Avenue between Putnam and Church until 5 pm for a water main break.
Expect delays on I-91 north, exit 8. A tractor trailer has rolled over.
Lane closures tonight on the Moody Bridge from 10 pm to 5 am.
Avoid the area of Fairfield Avenue and Ash Creek. Wires are down.
Detour in place for Sunday's road race. Buses are running on side streets.
The intersection of State and Pearl is shut down while crews clear a gas leak.
Parking ban starts at 8 pm. Cars left on the odd side will be towed.
Snow is coming. Stay off the roads so plows can do their work.
Flood warning: the river is expected to crest at midnight. Never drive through standing water.
Extreme heat today. Cooling centers are open until 8 pm. Check on older neighbors.
Power lines down after the storm. Treat every wire as live. It can kill you.
A tornado watch is in effect until nine. Know where you would shelter.
Wildfire smoke is making the air unhealthy. Keep windows shut.
Shots fired calls on the Fourth are often fireworks, but please report what you hear.
Drunk driving kills. If you drink, hand over the keys.
Speed kills. We clocked a driver at 112 mph on the parkway last night. He was issued a summons.
Buzzed driving is drunk driving. Extra patrols will be out all weekend.
A driver was stopped doing 96 mph in a 40 zone and was arrested for reckless driving.
Texting and driving don't mix. It can wait.
Lock your car, take your keys, hide your valuables.
Never leave your car running at the gas station, not even for a minute.
Scam alert: a caller says that your grandson is in jail and asks for gift cards. Hang up.
We will never call you and demand payment. That is fraud.
If your dog gets loose, call animal control. The shelter is full of lovely dogs.
Pick up after your dog. Bags are free at the park.
Trash and recycling will be collected one day late because of the holiday.
Do not put batteries in the garbage. They start fires in the trucks.
Rats have been seen near the market. Keep the lids on your bins.
Residents may report graffiti, noise and abandoned cars online.
File a report online for lost property, vandalism and theft under $500.
Crime map for May: burglaries are down 12 percent, car thefts are up 4 percent.
Last month we took 3,112 calls, made 204 arrests and seized 17 guns.
Body cameras are now worn by every patrol officer.
Our new policy on chokeholds takes effect on Monday. Read it on our page.
Coffee with a Cop this Saturday at nine at the diner on Main. Come and say hello.
Trunk or treat is back! Costumes, candy, and a clown who makes balloon animals.
National Night Out: hot dogs, face painting, the K9 team and a dunk tank.
Join us at the jerk chicken cook-off for the Police Athletic League.
Shop with a Cop paired 40 children with officers today. Smiles all around.
Our motor unit led the St. Patrick's parade. What a great crowd.
Congratulations to the 24 recruits who graduated from the academy today.
Congratulations to Sergeant Bell on her promotion. Well earned.
Happy retirement to Detective Fox after 31 years. We will miss you.
Welcome to our newest K9, Rex. He can smell trouble from a mile away.
We remember Officer Alvarez, killed in the line of duty on this day in 1989.
End of watch: we mourn the death of a brother officer from a neighboring town. Rest easy, we have the watch.
Flags are at half staff in memory of those murdered on September 11.
On Holocaust Remembrance Day we honor the six million Jews who were murdered.
Happy Pride from all of us. Everyone is safe and welcome here.
Wishing a blessed Ramadan to our Muslim neighbors.
Black History Month: today we honor the first Black lieutenant of our department.
Our Spanish class for officers begins in May. Gracias to our volunteers.
A free self-defense class for women is offered on Tuesday evenings.
Deaf and hard of hearing residents can now text 911.
Officers learned how to speak with autistic children at today's training.
Active shooter training at the high school today. You may hear blanks. This is a drill.
Range day for the tactical team. Safety first, eyes and ears on.
Remember: run, hide, fight. Learn it with your family.
Our firing range will be closed for lead cleaning.
The bomb squad destroyed old fireworks in a controlled explosion.
Carbon monoxide can kill. Test your alarms tonight.
Fentanyl kills. Naloxone is free at the front desk.
Suicide hotline: call or text 988. You are not alone.
Domestic violence advocates are here day and night. You do not deserve to be hit.
Nobody deserves to be beaten by somebody they love. Help is available.
If someone threatens to hurt you, call 911 at once.
Bullying hurts. Tell a teacher, a parent, an officer.
Never shake a baby. Put the child down in a safe place and step away.
Kids drown in seconds. Watch them around water.
Hit by hail? Take photos for your insurance.
Our basketball team beat the firefighters 64 to 61. What a game!
The kids crushed us at dodgeball. Rematch next year!
Killer serve from Lieutenant Chen at the charity volleyball match.
Blood drive today. Roll up your sleeves and save a life.
Thanks to the neighbor who brought cookies to the night shift. You made our week.
This little guy was stuck in a storm drain. Officer Bell got him out. #duckling
Officers helped deliver a baby girl on the shoulder of Route 8 this morning.
Lost wallet turned in with all the cash inside. Honest people live here.
Found: a ring of keys on Center Street. Claim it at the front desk.
We are hiring dispatchers. Apply by March 3.
The written exam for police officer will be held on April 9. No experience needed.
Citizens police academy: ten weeks, ride-alongs, forensics, a visit to the range.
Body found in car identified; no foul play is suspected.
The state's attorney has cleared the officer in last year's fatal shooting. The report is public.
A lawsuit against the city over the 2017 arrest was settled, the mayor's office said.
The man shot by police in May has filed a complaint. An outside agency is reviewing it.
Press conference at 2 pm on the homicide on Wall Street.
Correction: an earlier post gave the wrong street. The robbery was on Pine, not Vine.
Arson suspected in the fire that destroyed three row houses. Two firefighters were hurt.
Suspect in custody after a four-hour standoff. Nobody was injured.
A juvenile was referred to court for making threats against a school.
Police and the FBI are looking for two men in the killing of a taxi driver.
Five people were indicted for running guns from Georgia.
He was released on a promise to appear. The case is pending in Superior Court.
A former coach was sentenced to nine years for abusing a student.
Two convicted of murder had their sentences cut by the board of pardons.
A cold case from 1991 ended with a guilty verdict today. The family thanked detectives.
Prosecutors said the defendant shot the man twice. The defense says that he acted to save himself.
Police responded to a fight at the mall. Six people were removed, none arrested.
We know this week was hard. Peaceful protest is a right, and we will protect it.
A protest is planned downtown at noon. Expect traffic delays.
Drivers, slow down in school zones. Our crossing guards thank you.
Motorcyclists: wear a helmet. Drivers: look twice.
A deer was hit on Ridge Road. Dusk is when they move.
Bear seen on Hill Street. Take in bird feeders and do not feed it.
Coyotes do not usually attack people, but keep cats indoors.
Lovely morning for a run before roll call. The sunrise over the reservoir was something.
First day back from vacation and the inbox is full. Coffee, please.
My daughter scored two goals today. Proud dad.
Black coffee, a good book and a rainy day off. Perfect.
Grilled ribs, cold drinks and the whole family in the yard. Happy Fourth.
Anyone know a good plumber? Ours has retired.
Finally finished the fence. My back is killing me.
Great movie last night, the twist at the end blew me away.
Our softball team got killed 14 to 2, but the pizza was great.
I would kill for a slice from the old place on Wooster Street.
New puppy at home. Nobody told me how often they pee.
Thank you to the nurses at the hospital. You saved my father.
Praying for everyone in the path of the hurricane.
Proud to serve this city and the people who live in it.
The people of this town never cease to amaze me. So much kindness this week.
`
  .trim()
  .split('\n')

/** Statements that somebody is guilty, or innocent, as personal assertion: `speech.guilt` should be raised. */
export const guiltStatements: readonly string[] = `
He's guilty, lock him up.
We got the killer.
Caught the guy who did it. Case solved.
This is the man who murdered that poor girl.
She did it, no question about it.
Everybody knows he did it.
Guilty as sin, and the jury will see it.
He is guilty as hell.
The suspect is guilty, plain and simple.
We arrested the murderer last night.
We finally caught the rapist.
The robber is off the streets thanks to our detectives.
Got the thief who has been stealing your packages.
We nabbed the burglar who broke into all those homes.
The shooter is in custody, sleep well.
That dirtbag killed her and he will pay for it.
He murdered that clerk in cold blood.
This guy raped a woman and now wants bail.
No doubt he's the one who pulled the trigger.
He totally did it, I saw the evidence.
We have the right man. He did it.
The guy we arrested is a killer.
The kid they arrested is definitely the shooter.
I know he's guilty, I was there when we cuffed him.
She's guilty, her story makes no sense.
They're all guilty.
The driver we arrested killed that family.
The man in this mugshot beat an old lady and took her purse.
Meet the creep who abused those children.
Meet the arsonist who burned down the mill.
Say hello to the car thief we caught last night.
This is what a drug dealer looks like. Arrested today.
Another drug dealer off our streets today.
Another child molester behind bars tonight.
Took a cop killer into custody today.
Thanks to our officers the man responsible for the murder is in jail.
The person responsible for the robberies has been caught.
The culprit has been arrested.
The perpetrator is now in custody after yesterday's stabbing.
He's a murderer and belongs in prison.
He is a thief, and now he's ours.
That woman is a killer, don't let her smile fool you.
He's innocent, they got the wrong guy.
She is innocent and everybody in the squad knows it.
The defendant didn't do it. I worked that case.
There is no way he's innocent.
The guy confessed, he's guilty, end of story.
Guilty! Don't need a trial for this one.
We all know who did it and he's sitting in cell 4.
Smith did it. Trust me.
He shot that kid, period.
This scumbag killed his wife and is pretending to be crazy.
The punk who stole the car is in cuffs.
We locked up the guy who robbed the bank.
The animal who did this has been caught.
Justice is coming, he did what they say he did.
Trial is a waste of time, he killed them both.
The jury should convict, he clearly did it.
Bet on it: the husband is the killer.
Our arrestee stabbed him, it's on video.
He is the one who set that fire.
They caught the monster that murdered those girls.
`
  .trim()
  .split('\n')
