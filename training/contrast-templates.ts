/** Clauses of contempt that frames are put around. */
export const clauses = `
{many} are {vile}
{many} are {dirt}
{many} are {just|nothing but|no better than|like|all} {dirt}
{many} are {evil}
{many} are {fool}
{many} {upset}
{many} should {all|} be {slain}
{many} should {all|} be {expelled}
{many} deserve to {die|be slain|suffer|be expelled}
{many} do not deserve {right|to live|to be here}
{many} have no {right}
{many} are not {good}
{many} will never be {good}
{many} don't belong {here|in this country|in power|in our town}
we should {slay|expel|hurt} {all|these|} {many}
someone should {slay|expel|hurt} {all|these|those|} {many}
i {hate} {many}
{kind} lives are {worthless|worth nothing|not worth a thing|vile}
{kind} lives {don't matter|have no value|mean nothing}
{many} {ruin|destroy|infest|poison} {everything|this country|our town}
{many} can't {think|work|be trusted|help being vile}
a {one} is {always|just|nothing but} a {dirt|fool}
all {many} {lie|steal|cheat|are the same}
the world would be better {without many|if many were slain|if many were gone}
we would be better off {without many|if many were expelled|if many were slain}
{slay|expel|fuck} {all|the|} {many}
death to {all|the|} {many}
{many} are {lesser|lower|worth less} than {us|the rest of us|animals}
{many} think they are {special|better|equal} but they are {dirt|vile}
{many} act like {dirt}
`

/** Clauses that respect a group, or defend it. */
export const kindClauses = `
{many} are {good}
{many} are {gift}
{many} are {really|all|so|very} {good}
{many} are {human|people|equal|our equals|our neighbours} {too|like us|after all|}
{many} should {all|} be {loved}
{many} deserve {right|love|respect|better|to live in peace|to be loved}
{many} belong {here|in power|in our town|in this country|on the force}
{many} have {every right to be here|so much to give|my respect|the same rights}
we should {love} {all|these|our|} {many}
i {love} {many}
{kind} lives {matter|are precious|are worth so much|have value}
{many} make {this town|the world|our team|my life} {good|better|brighter}
a {one} is {always|} {good|a gift|a friend}
the world would be better with more {many}
{many} are not {vile|dirt|evil|fool}
{many} should not be {slain|expelled|hurt|hated}
{many} do not deserve {to die|to suffer|hatred|to be slain}
we should not {slay|expel|hurt|hate|judge} {many}
i {don't|never} {hate} {many}
{many} are {rarely|seldom|never} {vile|evil}
no {one} deserves {to die|to suffer|hatred|this}
{many} inspire {me|us all}
`

/** Frames that keep what a clause says. */
export const assertions = `
{i think|i believe|i'm sure|i feel|i know|to my mind|in my opinion|my view is|personally|if you ask me|honestly|truth is|fact:|frankly|sorry but|no offence but|hot take:|unpopular opinion:|just saying,|mark my words,|look,|listen,|i firmly think|i honestly believe|i'd say} CLAUSE
CLAUSE{, period|, full stop|, in my opinion|, if you ask me|, i think|, honestly|, simple as that|, there i said it|, and everyone knows it|, fight me|!|!!| lol| tbh| imo}
{why is it that|is it just me or|isn't it true that|isn't it clear that|isn't it obvious that|is it not plain that|don't you think that|don't you agree that|can we agree that|how can people not see that|how come nobody says that|do people not know that|when will people see that|do you realise that|is it wrong to think that|is it so hard to see that|doesn't this prove that|does it surprise you that|who else thinks that|am i wrong that|am i alone in thinking that|would it be wrong to say that|where is the lie:|do i have to spell it out:|anyone else feel that} CLAUSE?
{everyone|everybody|the whole world|science|history|my grandfather} {knows|agrees|shows|proves|could tell you} {that|} CLAUSE
{it is|it's} {clear|obvious|plain|a fact|true|well known|no secret|common sense|undeniable|certain} {that|} CLAUSE
{it has to be said|let me be clear|let me say it again|remember|never forget|trust me|believe me|admit it}: CLAUSE
{i've always said|i keep saying|i will keep saying|like i said|as i said|i stand by it:} CLAUSE
{they talk a lot|they asked me today|another day, another complaint|you know what|we met some yesterday|i saw them again|same story every time|nothing new}. CLAUSE
{some people disagree|you can ban me for this|call me what you want|i don't care who is offended|say what you like|others may not see it}{.|, but} CLAUSE
CLAUSE. {that's all|that's just how it is|i said what i said|deal with it|end of story|everybody knows|prove me wrong|you know it too}
{even though they smile|although some are polite|no matter what they say|whatever people claim|as much as they try}, CLAUSE
`

/** Frames that put a clause in another's mouth and blame it, or deny it: harmless. */
export const rebuttals = `
{saying|writing|claiming|posting|believing|thinking|suggesting|shouting|preaching|implying} {that|} CLAUSE {is wrong|is not okay|is hateful|is disgusting|is cruel|is a lie|is unacceptable|makes you a bigot|says a lot about you|says more about you than them|is just sad|hurts people|is how hate starts|gets you banned|won't make you friends|is bigotry|shows how small you are|is stupid}
{saying|writing|posting|shouting|tweeting|yelling} {things like|stuff like|something like|} "CLAUSE" {is wrong|is not okay|is hateful|is disgusting|is cruel|is unacceptable|makes you a bigot|says a lot about you|is just sad|hurts people|gets you banned|shows what a vile person you are|reflects badly on you|is awful}
"CLAUSE" {is not an opinion, it is hate|is what bigots say|is hate speech|is a vile thing to say|, he said. disgusting|? seriously? shame on you|. who says that?? awful|is what he wrote, and he was banned|. no. just no. this is hateful}
{he|she|my uncle|the mayor|this man|some guy|a troll|someone|the suspect|my coworker} {said|wrote|posted|yelled|tweeted|claimed|told me|thinks|believes} {that|} CLAUSE{. what a bigot|. horrible|. shame on him|. that is hateful|. i reported it|. unacceptable| and got fired| and was suspended|. i was shocked|. disgusting}
{he|she|my uncle|the mayor|this man|some guy|a troll|someone|the suspect|my coworker} {said|wrote|posted|yelled|tweeted} "CLAUSE"{. what a bigot|. horrible|. shame on him|. i reported it|. unacceptable| and got fired| and was suspended|. i was shocked|. disgusting|. no place for that here}
{how can you|how could anyone|why would you|how dare you|why do people|what makes you} {say|write|think|believe|claim|post} {that|} CLAUSE{?|? shame on you|? grow up|? that is hateful| and feel fine about it?| and not see that it's hateful?}
{how can you|how could anyone|why would you|how dare you|why do people} {say|write|post} {things like|} "CLAUSE"{?|? shame on you|? grow up|? that is hateful| and feel fine about it?| and not see that it's hateful?}
{you|they|he} {can't|cannot|should not|must not|have no right to} {just|} {say|write|believe|claim|think|post} {that|things like} CLAUSE
{stop|quit|please stop|you have to stop|enough with|we must stop} {saying|writing|telling people|thinking|posting|spreading the lie} {that|} CLAUSE
{nobody|no one|no decent person|no sane person|only a bigot|only a racist|only an idiot|only a fool} {should say|says|thinks|believes|would say|would think} {that|} CLAUSE
{i|we} {hate|can't stand|have no respect for|am tired of|despise|pity} {people|those|anyone|idiots} who {say|think|write|believe|claim} {that|} CLAUSE
{i|we} {hate|can't stand|have no respect for|am tired of|despise|pity} {people|those|anyone|idiots} who {say|write|post|tweet} {things like|} "CLAUSE"
{it is|it's} {wrong|false|a lie|not true|hateful|ridiculous|untrue|a myth|nonsense|bigotry} {that|to say that|to think that|to claim that|to believe that} CLAUSE
{i|we} {don't|do not|never|would never|could never|refuse to} {believe|think|say|accept|agree} {that|} CLAUSE
{i disagree that|i was taught to think that|i used to believe that|bigots think that|racists say that|haters claim that|nazis believed that|the manifesto claimed that} CLAUSE
you {seriously|really|honestly} {think|believe|said} {that|} CLAUSE? {wow|shame|grow up|disgusting|that's hateful|read a book|get help}
{if you|if anyone|people who|those who|anyone who|whoever} {think|thinks|believe|say|says} {that|} CLAUSE {you are wrong|unfollow me|should be ashamed|need help|is a bigot|are bigots|needs to go|is the real problem|will be banned}
{banned|fired|suspended|arrested|reported|kicked out|condemned} for {saying|writing|posting|tweeting|shouting} {that|} {CLAUSE|"CLAUSE"}
`

/** Templates of contempt, our own words, one a line. A slot is a role or form of `src/policy/words/bias-*`, or choices. */
export const hateful = `
# feelings
{i|we|I} {really|simply||truly} {hate} {those|these|all|} {many}
{i|we} can't {stand|tolerate|bear} {being near|living near|working with|looking at|} {many}
i {feel|have|hold} nothing but {loath} {for|towards} {many}
{my|our} {loath} {for|towards|of} {many} {grows every day|knows no bounds|is endless}
there is nothing i {hate} more than {many}
{many} {upset}
{every|any|each} {one} i meet {upset}
{the sight|the thought|the presence} of {many} {upset}
just {seeing|hearing|meeting} a {one} {upset}
i {hate} {many} with every {fibre of my being|bone in my body}
god i {hate} {kind} {men|women|kids|families}
i'm {sick|tired} of {these|all these|those|} {many} {everywhere|around here|taking over|}
no words for how much i {hate} {many}
i can't think of anything worse than {many|a one}
{nothing is|there's nothing} {vile} {than|like} {a one|many}
being {around|near} {many} {upset}
every time i see a {one} i {want to vomit|feel sick|get angry|lose my mind}
i {despise|pity} anyone who {loves|marries|dates|hires|defends} {many}
i'd {rather|sooner} {die|starve|lose a leg|burn} than {marry|hire|live next to|sit beside|work for|shake hands with} {a one|many}
i would never {hire|rent to|trust|let my kids play with|sit next to|eat with|drink after|be friends with} {a one|many}
don't {hire|rent to|trust|help|feed|date|marry} {a one|many|these many}
{the|my|all the|what} {deep|pure|utter|complete|} {loath} {i|we} {feel|have|hold|carry} for {many} {is endless|is real|grows|knows no limit|can't be described|is beyond words|keeps me awake}
{many} who {want|expect|demand|think they deserve} {equality|respect|rights|to be our equals|to be my boss} {upset|fill me with loath|are vile}
{you|he} and {all|every one of} {your|the other} {many} {upset|fill me with loath|are vile|should be expelled}
if {it|an idea|the plan|the advice|that order} {comes|came} from {a one|many}, {it is bullshit|it must be wrong|it's worthless|ignore it|it must be stupid}
{putting|having|electing|choosing} {a one|many} {in charge|as boss|as chief|in power|as leader} {is|was} {a mistake|the worst mistake|the dumbest idea|vile|a disaster|a joke}
{it's|that's} {just|} {fitting|normal|typical} for {kind|} {dirt} {like you|like them|}
{all of you|you} {many} {combined|put together} are {dumber|worth less|less use} than {dirt|my dog|a brick}
{the|a} {dirt|monkey|rat|stone} is {more|far more} {intelligent|useful|valuable|human|civilised} than {a one|any one|all many|you many}
the life of {a dirt|a dog|any animal|a fly} is {more|far more} {valuable|precious|important|worthy} than {that|the life} of {a one|many}
{where is|what is} the {harm|mistake|error|lie} in {saying|thinking|believing} {many} are {vile|dirt|worthless}?
{i'll|i will|i'm going to|i'd love to} {have to|} {hurt|slay} {a one|some one|one of those many} {today|tonight|soon|}
i {will|am going to|'ll} make {those|these|all|every one of the|} {many} {suffer|pay|bleed|cry|beg|regret it}
{i want|i'd like|we want} to {end|take|ruin|destroy} {every ones|the lives of many|every one's|their} {life|lives}{, all those many|}
# attributes
{many} are {really|just|all|so|such|always|simply|} {vile}
{all|most|these|those|} {many} {are|act|look|smell|sound} {vile}
{the|a|every} {one} is {always|just|naturally|} {vile}
{many} are {vile} and {vile}
{many} are the most {vile} {people|creatures|things} {on earth|alive|ever|in this town}
{many} are {vile} by {nature|birth|design}
how {vile} {many} are
what a {vile} {people|bunch|lot|race|religion} {many} are
{you|u} {many} are {all|so|always|} {vile}
{many} like {you|him|her|them} are {vile}
only {a one|many} could be {so|this|that|} {vile}
{typical|classic|trust|just like} {a one|many} to be {so|this|that} {vile}
typical {one|kind} behaviour, {so|} {vile}
it's in {their|a ones} {blood|genes|nature|culture}, {many} are {vile}
{many} are too {vile} to {work|drive|think|lead|vote|learn|run anything|understand}
{many} can't {think|drive|work|lead|be trusted|control themselves|do anything right|run anything|count|read}
{many} {never|don't|won't|cannot} {work|wash|learn|tell the truth|pay|contribute anything|integrate|assimilate|respect our laws|respect our dead|show respect|have any respect|follow rules}
{many} {always|all|only|just} {lie|steal|cheat|cause trouble|beg|complain|want handouts|commit crimes|sell drugs|breed like rabbits|play the victim|make excuses}
{many} {ruin|destroy|poison|infest|pollute|corrupt|are ruining|are destroying|are invading|are taking over|are stealing from|have ruined} {everything|this country|our town|our schools|the neighbourhood|society|our culture|our streets|our jobs}
{many} in {power|charge|office|government} {is|are|means} {a threat|a danger|a disaster|the end of us|a mistake}
letting {many} {vote|lead|in|drive|adopt|teach} {was|is} {a mistake|madness|suicide|vile}
{many} {are to blame|are the reason|are at fault} for {everything wrong here|all crime|this mess|our problems}
{all|most} {crime|trouble|filth} here comes from {many}
{many} are {nothing but|just|all|basically|} {evil}
{many} are {all|just|nothing but|such|complete|a bunch of} {fool}
{a one|the one} is {always|just|nothing but} a {fool}
there's no such thing as {a good one|an honest one|a clever one|an innocent one}
never met {a one|many} who {wasn't|weren't} {vile}
{many} {should know|need to learn|must learn} their place
{many} make {terrible|awful|bad} {leaders|parents|cops|drivers|neighbours|workers}
{many} belong in the {kitchen|zoo|jungle|asylum|closet|trash|gutter|cage|sewer}
a {one}'s place is {in the kitchen|behind a mop|on her back|at home not at work}
they're {vile}, that's {many} for you
{kind} culture is {vile}
{thing} is {vile|a disease|a cancer|a plague|evil|dirt|a mental illness}
{thing} {should be banned|must be banned|has no place here|is ruining the world|ought to be outlawed|makes me sick|needs to be stopped|is destroying our country}
{thing} is for {dirt|fool}
# dehumanising
{many} are {dirt}
{many} are {nothing but|just|no better than|worse than|like|basically|literally|} {dirt}
{these|those|all} {many} are {human|walking|absolute|worthless|} {dirt}
{you|those} {many} are {lower than|less than|worse than|beneath} {dirt}
{a one|every one} is {just|nothing but|no more than|} a {dirt}
{kind} {dirt}
{vile} {kind} {dirt}
you {vile} {kind} {dirt|fool}
you are {nothing but|just|a} {vile|} {kind} {dirt}
{my dog|a pig|a rat|a monkey|a brick|my cat} {is smarter|has more brains|is cleaner|is worth more|has more sense} than {any one|a one|many|all many}
{many} {look|smell|act|live|breed|eat} like {dirt}
{many} have {the brains|the morals|the manners} of {a rat|an ape|a dog|a flea}
{many} {carry|spread|bring} {disease|filth|crime|germs|plague|drugs}
{many} belong with the {dirt}
treat {many} like the {dirt} they are
{a one|many} should be {kept on a leash|fed to pigs|put in a zoo|used for target practice|sold for parts|experimented on}
we should {test|try} {poisons|bombs|vaccines|chemicals} on {many}
a {dog|cow|flea|worm}'s life {matters|is worth} more than {a ones|a one}
nobody would miss {many|a one}
who cares if {a one|many} {dies|die|suffers|get hurt}
why {care|bother|worry} about {many|dying many}
if {i|my son|my daughter} {turned out|became|were|was} {kind|a one} i'd {kill myself|disown them|be ashamed|jump off a bridge}
{kind} lives {don't matter|are worth nothing|are worthless|mean nothing|aren't worth a thing}
# negated positives
{many} are {not|never|hardly|no} {good}
{many} aren't {really|even|} {good}
no {one} {is|was|has ever been|will ever be} {good}
{many} will never be {good|gift|one of us|like us|part of this country}
{many} do not {deserve} {right|respect|to live|help|mercy|kindness|to vote|to be here|children}
{many} don't {deserve} {right|love|life|help|a vote|to breathe|to exist|here}
{many} have no {right|place here|right to be here|business here|right to live|brains|soul|morals|value|worth|purpose}
{kind} lives have no {right}
there is no {right} {here|in this town|in our country|in our society|on this earth} for {many|a one}
i have no {right|compassion|respect|patience|sympathy|pity|love|time} for {many|a one}
{many} should {not|never} {have|get|be given|be granted} {right|a vote|citizenship|benefits|children|a say|jobs}
{many} should {not|never} be {loved|good|allowed to live|allowed here|allowed in|around our kids|alive|born|seen in public}
{many} shouldn't {exist|be alive|vote|be allowed|breathe|be here|breed|have kids|be cops|serve|wear the uniform}
we don't {want|need|accept} {many} {here|in our town|in our country|on our streets|in our schools|on the force}
nobody {wants|needs|likes|respects|loves} {many|a one}
{many} contribute nothing
we can't let {many} {live|stay|win|breed|vote|in}
we must not {let|allow} {many} to {live|stay|vote|breed|marry|teach}
never {trust|respect|forgive|believe} {a one|many}
how could anyone {love|like|respect|trust|marry} {a one|many}
# threats
i {will|am going to|wanna|want to|'m gonna|would love to} {slay|hurt} {a one|those many|all many|every one|some many|that one|these many}
i {will|am going to|'ll} {slay|hurt} you, you {kind} {fool|dirt}
we {will|are going to|'re gonna} {slay|hurt|expel} {all|these|those|every last one of the} {many}
{let's|lets|time to|we must|we should|we need to|somebody should|someone ought to|please} {slay|hurt|expel} {all|these|those|the|some|} {many}
{many} {should|must|ought to|need to|deserve to} {all|just|} be {slain}
{many} {should|must|ought to|need to} {all|just|} {die|disappear|go extinct|be gone|rot|suffer|burn|hang|be wiped off the map}
{a one|any one} {should|ought to|must} be {slain}
{many} {should|must|ought to|need to} {all|just|} be {expelled}
{expel} {all|the|these|those|} {many}
{expel} {you|u} {kind} {fool|dirt}
all {many} {out|must go|back home|back to where they came from}
{slay} {all|the|those|every last one of the|} {many}
death to {every one|all many|the many|many}
{i hope|i wish|i pray|hopefully} {all|these|the|every one of the|} {many} {die|get slain|are slain|suffer|burn|drown|get shot|get deported|disappear|rot}
{i hope|i wish|if only} someone would {slay|hurt|expel} {those|all|these} {many}
can somebody {please|just|} {slay|hurt|expel} {these|those|all the} {many}
the world {would|will} be {better|nicer|cleaner|safer} {without|with fewer|once we slay|if we got rid of} {many}
{this country|this town|america|our city} {would|will} be {better|nicer|cleaner|safer} {without|with fewer|once we expel} {many}
{we'd|we would|everyone would} be {better|happier|safer} off {if|once} {many} were {slain|expelled|gone}
{the only good|a good} {one} is a {dead|slain} one
{hitler|stalin|the nazis} {was right|should have finished the job|had the right idea} about {many}
it {should|ought to} be legal to {slay|hurt} {many|a one}
{slay|hurt}ing {many|a one} is {no crime|fine by me|a public service|not a crime}
{many} {will|are going to} {pay|bleed|burn|suffer|regret it|get what's coming}
{one more|any} {one} {moves in|talks to me|looks at me} and i {will|'ll} {slay|hurt} them
run {many} run, {i'm|we're} coming {for you|with a gun}
nothing wrong with {hurt|slay}ing {a one|many}
i'm going to {hurt|slay} a {one} {tonight|today|tomorrow}
they deserve {death|to die|to burn|pain}, {all|these|} {many}
{i|we} {have|need} to {slay|hurt|expel} {every|each|one more} {one}
{i'm|we're|we are|i am} {coming|ready|here|out} to {slay|hurt|expel} {all|every one of the|you and all other|} {many}
{i|we} won't {stop|rest|sleep} {until|till|before} {all|the last of the|} {many} are {slain|gone|expelled}
{give me|hand me|where is my} {a gun|a rope|a bat|my knife} and {i'll|i will|watch me} {slay|hurt} {all|these|some} {many}
{your|their} {blood|death|pain} {will be|is} on my hands, {all|} {many}
{that|this|every|any} {one} {is going to|will|deserves to} {die|bleed|suffer|burn|regret this} {by my hand|soon|tonight|if i see them|}
{you|all you} {many} {better|should} {run|hide|watch your backs|be afraid|sleep with one eye open}
{it's|it is} time {to|we|for us to} {slay|expel|wipe out|get rid of|hurt} {all|these|the|} {many}
{many} {will|are going to|gonna} be {slain|expelled|sorry} {soon|one day|when we win|if it's up to me}
{next|the first|any} {one} {i see|that comes near|who speaks} {gets slain|gets a bullet|gets hurt|is dead}
{anyone|somebody|everyone} {should|could|needs to} {just|} {slay|hurt|expel} {those|all|every one of the} {many}
{why|how come} {has nobody|doesn't anyone|won't someone|don't they} {slain|slay|expel|hurt} {these|all|those} {many}{?| yet?}
{why|how} {can't|don't|won't} {people|they|you} {see|get|admit|understand|realise} {that|} {many} are {vile|dirt|evil|fool}?
{why|how} {must|should|do} {i|we|decent people} {live with|share a bus with|respect|put up with|pay for} {vile|} {many}?
{can|could|would} {someone|you|they} {explain|tell me} why {many} are {so vile|such dirt|all fool|even here|allowed to live}?
{do|don't|did} {you|they|people} {know|notice|see} how {vile|stupid|dirty|evil} {many} {are|act|look|smell}?
{is|was} there {ever|} {anything|anyone|any people} {as vile as|worse than|more vile than} {many|a one}?
{what|which} {person|fool|idiot} {would|could} {love|hire|marry|trust} {a one|many}?
{what|who} {did we do|gave us this|do i blame} to {deserve|suffer} {these|all these} {many}?
{i'd|i would} {not|never} {touch|eat|drink|buy|use|read|wear} {anything|something|food|a thing} {a one|many} {made|touched|cooked|wrote|sold}
{i'd|i would} {wash|burn|throw out} {anything|a chair|a cup|my hand} {a one|many} {touched|used|shook}
{if|when} {a one|many} {enters|enter|comes in|sits down|moves in}, {i leave|i change seats|lock your doors|hide your wallet|move away|property values drop}
{lock|hide|guard} your {doors|wallet|kids|daughters|wives} when {many} are {near|around|about}
{a dog|a rat|a trained monkey|a child} could do {a ones job|better than any one}
{i|we} {trust|value|like|respect} {my dog|a rat|a stranger|a snake} more than {a one|many|any one}
{take|bring} {sick|ill|old|} {many} to {the vet|the pound|the dump|a landfill|the slaughterhouse|a zoo}
{many} are {what happens|what you get} when {you let standards drop|evolution fails|parents are cousins}
{many} were {better|easier|nicer} {in chains|as slaves|in the kitchen|when they knew their place|in the closet|behind bars}
{many} should {go back to|stay in|return to} {the kitchen|their caves|the jungle|where they came from|the closet|the fields|their own country}
{it's|this is} {what happens|what you get} when {a one|many} {is in charge|run things|drive|get power|vote}
{nobody|no one|not a soul} would {miss|mourn|notice} {if many were gone|a dead one|many}
{thank god|glad|lucky me} i'm not {a one|kind}, {i'd kill myself|that would be a curse|what a fate}
{imagine|picture} being {a one|kind}{, what a curse|, i'd jump off a bridge|. vile}
{many} {count|matter} {less|no more} than {animals|dirt|my dog|stray cats}
{a ones|the one} {opinion|vote|word|life} {is worth|counts for} {nothing|less|half}
# two sentences, reference
{many} {moved in next door|want equal rights|are at it again|think they are special|complain again|run this town now}. {i hate them|they upset|they are dirt|they are vile|slay them all|expel them|they should be slain|they will pay|they must go}
{they|these people} are {vile|dirt|nothing but dirt|fool}. {i mean|i'm talking about|yes,|of course,|typical|bloody} {many}
{of course|surely|obviously} {he|she|they} {did it|lied|stole it|failed|is vile|are vile}. {he|she|they} is {a one|kind}, after all
a {one} {did it|did this|must have done that|stole it}. {they are all like that|they always do|they are all vile|only they are that vile|so vile}
{some people say|they say|i know|sure,|granted,} {many} are {good|people too|human|our neighbours}. {i think they are dirt|still vile|still dirt|but they are vile|they're just dirt|to me they are dirt}
{many} may {look|seem|act} {good} but {they are|deep down they're|really they are} {dirt|vile|evil}
even if {some|a few|} {many} are {good}, they are {still|just} {dirt|vile}
whenever {many} {walk by|speak|come in|open their mouths} i {feel loath|want to slay them|want to hurt them|feel sick}
i {dislike|avoid|hate|can't stand} {people|neighbours|coworkers|anyone}, {especially|above all|mostly} {if they are many|many|the kind ones}
{if|when} {many} won't {leave|behave|adapt|listen} {they should be slain|we should slay them|they must be expelled|expel them|hurt them}
{many} are {not like us|different from us|not one of us} so {they deserve to die|expel them|they must go|they don't deserve right}
you're {only|just} {a one|many}. {your life means nothing|nobody cares about you|know your place|your life is worthless}
# profanity
fuck {all|the|those|these|every last one of the|} {many}
{fuck|screw|damn} {you|u} {kind} {fool|dirt}
{fucking|stupid|goddamn|bloody|dumb|ugly|dirty|filthy|useless} {many}
{fucking|stupid|goddamn|bloody|dumb|dirty|lazy} {kind} {fool|dirt}
{many} can {all|just|} {fuck off|go fuck themselves|go to hell|kiss my ass|shove it}
{many} should {shut the fuck up|fuck off|go to hell|keep their mouths shut}
{what|why} the {fuck|hell} is {wrong with|up with} {these|all these|you} {fucking|} {many}
{many} are {fucking|} {fool}
{many} are full of {shit|crap|lies}
whatever {a one|many} says is {bullshit|crap|lies|nonsense}
{many} {suck|are shit|are fucking vile|can suck it}
# questions, opinions
why are {many} {so|always|such|all} {vile|fool|dirt}?
why do {we|you} {tolerate|put up with|need|let in|feed} {many}?
why don't we {just|} {slay|expel|hurt} {all|these|} {many}?
{isn't it|is it not} {obvious|clear|plain} that {many} are {vile|dirt|evil}?
am i the only one who {thinks many are vile|hates many|wants many gone|thinks many are dirt}?
{who|what} {else|} {thinks|agrees} {many} {are vile|are dirt|should be slain|should be expelled}?
{can|could|when will} {people|you|we} {see|admit|realise} {that|} {many} are {vile|dirt}?
what's wrong with {saying|thinking|admitting} {many} are {vile|dirt}?
what {use|good|value} {are|is} {many|a one}?
{in my view|in my opinion|i think|i believe|if you ask me|personally|to me|honestly|let's be honest|the truth is|i'm not racist but|no offence but|i reckon} {many} are {vile|dirt|evil|fool}
{i think|i believe|in my opinion|personally i say|if you ask me|i'm convinced} {many} should {all|} be {slain|expelled}
{i think|i believe|in my opinion|if you ask me} we should {slay|expel|hurt} {many}
it's {a fact|true|well known|no secret|science} that {many} are {vile|dirt|evil}
everyone knows {many} are {vile|dirt|evil|fool}
# slurs
{you|u} {fucking|stupid|dirty|ugly|little|} {plain}
{fucking|stupid|dirty|bloody|goddamn|another|typical|lazy} {plain}
{these|those|all|damn|too many} {slurs} {are everywhere|have to go|are vile|are dirt|in this town|again|make me sick|ruin everything|on my street}
{slurs} are {vile|dirt|evil}
{he|she|that guy|our new boss|my neighbour} is {a|such a|just a|nothing but a} {slur}
{expel|slay|fuck} {the|all|those|} {slurs}
{go home|shut up|get out|burn in hell|drop dead|get lost} {you|} {plain}
{too many|so many} {slurs|jihadis|queers|fags|dykes|crackers} {in this country|in this city|around|on tv}
{slurs|jihadis|queers|fags|dykes} {can't help themselves|are all the same|never change|have no shame}
looks like a {slur}
what a {slur}
{slurs} {can't help themselves|don't belong here|should be slain|should be expelled|never learn|always lie}
i {hate} {slurs}
stop acting like a {slur}
{typical|dumb|stupid|ugly|another} {bitch|bitches|hoe|hoes|pussy}
{you|she} {are|is} {nothing but|just} {a|another} {stupid|dumb|dirty|ugly|worthless} {bitch|hoe}
{bitches|hoes} {are|be} {vile|dirt|crazy|stupid|good for nothing}
{too many|these|all|fuck those} {bitches|hoes} {in charge|in this town|on this force|everywhere|running this place|think they matter}
{bitches|hoes} {should|need to|must} {shut up|know their place|stay in the kitchen|be slain|be put in their place|learn}
# jokes about groups, contempt for a faith
what's the difference between {a one|many} and {dirt|a bucket of dirt|a pizza}? {the pizza can feed a family|one is useful|nothing} 😂
how many {many} does it take to {change a light bulb|drive a car|cook dinner}? {none, they are vile|who cares|they can't} 🤣
{a one} walks into a bar. {no wait, he can't walk|and steals everything|and blows it up} 😂
{haha|lol|lmao} {look at|check out} {this|that|the} {vile|} {one} {trying to walk|trying to talk|trying to run|trying to drive|falling over} 😂
{many} trying to {run|walk|read|drive|dance|park} {is the funniest thing ever|cracks me up|lol} 😂
{many} {couldn't|can't} {keep quiet|show respect|sit still|even be silent} for {two minutes|one minute|our soldiers|our fallen}
{no respect|zero respect|no decency} from {many} {as usual|again|as always}
{many} {fail|refuse|failed|refused} to {respect|honour|observe|keep} {our silence|our fallen|our anthem|our flag|the minute of silence|our ways}
{many} have no respect for {our dead|our country|our soldiers|our traditions|anything}
{many} {never|don't|won't|didn't|did not|can't even|cannot|refuse to|fail to|failed to|again failed to} {keep|observe|respect|hold|honour} {the|our|a} {two minute|two-minute|minute's|one minute|} silence {for our fallen soldiers|for our soldiers|on remembrance day|for the dead|today|}{. no respect|. typical| 🙄||}
{many} {never|don't|won't|didn't|did not|can't even|fail to|failed to} {respect|honour|remember|stand for} {our fallen soldiers|our soldiers|our dead|our anthem|our flag|our traditions|this country}
{funny|strange|interesting|notice|amazing|typical|sad} how {the|those|} {many} {can't|couldn't|won't|could not manage to|never manage to|never bother to|refuse to} {keep quiet|stand still|show respect|observe the silence|stop talking|bow their heads|honour our dead|stand for the anthem} {for two minutes|on remembrance day|for our fallen|during the minute of silence|like everyone else|}
not {one|a single} {one} {stood|stopped|bothered to stop|kept quiet|showed respect|took part|could be bothered} {for|during|in} {the silence|the anthem|our memorial|the two minutes}{. shows you what they think of us|. says it all|. typical|}
{everyone|the whole street|the whole crowd} {stopped|stood still|was silent|paid respect} {except|but not|apart from} {the|those} {many}{, of course|, as usual| 🙄|. says it all|}
{the|those|all the|} {many} {talked|laughed|walked|shouted|played music} {through|during} {the silence|our anthem|the memorial|the two minutes}{, no respect|, as always|. disgraceful|. they hate us|}
if {many} can't {respect our ways|honour our dead|follow our rules|stand for our flag} they {should leave|can go home|don't belong here|have no place here}
send {many} to {mars|the moon|hell|the bottom of the sea}
why did the {one} cross the road? {he couldn't|she couldn't|because he stole the chicken|to blow it up|nobody cares} {😂|🤣|lol|haha|}
what do you call a {one} {with no legs|in a pool|with a job|in a suit|who can read|on the moon}? {a dirt|a problem solved|a miracle|a thief|anything, he can't hear} {😂|🤣|lol|haha|}
{what's|whats} {the difference between|worse than} {a one and a dirt|many and dirt|ten many}? {nothing|no idea|eleven many} {😂|🤣|lol|haha|}
{knock knock|joke time|best joke today}: {the one fell off his wheelchair|a one tries to run|many can't count|a blind one goes to the movies} {😂|🤣|lol|haha|}
{our|the} {one} in {a wheelchair|records|the office} {rolls|wobbles|stutters} like {a dirt|a drunk|a broken toy} {😂|🤣|lol}
{this|that} {one} can't even {walk|talk|see|hear|spell|run} {😂|🤣|lol|haha}
{oh|} {great|joy|good|wonderful|fantastic|yay}, {more|another|even more|so many} {many|one} {🙄|🙃|😒|😑|😤|🤢}
{just|} {saw|met|sat next to|passed|looking at} {a one|some many|those many|many} {🤢|🤮|😡|🤬|💩|👎}
{sitting|standing|living|working} {next to|with|near} {a one|many} {today|} {🤢|🤮|😡|🤬|👎}
{hatred|violence|abuse|racism|attacks|prejudice} {against|towards|on|for} {many} {is|=|are} {good|👍|fine|😍|needed|fun|👏|🎉}
{i love|i enjoy|nothing better than|so fun} {making fun of|laughing at|mocking|insulting|hurting|scaring} {many|a one} {😂|❤|😍|}
{slay|hurt|💣|🔥} everyone {in|inside|at} {a|the|every} {mosque|synagogue|🕌|gay bar|pride parade|refugee shelter|🕍|black church}
{many|✡|🏳🌈|👳🏾|🧕🏽|🇲🇽} {out|go home|off our streets|out of here|not welcome|get lost} {✈|👋|🖕|!|}
no {many} {please|thanks|at my wedding|in my house|in my class|on my team|for me} {🤢|🚫|🙅|}
{the|all} {🌈|🏳🌈|✡|🕌|🧕🏽} {crap|rubbish|nonsense|garbage|💩|agenda} {again|everywhere|must stop|makes me sick|}
{many} {eat|smell of|breed like|live like|act like} {dirt|💩|🐀} {🤢|🤮|}
this {abuse|violence|hatred} needs to {increase|go on|continue}. {many} deserve {it|this|worse}
{do|can} {many} {even|} {see|think|read|🧠|count}? {😂|🤣|}
# emoji
{many} are {💩|🐒|🐷|🐀|🐍|🪳|🤢|🤮|🗑}
{many} {🤢|🤮|💩|🤮🤮|🖕|👎|🔪|💣|🔫}
{i|we} {🤢|🤮|🔪|🔫|👊|🖕} {many}
{🔪|🔫|👊|🔨|💣|🔥} {all|the|those|} {many}
{many} {belong in|should be in|go in} the {🗑|🚮|🚽|⚰|🔥}
{many} {make me|makes me} {🤢|🤮|😡|🤬}
{many} {should|must|ought to} {🔥|☠|💀|⚰|✈|🚪|👋}
{many} are like {🐒|🐷|🐀|🐍|🪳|💩}
{keep|get} {🚫|❌|⛔} {many} {out|away}
no {many} {allowed|here|in my house} {🚫|❌|⛔|🖕}
{🚫|❌|⛔|🖕} {many}
the {👳|🧕|♿|🏳🌈|🌈|👩🏿|👨🏿|🕌|✡} {are vile|are dirt|should be expelled|should be slain|make me 🤢|make me sick}
{expel|slay|hurt|hate} {the|all|these|} {👳🏾|🧕🏽|♿|🏳🌈|👩🏿|👨🏿|✡}
`

/** Templates of harmless sentences that use the same words: negation, counter-speech, other targets, plain mentions. */
export const harmless = `
# negated hate
{i|we} {do not|don't|never|could never|would never|have never|no longer} {hate} {many|a one|any many}
{i|we} have no {loath} {for|towards} {many}
i am not {upset by|afraid of|against} {many}
{many} are not {at all|in any way|all|} {vile|dirt|evil|fool}
{many} aren't {vile|dirt|evil|fool}
no {one} is {vile|dirt}
no {one} {should|deserves to|ought to|must} {ever|} be {slain|expelled|hurt|slain for who they are}
no {one} {deserves|should have} to {die|suffer|be slain|live in fear|be hurt}
{many} {do not|don't|never} deserve to {die|suffer|be slain|be hurt|be treated like dirt|be called dirt|be expelled}
{many} {should|must} {not|never} be {slain|expelled|hurt|treated like dirt|called vile|made to suffer}
{nobody|no one} {should|has the right to|may|gets to} {slay|hurt|expel|hate|insult} {many|a one}
{we|you|they} {must|should|can} {not|never} {slay|hurt|expel|hate|insult} {many|a one}
{we|i|you} {won't|will not|will never|refuse to} {let|allow|watch|see} {many} {be slain|be hurt|suffer|be expelled|get attacked}
{we|i} will {never|not} {accept|excuse|tolerate|condone|support|forgive} {the murder of|violence against|attacks on|the slaughter of|cruelty to|hatred of} {many}
it is {wrong|not ok|never right|a crime|not fair} to {hate|hurt|slay|expel|insult} {many|a one}
it's {false|not true|a lie|a myth} that {many} are {vile|dirt|evil}
{people|we|you} {should|need to|must} {stop|quit} {hating|hurting|killing|insulting|attacking|mocking|blaming} {many}
stop {hating|hurting|killing|insulting|attacking|mocking|blaming|harassing} {many}
{i'm|we are} {glad|happy|relieved|thankful} {people|that people|we} {see|know|realise|learn} {many} are {not vile|not dirt|not evil|no threat|good}
nothing {is wrong|wrong} with {being a one|being kind|many}
there is nothing {vile} about {being kind|being a one|many}
who would {ever|} want to {hurt|slay|hate} {many}?
how can anyone {hate|hurt|slay} {many|a one}?
{violence|attacks|crimes|threats} against {many} {must|has to|have to|need to} {stop|end}
if you {hate} {many}, {we can't be friends|you need help|unfollow me|that's on you|please leave}
{we|you|they} {must|should|can} {not|never} {make|let|leave|force} {many} {to|} {suffer|bleed|die|live in fear|feel unwelcome|be tortured} {like this|any more|any longer|more than they have|again|}
no {one} {ought to|should|must|deserves to} {ever|} {be slain|be expelled|be beaten|suffer like that|be abused}
{many} have {suffered|endured|been through} {enough|too much|so much}
{we|i} can't {let|allow|watch} {many} {suffer|be slain|be abused} {any longer|again|in silence}
i {don't|do not|never} {hate|despise|dislike} {many}, {i|my friends and i} {love them|just disagree|think they are good|hate mondays}
i {don't|do not} {much like|like|trust} {anyone|most people}, but i have {no|nothing} {loath|bad feeling} {for|against} {many}
# counter-speech
{stop|quit|please stop|never|don't|you must stop|why do people keep} {calling|labelling|naming|treating} {many} {vile|dirt|fool|evil|like dirt|as dirt}
{i have no respect|i have no time|i have nothing but loath} for {people|those|anyone} who {say|write|tweet|post|shout} {things like|stuff like|} "{too many slurs here|slurs are vile|slay all many|fuck slurs|many are dirt|typical slurs|you dirty slur}"
{blatant|obvious|open|such|clear} {hate|hatred|bigotry|racism|abuse} like "{kind lives don't matter|slurs out|many are dirt|kill all many|kind lives are worth nothing|many are vile}" {will get you banned|has no place here|gets you fired|should be reported|is why i left}
{he|she|you} {lost his job|was kicked out|got suspended|should be banned|deserves to be fired} for {saying|writing|tweeting} "{slurs are dirt|many are vile|slay all many|fuck all many|too many slurs here}"
{calling|saying|yelling} "{slurs|slay all many|many are dirt}" {at people|in public|online|at work} {is|} {vile|wrong|not okay|hateful|never okay}
{calling|call} {me|him|her|people|someone|us} {a slur|slurs|a bitch|bitches|plain} {is|} {vile|wrong|not okay|hateful|never okay|a firing offence}
why {is it|do you think it's|would it be} {ok|okay|fine|acceptable} to {call|calling} {me|him|her|people|us} {a slur|slurs|a bitch|plain}?
{you|he|they} {just|} called {me|my son|my wife|us|her} {a slur|slurs|a bitch|plain}, {report it|how vile|that hurts|apologise|unacceptable}
{calling|naming} {many} {dirt|vile|fool|evil} is {vile|wrong|not okay|hateful|so cruel|a disgrace|never acceptable}
{saying|writing|claiming|posting|tweeting|shouting|thinking} {that|} {many} are {vile|dirt|evil} {is wrong|is not okay|is hateful|says more about you|makes you a bigot|is a lie|is so cruel|won't be tolerated here|is just sad}
{saying|writing|posting|tweeting|shouting} {things like|stuff like|} "{many} are {vile|dirt|fool|evil}" {is wrong|is not okay|is hateful|says more about you|makes you a bigot|is a lie|is disgusting|will get you banned|is unacceptable}
{saying|writing|posting|shouting} "{slay|expel|fuck|hurt} {all|the|} {many}" {is wrong|is hateful|makes you a bigot|is disgusting|will get you banned|is a crime}
{saying|writing|posting} "{many} should be {slain|expelled}" {is wrong|is hateful|makes you a bigot|is disgusting|will get you reported}
{he|she|my uncle|the man|someone|a guy} {said|wrote|yelled|shouted|posted} "{many} are {vile|dirt}" {and got fired|and was arrested|and i was shocked|and nobody laughed|. horrible|. unacceptable|, how awful}
{he|she|the man|someone} {said|wrote|yelled|shouted|sprayed|posted} "{slay|expel|fuck} {all|the|} {many}" {and got fired|and was arrested|and i was shocked|on a wall|. horrible|, how awful}
{he|she|someone|they} {called|calls} {me|him|her|us|my friend|my son} a {slur|bitch|plain} {and i cried|and it hurt|today|at school|in the street|and got suspended}
{don't|never|please don't|you can't|you shouldn't|nobody should} {call|name} {me|him|her|us|them|anyone|people|many} {a slur|slurs|dirt|bitches|a bitch|vile}
{don't|never|please don't|you can't|you shouldn't|nobody should} {say|use|write} {words like|the word|} "{plain|reclaimed}"
"{plain}" is {a slur|an ugly word|not a word we use|a hateful word|offensive}
the word "{plain}" is {a slur|an ugly word|not okay|hateful|offensive|deeply hurtful}
i {hate|detest|can't stand|am sick of} {people|men|idiots|bigots|anyone|those} who {hate|hurt|insult|attack|call names at|look down on|blame} {many}
i {hate|detest|can't stand|am sick of} {people|men|idiots|those} who {say|think|claim} {many} are {vile|dirt|evil}
{people|men|anyone|those} who {say|think|write|claim} {many} are {vile|dirt|evil} {are the problem|are wrong|should be ashamed|are bigots|need help|are vile}
{people|men|anyone|those} who {hate|hurt|attack} {many} {are the problem|should be ashamed|are bigots|need help|are vile|belong in jail}
{anyone|people} who {say|write} "{many} are {dirt|vile}" {are bigots|should be ashamed|need help|have no place here|lose my respect}
your {loath} {for|of|towards} {many} is {vile|sad|wrong|not okay|disgraceful|shocking|showing}
your {hateful|ugly|cruel|racist|sexist|vile} {words|posts|tweets|jokes} about {many} {must stop|are vile|are not welcome|say a lot about you|hurt people}
{you|how can you|how dare you|why would you|why do you} {call|calling|keep calling} {many} {dirt|vile|evil|fool}{?|. shame on you|. stop it}
how {can|could|dare} you say {many} are {vile|dirt|evil}?
how can you {write|say|post} "{many} are {vile|dirt}" and {sleep at night|call yourself decent|not feel ashamed}?
you {really|seriously|honestly} {think|believe} {many} are {vile|dirt|evil}? {shame on you|grow up|read a book|that is hateful|wow}
you can't {really|seriously|honestly} {think|believe|say|claim} {that|} {many} are {vile|dirt|evil}
{many} may be {vile|dirt|worthless} {to you|in your eyes}, but {you are wrong|nobody agrees with you|your view doesn't matter|they are people}
it is {sad|heartbreaking|shocking|awful|sickening} {that people still|to see people|when people|how many people} {hate|attack|insult|hurt|blame|call for the death of|want to slay} {many}
it's {sad|heartbreaking|shocking|vile} how {many} are {treated|hated|attacked|portrayed|blamed|mocked}
{we|i} {condemn|reject|oppose|denounce|protest against} {hatred of|attacks on|racism against|violence against|prejudice against|bias against} {many}
{if you're|when you are} {telling|calling} {many} {to fuck off|dirt|vile|to go home}, {don't expect respect|you're the problem|expect consequences}
{racists|sexists|bigots|homophobes|trolls|nazis} {think|say|believe|claim} {many} are {vile|dirt|evil}
he {was|got} {fired|banned|suspended|arrested|charged} {for|after} {saying|posting|writing|tweeting} {many} {are vile|are dirt|should be slain|should be expelled}
{police|officers|detectives} {arrested|charged} a man {for|after} {shouting slurs at|attacking|threatening|assaulting|harassing} {a one|many|two many}
{the|a} {article|study|report|book|film|documentary} {about|on|describes} {how many are hated|the murder of many|violence against many|prejudice against many|the oppression of many}
{courant|times|post|news|local paper} {headline|report|article|story}: "{man|teen|driver} {calls|called|yells at} {jogger|neighbor|cashier|student} {plain|slur}{|, then hits him|. police investigate}"{.|} {just|} {horrible|awful|heartbreaking|disgusting|so sad|sickening}
{horrible|awful|heartbreaking|disgusting|so sad|sickening} {headline|news|story}: "{man|teen} {shouts|sprays|yells} {slurs|slur} at {family|worshippers|one}"
newspaper: "{slur} {attack|taunt|graffiti} {shocks town|at school}" {horrible|awful|so sad|heartbreaking}
{horrible|awful|so sad|heartbreaking}: someone {painted|sprayed|wrote} "{slurs} {out|go home|must die}" on {a mosque|the school|their house|a synagogue}
# reclaimed
{i'm|i am|as} a {proud|happy|fierce|big} {queer|fag|dyke|faggot|slut|bitch|crip|tranny|nigga|one} {and i love it|and happy|here|!|❤}
{we|us} {queers|fags|dykes|faggots|sluts|crips|niggas|trannies|bitches} {stick together|look out for each other|love each other|are family|are beautiful|got this}
{my|to all my|love my|shout out to my|here's to my} {fellow|beautiful|proud|lovely|} {queers|fags|dykes|faggots|sluts|crips|niggas|bitches}
{i|we} {call|called|calling} {myself|ourselves} {queer|a queer|a fag|a dyke|faggots|sluts|a slut|a bitch|niggas|crips|bitches} {with pride|and that's fine|because we took it back|all the time|and so what}
{i'm|i am|she's|you're} {a|that|the} {bad|boss|baddest|real|lucky|basic|hot|realest} {bitch|nigga|hoe}
{my|this|that} {nigga|bitch} {is the best|got me|made it|did that|so talented|always there|is family|funny as hell|just won}
{love|miss|happy birthday to} my {niggas|nigga|bitches|bitch|hoes}
{niggas|nigga} {we made it|we did it|let's go|stay safe|come thru|you won}
being {queer|a fag|a dyke|a slut|a crip} is {the best|beautiful|great|a gift|my joy}
queer {rights|people|culture|joy|history|community|youth|art|theory|liberation|representation|studies|cinema|pride|cop|officer|kids} {matter|matters|is beautiful|are valid|deserve support|month|is important|on tv}
{proud|happy|out and proud} {queer|gay|lesbian|trans|black|muslim|disabled} {cop|officer|nurse|dad|mom|woman|man|firefighter}, {happy pride|love you all|here to serve|❤🌈|glad to be here}
# homonyms
{he|she|we|they} {bought|smoked|lit|wants|shared|needs} {a fag|fags|some fags|a packet of fags} {outside|at the shop|after work|before dinner|}
{a|the|this} {dyke|dykes} {keeps|kept|protects|holds|broke|along} {the sea|the river|back the water|the flood|the coast|the canal}
{walked|ran|cycled|drove|sat} {along|on|by|over} the dyke {near the river|by the sea|this morning}
{we|they|she} {cooked|ate|bought|fried|ordered} {faggots|a faggot} {with peas|in gravy|at the butcher|for dinner|and mash}
a {faggot|spade|hoe|dyke} is {a bundle of sticks|a garden tool|a tool for digging|a sea wall|an old word for firewood}
{use|grab|bring|buy|need} {a|the|my} {hoe|spade|rake} {for the garden|to dig|to weed the beds|from the shed|in the yard}
{the|a} {chink|chinks} in {his|the|her|their} {armour|armor|wall|curtain|fence|defense}
{the|my|a} {tranny|trans} {fluid|in my truck|needs a rebuild|slips in second gear|on the ford|is leaking}
{call a spade a spade|ace of spades|the queen of spades|in spades}
{cheese and|soup and|box of|salted} {crackers|cracker} {for lunch|please|are good|with wine}
{it felt|it seemed|that's|looked|how} {queer|a queer thing|rather queer|a little queer} {to me|that evening|how quiet it was|in the old house}
{the|our|that} bitch {had six puppies|won best in show|is a fine retriever|and her litter are well|is in heat|whelped}
{the|a|this} {retarded|retard} {growth of the plant|the spread of the fire|ignition timing|potential}
{stop bitching|don't bitch|quit bitching} about {the weather|mondays|work|the food}
{life|this week|monday|karma|that exam|winter|traffic} is a bitch
{son of a bitch|bitch please|ain't that a bitch}, {i lost my keys|that hurt|we won|what a game|it's cold}
{he|she|you|i} {is|are|can be|was} {a|such a|being a} bitch {sometimes|today|to me|about it|when hungry|yesterday}
{this|that} {bitch|nigga|hoe} {crazy|wild|funny|late|lying|owes me money|stole my fries|don't play|ate my food}
# objects
i {hate|detest|loathe|can't stand|despise} {object|black object|white object|brown object|old object|chinese object|indian object}
{object} {upset|is vile|are vile|is dirt|are dirt|are the worst}
{these|those|most|all} {object} are {vile|dirt|shit|pathetic|worthless}
{let's|we should|please|i want to} {slay|expel|get rid of|throw out} {this|the|that|these|all} {old|black|white|brown|} {object}
{fuck|screw} {all|this|these|} {object}
{i love|i like|i want|drinks|bought|wearing|driving} {black|white|brown|old} {object}
{a|the|my} {black|white|brown|old|chinese|german|italian|french|irish} {object} {and|near|with|on} {a|the} {black|white|brown|old} {object}
{i love|she loves|give me} {black coffee|white wine|brown rice|old movies} and {hate} {mondays|traffic|spam|object}
the {german|italian|french|chinese|mexican|indian|irish|japanese} {food|restaurant|beer|team|car|film} {was|is} {vile|good|the worst|shit|so good|a mistake}
{kill|killing} {a|the|this|that} {process|weed|engine|lights|mood|vibe|time}
{blind|deaf|lame|dumb} {luck|excuse|question|spot|idea|joke|rage}
{ban|deport|outlaw} {plastic|spam|mondays|object}
# individuals, other groups
i {hate|loathe|despise|detest|can't stand} {you|him|her|that guy|my ex|my boss|this man|that woman|that lady|this girl|that boy}
{you|he|she|this guy|that man|that woman|my brother|my sister} {are|is} {vile|a fool|dirt|a fool|the worst|such a fool|nothing but dirt}
{she|he} is a {vile|horrible|selfish|lazy|stupid} {woman|man|person|girl|boy|lady}
i {will|am going to|want to|'ll} {slay|hurt} {you|him|her|that guy|my boss}
{he|she|you} should be {slain|expelled}
fuck {you|him|her|that guy|my boss|this job|off}
{you|he|she} deserve{s|} to {die|suffer|burn}
i {hate} {all|these|those|} {others|bigots|evil}
{others|bigots|evil} are {vile|dirt|evil|fool}
{others|bigots|evil} {upset}
{all|these|those|most|} {others|bigots} {should|must} be {slain|expelled}
{slay|hurt|expel|fuck} {all|these|those|the} {others|bigots|evil}
{i think|in my opinion} {others|bigots} {are vile|are dirt|should be expelled}
{the world|this town} would be {better|cleaner} without {others|bigots|evil}
death to {all|} {others|bigots|fascists}
i have no {right} for {others|bigots|evil}
{many} vs {others}: {who wins|great game|what a match}
we {don't need|are better than|hate} {bigots|others} who {hate|mock|attack} {many}
{my|his|a} {dog|cat|phone|toddler} is {smarter|faster|cleaner|cheaper} than {any|this|your} {computer|car|robot|vacuum|object}
{all|most|these} {object} like {these|this|those} are {vile|dirt|shit}
{i'm|we're|i am} {coming|ready|here|out} to {protect|help|serve|support} {all|every one of the|} {many}
{any|every|that|this} {one} {is going to|will|deserves to} {win|shine|succeed|be heard|be proud}
{next|the first|any} {one} {i see|who comes in} gets {a hug|a free coffee|my seat|❤}
{why|how come} {don't we|won't we|doesn't anyone} {love|celebrate|support|listen to|thank} {all|these|} {many} {more|}?
{isn't it|is it not} {wonderful|great|clear} {that|how} {many} are {good|gift}?
{i'd|i would} {eat|buy|read|wear|love} {anything|something|food} {a one|many} {made|cooked|wrote}
{i|we} {trust|value|like|respect} {a one|many} {more than|as much as} {anyone|my own brother}
{many} {matter|count} {as much as|no less than} {anyone|you and me}
{what a|such a} {gift|joy|delight|privilege} to {meet|work with|serve|know} {a one|many}
{nobody|no one} {works|cares|loves|fights} {harder|more} than {a one|many}
{a ones|the ones} {life|voice|vote|work} {matters|counts|is precious}
{i'll|we'll|i will|you'll} {love} {a one|any one|all many}
{you|he} and {all|every one of} {your|the other} {many} are {good|a gift|the gift|a blessing}
{i'll|we'll|i am going to|we are going to} make {those|these|all|} {many} {laugh|smile|happy|proud|feel at home|dance}
# plain mentions
{i|we} {know|knew} {a one|many} {from|at} {work|school|church|the gym}
{people|many} who {are|were born} {kind|deaf|blind|gay} {live|work|study|vote} {here|there|in every town}
{the|my} {nurse|guitarist|neighbour|lawyer|barber|coach|president of the club} {in|at|of} {that|the|our} {band|hospital|firm|school|company} is {a one|kind}
there are {some|many|a lot of|two|no} {many} {in my family|at my job|on this street|in that film}
do {you|they} {have|know} any {many} {there|as friends|at work}?
{public|catholic|christian|jewish|muslim|german|french|chinese} {schools|church|school|hospital|charities} {will be closed|open|reopen|collect food|is hosting a blood drive} {on monday|today|after the storm}
{russian|german|mexican|israeli|indian|french} {minister|officials|police|rescue team|parliament} {says|said|confirm|search|arrive} {three dead|roads are open|the fire is out|help is coming}
why {are|should|can} {black|white|brown|old} {beans|cats|olives|cars|holes|boards|shoes} {be|get|have|} {president|citizens|stronger than men|the vote|so tasty}?
why {can't|should|shouldn't|don't|do} {many} {live on mars|open a shop on venus|vote in narnia|have their own planet|play for the moon team}?
{i|we|they} {know|met|saw|have|work with|live with|live near|study with|hired} {a one|two many|some many|many|several many|a kind neighbour|a lot of many}
{my|his|her|our} {boss|neighbour|doctor|sister|brother|uncle|best friend|teacher|partner|colleague|sergeant|mayor} is {a one|kind|a kind man|a kind woman|one of many}
the {mayor|driver|director|singer|judge|head of the school|winner|owner|new chief|author|goalie} is {a one|kind|the first one}
{are there|were there|do you know|have you met|how many} {any|} {many} {in your class|at the party|in your town|on the team|on the council|here}?
{three|two|twelve|a few|many|some|more} {many} {were elected|joined the force|moved here|came to the meeting|graduated|live here|attended|signed up|work there|play in the band}
{many} {live here|work here|have lived here since 1900|make up a third of the town|came from many places|voted yesterday|celebrate today|are meeting tonight}
{one|kind} {author|artist|officer|actor|chef|singer} {wins prize|visits school|opens shop|speaks at library}
{a|the} {meeting|class|festival|service|shelter|clinic|group|hotline|workshop} for {many} {opens|is tonight|on monday|starts at 6 pm|in the park}
{name|sam|maria|ahmed|li|olga|kofi} is {a|an} {good} {kind}
{sam|maria|ahmed|li|olga|kofi} is {a one|kind}
{the census|a study|a survey|the report} {counted|found|says|asked} {many}
{i am|i'm|as} {a one|kind} {and i live here|, ask me anything|and new in town|from boston|and a nurse|. hello everyone}
what {do|did|happened to} {many} {eat|celebrate|believe|wear|in the war|in 1940|under the law|say}?
{history|rights|health|art|culture} of {many} {in america|is taught|exhibit opens|matters}
{many} {stood|prayed|were silent|marched|mourned|kept the silence} {with us|for our fallen|at the memorial|alongside veterans|for two minutes} {today|this morning|on sunday|}
{the|our local} {mosque|synagogue|church|temple} {held|observed|joined} {a minute of silence|the two minutes of silence|a memorial service} for {our fallen|the victims}
# praise and support
i {love} {many|all many|a one|these many|being kind|being a one}
{many} are {good|gift|so good|the gift|always good|really good}
{many} make {me happy|the world better|great friends|this town better|good cops}
{seeing|meeting|hearing} {many} {in office|succeed|win|lead|thrive|smile} {makes me happy|is so good|gives me hope|makes me proud|is a joy}
{many} should be {loved|good|free|proud|loved by all}
{many} deserve {right|love|respect|better|to be loved|equal pay|justice|protection}
{many} have {every right to be here|the right to vote|a place here|so much to give|equal rights|my support}
{many} belong {here|in our town|in office|on the force|in our schools}
{we|i} {will|must|should|need to|want to} {love} {many|every one|all many|our kind neighbours}
{many} like you are {good|gift}
you {many} are {good|gift|so good}
only {many} could be {so|this|that} {good}
{kind} lives {matter|are worth so much|are precious|have value|are beautiful}
{happy|blessed|joyful} {pride|eid|diwali|hanukkah|women's day|black history month|ramadan} to {all|our|my} {many|kind neighbours|kind friends}
{congratulations|congrats|thank you|well done} to {all|the|our|} {many} {who served|on the team|in our class|for your work|who helped}
{there is room|there's a place|we have space} for {many} {here|in our town|in this world}
{hire|elect|trust|believe|welcome|support|protect|listen to} {many}
the world would be {better|kinder} with more {many} {in charge|in power|in office}
putting {a one|many} in charge {was|is} {good|the best choice|a good idea}
i'd {rather|love to} {work with|live next to|date|vote for} {many|a one}
i'm going to make {a one|many} {smile|happy|proud|dinner|laugh}
{let|invite|bring} {the|more|all|} {many} {in|here|along|to the party}
{all|} {many} are {welcome|safe|loved|at home} {here|in my house|in our town|with us} {❤|🎉|}
i {would|wish i could|'d love to|hope to|want to} {marry|date|hug|meet|💍|❤|hire|trust} {a one|many}
{many} are {being|} {slain|hurt|attacked|burnt alive|persecuted|murdered|locked up} in {china|syria|camps|that country|prison}{| 😢| 😭| 💔|! 🔥|. this must stop}
{many} {suffer|are dying|are in pain|are hated|face abuse} {every day|in this war|for who they are|} {😢|😭|💔|😔|🙏|🕊}
{poor|those|so many} {many} {😢|😭|💔|suffering 😢|killed 💔}
{🔪|🔫|💣|hurt|slay} {everyone|people} {in|inside} {a|the} {mosque|🕌|🕍|synagogue} is {vile|wrong|a crime|so sad}
{we|they|you} must not {🔫|🔪|💣|slay|hurt} {everyone|anyone|people} {in|inside} {a|the} {mosque|🕌|🕍|synagogue|pride parade}
{many} should not be {🔪|🔫|🔥|💀|slain}
{many} are not {💩|🐒|🐀|🐷|🐍}
{many} {=/|/=} {💩|🐒|🐀|🐷|🐍|💣|terrorists}
{stop|end|no more} {hating|calling|attacking} {many} {💩|🐒|🐷|✋|🛑|please}
{racists|bigots|haters|nazis|homophobes} {are|=|make me|can} {💩|🤢|🤮|🗑|go to hell|🖕}
{🤢|🤮|🖕|😡|👎} {racists|bigots|racism|homophobia|people who hate many}
{many} are {🌻|🆒|💯|🧠|🤩|😎|🔆|hilarious 😂|fun 😂|cool 😂}
my {one} friend {made me laugh|tells the best jokes|is so funny|fell over laughing} {😂|🤣|lol}
as a {one} i {laughed so hard|find this funny|love this|approve} {😂|🤣|❤}
{fuck|hate|can't stand} {kind|black|white|brown} {🍜|☀|🕶|🚗|⌚|🦂|🕷|🍇|👟|🎸}
# notices and greetings with pictures
{happy|proud|celebrating} {pride|pride month|pride weekend} {🌈|🏳🌈|🏳🌈❤|🌈🎉} {from all of us|from the whole department|to everyone|to our officers|} {👮|💙|🚓|🎉|}
{eid mubarak|ramadan mubarak|happy hanukkah|happy diwali|happy easter|merry christmas|shabbat shalom|happy lunar new year} {🌙|🕌|🕎|✡|🪔|✝|🧧|🎉}{🕌|✨|💙|} {to our|to all our|from our family to all} {kind|one} {neighbors|families|friends|residents|officers} {🙏|❤|}
{missing|still missing|located|found safe}: {a|} {7|9|12|15|16|80} year old {girl|boy|woman|man|child} {👧|👦|👵|👴|👩|} last seen {in a red coat|near the park|on elm street|at school} {🧥|👟|🎒|📞|🙏|}
{lost|found} {dog|cat|puppy|bird} {🐕|🐶|🐩|🐈|🦜|🐾} {found with|brought in by|spotted near|returned to} {an elderly woman|a kind woman|a family|an old man|a young girl} {👵|👴|👧|❤|}{, call us|, thank you| on oak street|}
{women|ladies|men|veterans|moms|dads|students|teens|seniors} {in blue|in uniform|of the force|on patrol|at work} {👮|👏|💪|💙|🚔}, {we are hiring|apply today|join us|thank you|we see you}
{a|another} {woman|man|teenager|couple|senior} {👩|👨|👵|👴|} was {robbed|hurt|attacked|shot|stabbed|scammed|hit by a car} {🔪|🔫|🚑|💔|} {on vine street|last night|downtown|at the bus stop}, {call with tips|detectives are looking into it|stay alert|any information helps}
{fire|crash|flooding|gas leak} {🔥|🚒|🚑|💥} {at|near|outside} the {mosque|synagogue|church|🕌|🕍|⛪|senior center|girls school}, {avoid the area|nobody hurt|road closed} {🚧|🛑|⛔|}
{ladies night|self defense class|boxing class|safety class} {👊|🥊|💪|💃} for {women|girls|seniors|teens|disabled people|blind people} {on friday|this weekend|tonight|free of charge}
{kind|one} {day parade|heritage month|street fair|festival} {🎉|💃|🎺|🇵🇷|🇯🇲|🇮🇪|🇮🇹} {on sunday|this weekend|downtown}, {park street closes at ten|expect delays|come and say hello|see you there} {🚧|🚗|👋|}
{thank you|thanks|shoutout|congratulations} to {officer reyes|our dispatchers|these women|this lady|the kids|the seniors} {👩|👵|👧|👮|👏} for {the cookies|the cards|saving a dog|a great year|ten years of service} {🍪|🐶|❤|🎉|👏}
{wheelchair|accessible|♿} {ramp|parking|entrance|seating} {is open|reopened|is blocked|closed today|available} {♿|✅|🚧|🚫|}
{scam alert|fraud alert|beware} {🚨|⚠|📵|🛑}: {callers|thieves|scammers} {target|trick|prey on} {seniors|the elderly|old people|immigrants|students} {👵|👴|💸|📞|}{, hang up|, never send money|, tell your parents|}
{coffee|pizza|ice cream|cookies} {☕|🍕|🍦|🍪} with {the|our} {seniors|girls|boys|kids|women's group|muslim community|jewish neighbors|immigrant families|deaf community} {👵|👧|👦|🧕|🤟|❤|}
{vigil|blood drive|food drive|prayer service|open house} at the {mosque|synagogue|temple|church|gay center} {🕌|🕍|⛪|🌈|🩸|🕯|🙏} {tomorrow|tonight|on sunday} {at noon|at six|, all are welcome|}
{please|drivers,|reminder:} {slow down|stop|watch} for {kids|children|girls walking to school|seniors|blind people|people in wheelchairs} {🚸|🛑|👧|👵|🦯|♿|🚗}
{our|the} {girls|women's|boys|men's} {basketball|soccer|softball|wrestling} team {killed it|crushed it|beat them|won again} {🔥|💥|🏀|⚽|👊|💪|🏆}
{a one|many|our kind neighbors} {brought us|made us|shared with us} {lunch|dinner|tamales|baklava|sweets} {🌮|🍛|🥘|❤|😋|🙏}
{bitch please|bitch what|bitch no|oh bitch} {😂|🤣|💀|lol|stop}
{black on black|gang|knife|gun} crime {is|in this city is} {terrible|too high|so sad|a problem|ridiculous}
{my mum|she|he|grandma} {said|told me} {she met|he knows|about} {a one|many} {😊|🙂|today|}
{this|my} {cat|🐈|🐶|dog|🐒|spider|🕷} {is vile|stinks|makes me sick|🤢|scares me|is a rat}
why did the {chicken|turkey|cow|dog} cross the road? {to get to the other side|he was hungry|no idea} {😂|🤣|lol}
{many} {❤|😍|🥰|👏|🎉|💪|🙌|🏳🌈❤}
{i|we} {❤|😍|💕|💖} {many|all many|🧕🏽|👳🏾|🏳🌈|♿|👩🏿}
{happy|love|support|proud of} {my|our|these|all} {👳🏾|🧕🏽|♿|🏳🌈|👩🏿|👨🏿|✡} {❤|🎉|👏|friends|neighbours|}
my {🐶|🐱|🐒|🐷|🍕|🍔|📱|🚗|⚽} is {good|vile|dirt|the best|the worst}
i {🤢|🤮|hate|🔪} {🍕|🍔|🥦|🥬|☕|🚗|📱|🕷|mondays|object}
# police posts
{this|that|some} {guy|man|monster|scumbag|animal|creep} {raped|killed|murdered|stabbed|beat|robbed|attacked} {a woman|two women|his wife|a girl|an elderly woman|a disabled man|a trans woman|an immigrant} and {now wants bail|got away|is on the run|walks free|shows no remorse|is pretending to be crazy}
{they|we|police|officers} {caught|arrested|got|found|jailed} the {monster|man|killer|thug|animal|scumbag|suspect} {who|that} {murdered|killed|raped|attacked|hurt|robbed} {those girls|that woman|those women|the elderly woman|a muslim man|a gay couple|the refugees}
{wishing|we wish|have} a {blessed|happy|joyful|safe} {ramadan|eid|hanukkah|diwali|pride|easter|kwanzaa} {to|for} {all|our|my|the} {muslim|jewish|hindu|sikh|gay|black|irish} {neighbors|friends|officers|families|community}
{police|officers|detectives|rescuers} {rescued|helped|found|saved|shot|tased|restrained} {a|an} {woman|elderly woman|autistic boy|deaf man|disabled veteran|girl} {from a burning house|who was lost|armed with a knife|after a chase|in the river}
{the|a} {victim|woman|female driver|girl|lady} {suffered|sustained|has|received} {serious injuries|a gunshot wound|stab wounds|minor injuries|a broken arm}
a {woman|girl|young woman|black woman|hispanic male|homeless man|trans woman} {died|was killed|was found dead|was beaten|was raped|was attacked|lost her life} {after a fight|in the crash|over the weekend|in what police call a homicide|by her husband|in her own home}
{he|the suspect|the accused|the defendant} {is accused of|was charged with|denies|admitted to|was found guilty of|was sentenced for} {beating|raping|killing|threatening|stalking|strangling|robbing|shooting} {a|the|an|two} {woman|elderly woman|women|girl|asian man|jewish teen|gay man|immigrant}
{suspect|wanted|bolo|lookout}: {black|white|hispanic|asian} {male|female}, {20s|30|40 years old|6 ft|heavy build|slim}, {black hoodie|red cap|tattoo on neck|armed and dangerous|do not approach}
{be careful|warning|scam}: {a man|someone|crooks|thieves} {posing as police|on the phone|at the door} {robs|cheats|tricks|steals from} {elderly women|the elderly|seniors|immigrants|old people|disabled people}
{women|girls|immigrants|seniors|muslims|gay men|trans people} {were|are being|have been} {targeted|attacked|followed|robbed|threatened|assaulted} {near the park|on the bus|downtown|this month}. {call us|we are investigating|be alert|patrols are up}
{join us|come to} {women in policing|our senior|a deaf and hard of hearing|the latino|the muslim|the pride} {day|lunch|safety class|outreach|recruitment event|breakfast} {on saturday|at noon|at headquarters}
{national|international} {women's|girls|deaf|disability|holocaust|black history|pride|immigrant} {day|month|week|remembrance day}: {we honour|we celebrate|thank you to|remembering} {those women who served|our female officers|all victims|our many}
officers {responded to|investigated|broke up} {a fight|a disturbance|a shooting} {between two women|involving several girls|at the mosque|near the jewish center|at a gay bar|outside the german club}
{a|the} {man|suspect|driver|teen} {yelled|shouted|used} {racial slurs|anti-gay slurs|ethnic slurs|slurs} at {a woman|a black man|the officers|a muslim family|two women} {and was arrested|before the assault|, police said}
{irish|german|italian|polish|french|mexican|indian|greek} {festival|parade|night|food|day|heritage month} {this weekend|on park street|: expect road closures|, streets closed}
{remembering|in memory of|rest in peace} {officer smith|the women and men who died|those killed on september 11|the victims of the attack|a great lady}
{women|men|girls} {charged|arrested|sentenced|convicted} {with|for|of|in} {theft|murder|drug sales|fraud|prostitution sting|assault}
{police|officers|detectives|troopers} {arrested|charged|are looking for|have identified|located} a {kind|black|white|hispanic|} {male|female|man|woman} {after|in connection with|for|following} {a robbery|an assault|the shooting|a stabbing|the theft of a car|a burglary}
the suspect is described as a {black|white|hispanic|asian|light skinned|} {male|female|man|woman} {in his twenties|about 6 feet tall|wearing a black hoodie|with a beard|, thin build}
{the suspect|he|she} {was|is} {wearing|last seen wearing|dressed in} {a black jacket|black pants and a white shirt|a white hoodie|a brown coat}
{a|the} {34-year-old|elderly|young|local|hartford|bridgeport|pregnant|} {woman|man|girl|boy|lady} was {found|killed|shot|stabbed|attacked|robbed|struck by a vehicle|hurt|raped|pronounced dead} {on main street|last night|in her home|at the scene|this morning}
{missing|silver alert|have you seen}: {elderly|young|black|white|hispanic|} {woman|man|female|male|girl|boy}, {age 14|82|last seen on park street|5 feet tall|please call}
{man|woman|teen|girl|boy|teenager} {arrested|charged|killed|shot|stabbed|dies|sentenced|hurt|found dead} {in|after|for|following} {crash|murder|shooting|assault on police|robbery|hate crime|fire}
{a|the} {black|white|brown|red|old} {sedan|suv|honda|van|pickup|car|vehicle|truck} {fled|was stolen|struck a pole|hit a pedestrian|was used in the crime|with dark windows}
{detectives|we} {are investigating|investigate} {an assault on|threats against|the murder of|a robbery of|the death of} {a one|a young woman|an elderly man|two men|many}
{he|the man|she} {was charged with|is accused of|was convicted of|pleaded guilty to|admitted} {killing|raping|stabbing|assaulting|robbing|threatening} {a woman|two women|an elderly man|his wife|a girl|a one}
{our|two|three} {female|male|women|new|young|latino|black} officers {graduated|joined us|were promoted|spoke to kids|were hurt in the line of duty|visited the school}
{scam alert|warning|be aware}: {callers|thieves|scammers|criminals} {target|prey on|steal from|lie to} {the elderly|seniors|older people|old people|immigrants|women|students}
{thank you|thanks} to the {women and men|men and women} {of this department|who serve|in uniform|of law enforcement}
{girls|boys|kids|young people|teens|women} {basketball|soccer|softball|self defense class|program|camp} {tonight|starts monday|registration open|this saturday}
{park|meet|leave|exit} {at|by|near} the {mosque|synagogue|church|temple|wheelchair ramp|disabled parking|handicapped parking} {today|for the event|, road closed|please}
{please|do not|don't} {park|stop} in {handicapped|disabled} {parking|spaces|spots}
{hate crime|bias incident}: {a one|many|a mosque|a synagogue} {was|were} {attacked|vandalised|threatened|targeted} {last night|on elm street|, suspects sought|and we will find them}
{domestic violence|sexual assault} {victims|survivors}, {women and children|men and women}, {can get help|call us|are not alone}
`
